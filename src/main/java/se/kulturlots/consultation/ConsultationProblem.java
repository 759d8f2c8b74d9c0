package se.kulturlots.consultation;

import se.kulturlots.core.Problem;

/** What can be wrong about a consultation. */
public final class ConsultationProblem extends Problem {

	private ConsultationProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "consultation.problem." + reason, arguments);
	}

	public static ConsultationProblem unknown() {
		return new ConsultationProblem(Kind.NOT_FOUND, "unknown");
	}

	public static ConsultationProblem alreadyOpen() {
		return new ConsultationProblem(Kind.CONFLICT, "alreadyOpen");
	}

	public static ConsultationProblem ended() {
		return new ConsultationProblem(Kind.CONFLICT, "ended");
	}

	public static ConsultationProblem planPeriod() {
		return new ConsultationProblem(Kind.INVALID, "planPeriod");
	}

	public static ConsultationProblem tooLittleTime(int workingDays) {
		return new ConsultationProblem(Kind.INVALID, "tooLittleTime", workingDays);
	}

	static ConsultationProblem schedule(String reason) {
		return new ConsultationProblem(Kind.INVALID, "schedule." + reason);
	}

	public static ConsultationProblem noQuestions() {
		return new ConsultationProblem(Kind.INVALID, "noQuestions");
	}

	public static ConsultationProblem tooManyQuestions(int most) {
		return new ConsultationProblem(Kind.INVALID, "tooManyQuestions", most);
	}

	public static ConsultationProblem questionsFixed() {
		return new ConsultationProblem(Kind.CONFLICT, "questionsFixed");
	}

	public static ConsultationProblem noInvitees() {
		return new ConsultationProblem(Kind.INVALID, "noInvitees");
	}

	public static ConsultationProblem inventoryRuns() {
		return new ConsultationProblem(Kind.CONFLICT, "inventoryRuns");
	}

	static Problem textsChangedMeanwhile() {
		return new ConsultationProblem(Kind.CONFLICT, "textsChangedMeanwhile").at("submissionId");
	}

	public static ConsultationProblem invitationClosed() {
		return new ConsultationProblem(Kind.CONFLICT, "invitationClosed");
	}

	public static ConsultationProblem inviteesFixed() {
		return new ConsultationProblem(Kind.CONFLICT, "inviteesFixed");
	}

	public static ConsultationProblem reasonMissing() {
		return new ConsultationProblem(Kind.INVALID, "reasonMissing");
	}

	static ConsultationProblem noEarlier() {
		return new ConsultationProblem(Kind.INVALID, "noEarlier");
	}

	public static ConsultationProblem officerUnknown() {
		return new ConsultationProblem(Kind.INVALID, "officerUnknown");
	}

}
