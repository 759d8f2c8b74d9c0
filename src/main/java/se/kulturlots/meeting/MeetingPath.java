package se.kulturlots.meeting;

import java.util.UUID;

import se.kulturlots.consultation.Consultation;

/** The addresses of a meeting's pages, without language. */
public final class MeetingPath {

	private MeetingPath() {
	}

	/**
	 * Its page.
	 * @param consultation the consultation
	 * @param meeting the meeting
	 * @return the path
	 */
	public static String of(Consultation consultation, Meeting meeting) {
		return consultation.path() + "/meetings/" + meeting.id();
	}

	/**
	 * The form to register with.
	 * @param consultation the consultation
	 * @param meeting the meeting
	 * @return the path
	 */
	public static String registration(Consultation consultation, Meeting meeting) {
		return of(consultation, meeting) + "/registration";
	}

	/**
	 * Its page for staff.
	 * @param meeting the meeting
	 * @return the path
	 */
	public static String staff(Meeting meeting) {
		return staff(meeting.id());
	}

	/**
	 * The page of a meeting for staff.
	 * @param meetingId the meeting
	 * @return the path
	 */
	public static String staff(UUID meetingId) {
		return "/staff/meetings/" + meetingId;
	}

}
