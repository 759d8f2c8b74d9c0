package se.kulturlots.meeting;

import se.kulturlots.core.Problem;

/** What can be wrong about a meeting or a registration. */
public final class MeetingProblem extends Problem {

	private MeetingProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "meeting.problem." + reason, arguments);
	}

	public static MeetingProblem unknown() {
		return new MeetingProblem(Kind.NOT_FOUND, "unknown");
	}

	public static MeetingProblem unknownRegistration() {
		return new MeetingProblem(Kind.NOT_FOUND, "unknownRegistration");
	}

	public static MeetingProblem unknownNote() {
		return new MeetingProblem(Kind.NOT_FOUND, "unknownNote");
	}

	public static MeetingProblem notPlanned() {
		return new MeetingProblem(Kind.CONFLICT, "notPlanned");
	}

	public static MeetingProblem alreadyPublished() {
		return new MeetingProblem(Kind.CONFLICT, "alreadyPublished");
	}

	static Problem changedMeanwhile() {
		return new MeetingProblem(Kind.CONFLICT, "changedMeanwhile").at("submissionId");
	}

	public static MeetingProblem past() {
		return new MeetingProblem(Kind.INVALID, "past");
	}

	public static MeetingProblem tooFar(int years) {
		return new MeetingProblem(Kind.INVALID, "tooFar", years);
	}

	public static MeetingProblem noOrdinaryTime(String earliest, String latest) {
		return new MeetingProblem(Kind.INVALID, "noOrdinaryTime", earliest, latest);
	}

	public static MeetingProblem endsBeforeStart() {
		return new MeetingProblem(Kind.INVALID, "endsBeforeStart");
	}

	public static MeetingProblem nowhere() {
		return new MeetingProblem(Kind.INVALID, "nowhere");
	}

	public static MeetingProblem link() {
		return new MeetingProblem(Kind.INVALID, "link");
	}

	public static MeetingProblem registrationEndsAfterMeeting() {
		return new MeetingProblem(Kind.INVALID, "registrationEndsAfterMeeting");
	}

	public static MeetingProblem registrationPast() {
		return new MeetingProblem(Kind.INVALID, "registrationPast");
	}

	public static MeetingProblem capacity(int fewest, int most) {
		return new MeetingProblem(Kind.INVALID, "capacity", fewest, most);
	}

	public static MeetingProblem seatsTaken(int taken) {
		return new MeetingProblem(Kind.INVALID, "seatsTaken", taken);
	}

	public static MeetingProblem nothingMoved() {
		return new MeetingProblem(Kind.INVALID, "nothingMoved");
	}

	public static MeetingProblem reasonMissing() {
		return new MeetingProblem(Kind.INVALID, "reasonMissing");
	}

	public static MeetingProblem closed() {
		return new MeetingProblem(Kind.GONE, "closed");
	}

	public static MeetingProblem begun() {
		return new MeetingProblem(Kind.CONFLICT, "begun");
	}

	public static MeetingProblem notBegun() {
		return new MeetingProblem(Kind.CONFLICT, "notBegun");
	}

	public static MeetingProblem notEnded() {
		return new MeetingProblem(Kind.CONFLICT, "notEnded");
	}

	public static MeetingProblem cancelled() {
		return new MeetingProblem(Kind.GONE, "cancelled");
	}

	public static MeetingProblem registrationCancelled() {
		return new MeetingProblem(Kind.GONE, "registrationCancelled");
	}

	public static MeetingProblem alreadyRegistered() {
		return new MeetingProblem(Kind.INVALID, "alreadyRegistered");
	}

	public static MeetingProblem topicMissing() {
		return new MeetingProblem(Kind.INVALID, "topicMissing");
	}

	public static MeetingProblem topicKindMissing() {
		return new MeetingProblem(Kind.INVALID, "topicKindMissing");
	}

	public static MeetingProblem unreachable() {
		return new MeetingProblem(Kind.INVALID, "unreachable");
	}

	public static MeetingProblem consultation() {
		return new MeetingProblem(Kind.INVALID, "consultation");
	}

	public static MeetingProblem question() {
		return new MeetingProblem(Kind.INVALID, "question");
	}

	public static MeetingProblem preparationMissing() {
		return new MeetingProblem(Kind.INVALID, "preparationMissing");
	}

	public static MeetingProblem notAllowed() {
		return new MeetingProblem(Kind.FORBIDDEN, "notAllowed");
	}

}
