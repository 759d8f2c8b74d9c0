package se.kulturlots.meeting.web;

import java.util.List;
import java.util.Map;

import se.kulturlots.core.Sheet;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;

/** The meetings of a case as a file for spreadsheets. */
final class MeetingSheet {

	private MeetingSheet() {
	}

	static void write(List<Meeting> meetings, Map<MeetingId, Integer> waiting, Texts texts, Sheet sheet) {
		sheet.table(texts, "meeting.staff.list.heading", "meeting.fact.title", "meeting.fact.kind",
				"meeting.sheet.starts", "meeting.sheet.ends", "meeting.fact.where", "meeting.sheet.online",
				"meeting.fact.registrationLastDay", "meeting.fact.status", "meeting.fact.seats",
				"meeting.fact.registered", "meeting.fact.waiting");
		meetings.forEach((one) -> sheet.row(
				(one.wishedTitle() != null) ? one.wishedTitle() : texts.t("meeting.staff.unplanned", one.ordinal()),
				texts.word("meeting.kind.", one.kind()), one.isPlanned() ? one.startsAt() : null,
				one.isPlanned() ? one.endsAt() : null, one.place(),
				one.isPlanned() && one.isOnline() ? texts.t("core.sheet.yes") : null, one.registrationLastDay(),
				texts.word("meeting.status.", one.status()), one.capacity(), one.isPublic() ? one.seatsTaken() : null,
				one.isPublic() ? waiting.getOrDefault(one.id(), 0) : null));
	}

}
