package se.kulturlots.plan;

import se.kulturlots.core.Problem;

/** What can be wrong about a plan. */
public final class PlanProblem extends Problem {

	private PlanProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "plan.problem." + reason, arguments);
	}

	public static PlanProblem unknown() {
		return new PlanProblem(Kind.NOT_FOUND, "unknown");
	}

	public static PlanProblem unknownSection() {
		return new PlanProblem(Kind.NOT_FOUND, "unknownSection");
	}

	public static PlanProblem unknownInput() {
		return new PlanProblem(Kind.NOT_FOUND, "unknownInput");
	}

	public static PlanProblem notPublished() {
		return new PlanProblem(Kind.NOT_FOUND, "notPublished");
	}

	public static PlanProblem mayNotWrite() {
		return new PlanProblem(Kind.FORBIDDEN, "mayNotWrite");
	}

	public static PlanProblem underReview() {
		return new PlanProblem(Kind.CONFLICT, "underReview");
	}

	public static PlanProblem decided() {
		return new PlanProblem(Kind.CONFLICT, "decided");
	}

	public static PlanProblem rejected() {
		return new PlanProblem(Kind.CONFLICT, "rejected");
	}

	public static PlanProblem noSections() {
		return new PlanProblem(Kind.INVALID, "noSections");
	}

	public static PlanProblem emptySection(String heading) {
		return new PlanProblem(Kind.INVALID, "emptySection", heading);
	}

	public static PlanProblem tooManySections(int most) {
		return new PlanProblem(Kind.INVALID, "tooManySections", most);
	}

	public static PlanProblem sectionInUse() {
		return new PlanProblem(Kind.INVALID, "sectionInUse");
	}

	public static PlanProblem changedMeanwhile() {
		return new PlanProblem(Kind.CONFLICT, "changedMeanwhile");
	}

	public static PlanProblem inputsChangedMeanwhile(String references) {
		return new PlanProblem(Kind.CONFLICT, "inputsChangedMeanwhile", references);
	}

	public static PlanProblem nothingChosen() {
		return new PlanProblem(Kind.INVALID, "nothingChosen");
	}

	public static PlanProblem sectionMissing() {
		return new PlanProblem(Kind.INVALID, "sectionMissing");
	}

	public static PlanProblem reasonMissing() {
		return new PlanProblem(Kind.INVALID, "reasonMissing");
	}

	public static PlanProblem answerMissing() {
		return new PlanProblem(Kind.INVALID, "answerMissing");
	}

	public static PlanProblem futureDate() {
		return new PlanProblem(Kind.INVALID, "futureDate");
	}

	public static PlanProblem councilBeforeCommittee() {
		return new PlanProblem(Kind.INVALID, "councilBeforeCommittee");
	}

	public static PlanProblem submittedBeforeDecision() {
		return new PlanProblem(Kind.INVALID, "submittedBeforeDecision");
	}

	public static PlanProblem cycleRuns() {
		return new PlanProblem(Kind.CONFLICT, "cycleRuns");
	}

	public static PlanProblem alreadyRunning() {
		return new PlanProblem(Kind.INVALID, "alreadyRunning");
	}

	public static PlanProblem notFixed() {
		return new PlanProblem(Kind.INVALID, "notFixed");
	}

	public static PlanProblem notDecided() {
		return new PlanProblem(Kind.INVALID, "notDecided");
	}

	public static PlanProblem answersSent() {
		return new PlanProblem(Kind.CONFLICT, "answersSent");
	}

}
