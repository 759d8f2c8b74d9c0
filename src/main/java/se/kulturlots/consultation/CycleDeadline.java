package se.kulturlots.consultation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.DeadlineKinds;
import se.kulturlots.deadline.Ladder;

/** The dates of a cycle, of its invitation and of its input periods. */
public enum CycleDeadline implements DeadlineKind {

	/** The inventory of organisations ends. */
	INVENTORY(Ladder.of(5, 1)),
	/** An answer to an invitation. */
	ANSWER(Ladder.of(10, 3, 0)),
	/** The first day to give input or comments; it may have been. */
	OPENING(null),
	/** Input to a consultation. */
	INPUT(Ladder.of(10, 3, 0)),
	/** Comments on a draft. */
	REFERRAL(Ladder.of(10, 3, 0)),
	/** The political decision. */
	DECISION(Ladder.of(10, 3));

	private final @Nullable Ladder ladder;

	CycleDeadline(@Nullable Ladder ladder) {
		this.ladder = ladder;
	}

	@Override
	public String messageKey() {
		return "consultation.deadline." + name();
	}

	@Override
	public @Nullable Ladder ladder() {
		return this.ladder;
	}

	@Override
	public int notice() {
		return (this == ANSWER || this == INPUT || this == REFERRAL) ? DateRules.FAIR : 0;
	}

	@Override
	public boolean begins() {
		return this == OPENING;
	}

	@Component
	@Order(10)
	static class Kinds implements DeadlineKinds {

		@Override
		public List<DeadlineKind> all() {
			return List.of(values());
		}

	}

}
