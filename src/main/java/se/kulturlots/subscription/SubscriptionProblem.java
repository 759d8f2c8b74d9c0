package se.kulturlots.subscription;

import se.kulturlots.core.Problem;

/** What can be wrong about a subscription. */
public final class SubscriptionProblem extends Problem {

	private SubscriptionProblem(Kind kind, String reason) {
		super(kind, "subscription.problem." + reason);
	}

	/** The consultation is not one that can be followed. */
	public static SubscriptionProblem unknownConsultation() {
		return new SubscriptionProblem(Kind.INVALID, "unknownConsultation");
	}

}
