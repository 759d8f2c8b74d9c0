package se.kulturlots.meeting;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.core.DateText;
import se.kulturlots.core.Id;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.TaskSubjects;

/** Tells the tasks of one meeting from those of another. */
@Component
class MeetingSubjects implements TaskSubjects {

	private final Meetings meetings;

	private final WorkingCalendars calendars;

	private final MessageSource messages;

	MeetingSubjects(Meetings meetings, WorkingCalendars calendars, MessageSource messages) {
		this.messages = messages;
		this.meetings = meetings;
		this.calendars = calendars;
	}

	@Override
	public ProcessKey process() {
		return MeetingProcess.KEY;
	}

	@Override
	public Map<? extends Id, String> names(Collection<? extends Id> ids, Locale locale) {
		return this.meetings.findAllById(ids.stream().map((id) -> new MeetingId(id.value())).toList())
			.stream()
			.collect(Collectors.toMap(Meeting::id, (meeting) -> name(meeting, locale)));
	}

	private String name(Meeting meeting, Locale locale) {
		if (!meeting.isPlanned()) {
			String wished = meeting.wishedTitle();
			return (wished != null) ? wished
					: this.messages.getMessage("meeting.staff.unplanned", new Object[] { meeting.ordinal() }, locale);
		}
		return meeting.title() + ", "
				+ DateText.dateTime(meeting.startsAt(), this.calendars.of(meeting.authorityId()).zone(), locale);
	}

}
