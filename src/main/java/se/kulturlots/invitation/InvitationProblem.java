package se.kulturlots.invitation;

import se.kulturlots.core.Problem;

/** What can be wrong about an invitation. */
public final class InvitationProblem extends Problem {

	private InvitationProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "invitation.problem." + reason, arguments);
	}

	public static InvitationProblem unknown() {
		return new InvitationProblem(Kind.NOT_FOUND, "unknown");
	}

	public static InvitationProblem alreadySent() {
		return new InvitationProblem(Kind.CONFLICT, "alreadySent");
	}

	public static InvitationProblem nobodyInvited() {
		return new InvitationProblem(Kind.INVALID, "nobodyInvited");
	}

	public static InvitationProblem meetingsNotPlanned(int meetings) {
		return new InvitationProblem(Kind.INVALID, "meetingsNotPlanned", meetings);
	}

	public static InvitationProblem answerDayPast() {
		return new InvitationProblem(Kind.INVALID, "answerDayPast");
	}

	public static InvitationProblem closed() {
		return new InvitationProblem(Kind.GONE, "closed");
	}

	public static InvitationProblem underWay() {
		return new InvitationProblem(Kind.CONFLICT, "underWay");
	}

	public static InvitationProblem notPlanned() {
		return new InvitationProblem(Kind.INVALID, "notPlanned");
	}

}
