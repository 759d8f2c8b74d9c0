package se.kulturlots.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.OriginalTexts;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;

/**
 * What is written of the meetings of a case: of those to come all, of others the name.
 */
@Component
@Order(10)
class MeetingOriginals implements OriginalTexts {

	private final Meetings meetings;

	private final MessageSource messages;

	private final AppClock clock;

	MeetingOriginals(Meetings meetings, MessageSource messages, AppClock clock) {
		this.meetings = meetings;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public List<Group> of(CaseId caseId, Locale reader) {
		return this.meetings.of(caseId)
			.stream()
			.filter((meeting) -> meeting.isPlanned() && meeting.status() != Meeting.Status.CANCELLED)
			.map((meeting) -> new Group(
					this.messages.getMessage("meeting.words", new Object[] { meeting.title() }, reader), meeting.id(),
					texts(meeting)))
			.toList();
	}

	private List<Original> texts(Meeting meeting) {
		List<Original> texts = new ArrayList<>();
		texts.add(new Original(Part.TITLE, meeting.title()));
		add(texts, Part.THEME, meeting.theme());
		add(texts, Part.TARGET_GROUP, meeting.targetGroup());
		if (this.clock.instant().isBefore(meeting.endsAt())) {
			add(texts, Part.PRACTICAL, meeting.practical());
			if (meeting.preparationSentAt() == null) {
				texts.add(new Original(Part.PREPARATION, meeting.preparation()));
			}
		}
		return texts;
	}

	private static void add(List<Original> texts, Part part, @Nullable String own) {
		if (own != null) {
			texts.add(new Original(part, own));
		}
	}

}
