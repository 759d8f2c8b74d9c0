package se.kulturlots.deadline;

import java.util.ArrayList;
import java.util.List;

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

	@EventListener
	void on(DeadlineMoved moved) {
		List<DeadlineMoved> current = this.noted.get();
		if (current != null) {
			current.add(moved);
		}
	}

}
