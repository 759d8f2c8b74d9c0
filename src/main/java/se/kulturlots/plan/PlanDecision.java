package se.kulturlots.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a political body decided on a version of a plan.
 *
 * @param number the version
 * @param body who decided
 * @param outcome what
 * @param decidedOn when
 * @param paragraph the paragraph of the minutes
 * @param reference the number in the public record
 * @param comment what is to be changed, or why it was rejected
 */
public record PlanDecision(int number, Body body, Outcome outcome, LocalDate decidedOn, String paragraph,
		String reference, @Nullable String comment) {

	/** Who decides. */
	public enum Body {

		COMMITTEE, COUNCIL;

		/** The key of its name. */
		public String messageKey() {
			return "plan.body." + name();
		}

	}

	/** What they decide. */
	public enum Outcome {

		APPROVED, SENT_BACK, REJECTED;

		/** The key of its name. */
		public String messageKey() {
			return "plan.outcome." + name();
		}

	}

}
