package se.kulturlots.meeting.web;

import se.kulturlots.meeting.Registration;

/**
 * A registration and its meeting.
 *
 * @param path the address behind the personal link
 * @param view the meeting
 * @param ahead whether the meeting is still to come
 */
public record MyRegistration(String path, Registration registration, MeetingView view, boolean ahead) {

	public boolean changeable() {
		return this.ahead && this.registration.isActive();
	}

	public boolean seated() {
		return this.registration.status() == Registration.Status.REGISTERED;
	}

}
