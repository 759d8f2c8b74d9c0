package se.kulturlots.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells which deadlines something moves, those that follow others included. */
@Component
public class DateMoves {

	private final ThreadLocal<@Nullable List<DeadlineMoved>> noted = new ThreadLocal<>();

	/**
	 * Does something and notes what it moves.
	 * @return in the order in which they were moved; whatever the action throws comes
	 * through
	 */
	public List<DeadlineMoved> during(Runnable action) {
		List<DeadlineMoved> around = this.noted.get();
		List<DeadlineMoved> own = new ArrayList<>();
		this.noted.set(own);
		try {
			action.run();
		}
		finally {
			this.noted.set(around);
		}
		if (around != null) {
			around.addAll(own);
		}
		return List.copyOf(own);
	}

	/**
	 * Each date once. Of one that others follow, theirs stands for it if they move: it is
	 * what people were told.
	 * @param moved in the order in which they were moved
	 */
	public static List<DeadlineMoved> once(List<DeadlineMoved> moved) {
		Map<List<Object>, DeadlineMoved> once = new LinkedHashMap<>();
		moved.forEach((each) -> once.merge(List.of(each.now().kind(), each.now().dueAt()), each,
				(one, other) -> one.followed() ? other : one));
		return List.copyOf(once.values());
	}

	@EventListener
	void on(DeadlineMoved moved) {
		List<DeadlineMoved> current = this.noted.get();
		if (current != null) {
			current.add(moved);
		}
	}

}
