package se.kulturlots.workflow;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.DeadlineKinds;
import se.kulturlots.deadline.Ladder;

/** A task of the staff; the engine has its date. */
public enum TaskDeadline implements DeadlineKind {

	/** Is to be done. */
	TASK;

	private static final Ladder LADDER = new Ladder(List.of(3, 1, 0), 2);

	@Override
	public String messageKey() {
		return "workflow.deadline." + name();
	}

	@Override
	public Ladder ladder() {
		return LADDER;
	}

	@Component
	@Order(900)
	static class Kinds implements DeadlineKinds {

		@Override
		public List<DeadlineKind> all() {
			return List.of(values());
		}

	}

}
