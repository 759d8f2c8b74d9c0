package se.kulturlots.meeting;

import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.ProcessMessage;
import se.kulturlots.workflow.ProcessVariable;

/** The process of a meeting, and what it is told. */
public final class MeetingProcess {

	public static final ProcessKey KEY = new ProcessKey("meeting");

	/** To another time or place. */
	public static final ProcessMessage MOVED = new ProcessMessage("meeting.moved");

	static final ProcessMessage CANCELLED = new ProcessMessage("meeting.cancelled");

	/** The meeting was moved so far that its registration is open once more. */
	static final ProcessMessage REGISTRATION_REOPENED = new ProcessMessage("registration.reopened");

	/** Somebody wants to raise something; brings the id of the registration. */
	public static final ProcessMessage REGISTRATION_WITH_TOPIC = new ProcessMessage("registration.withTopic",
			new ProcessVariable("registrationId"));

	private MeetingProcess() {
	}

}
