package se.kulturlots.meeting;

/** The addresses of a meeting's pages, without language. */
public final class MeetingPath {

	private MeetingPath() {
	}

	/**
	 * Its page.
	 * @param casePath the address of its case
	 * @return the path
	 */
	public static String of(String casePath, Meeting meeting) {
		return casePath + "/meetings/" + meeting.id();
	}

	/**
	 * The form to register with.
	 * @param casePath the address of its case
	 * @return the path
	 */
	public static String registration(String casePath, Meeting meeting) {
		return of(casePath, meeting) + "/registration";
	}

	/**
	 * Its page for staff.
	 * @return the path
	 */
	public static String staff(Meeting meeting) {
		return staff(meeting.id());
	}

	/**
	 * The page of a meeting for staff.
	 * @return the path
	 */
	public static String staff(MeetingId meetingId) {
		return "/staff/meetings/" + meetingId;
	}

}
