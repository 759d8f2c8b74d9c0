package se.kulturlots.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.TextChanges;
import se.kulturlots.cases.TextChanges.Kept;
import se.kulturlots.cases.TextChanges.TextChange;
import se.kulturlots.core.AppClock;
import se.kulturlots.journal.Journal;

/**
 * The texts of a meeting that can be changed once they can be read. How they were is
 * kept.
 */
@Component
public class MeetingTexts {

	private final Meetings meetings;

	private final Registrations registrations;

	private final TextChanges changes;

	private final MeetingMails mails;

	private final Journal journal;

	private final AppClock clock;

	MeetingTexts(Meetings meetings, Registrations registrations, TextChanges changes, MeetingMails mails,
			Journal journal, AppClock clock) {
		this.meetings = meetings;
		this.registrations = registrations;
		this.changes = changes;
		this.mails = mails;
		this.journal = journal;
		this.clock = clock;
	}

	/** How the texts of a meeting were, the last change first. */
	public List<Kept> changes(Meeting meeting) {
		return this.changes.of(meeting.authorityId(), meeting.id());
	}

	/**
	 * Changes the texts.
	 * @param authorityId who asks
	 * @param seen the {@link Meeting#sequence() sequence} of the meeting that was changed
	 * @param tell whether everybody on the lists is mailed
	 * @throws MeetingProblem if somebody else has changed the meeting meanwhile, or it is
	 * cancelled
	 */
	@Transactional
	public void change(String authorityId, MeetingId id, int seen, Texts wanted, boolean tell) {
		this.meetings.get(authorityId, id);
		Meeting meeting = this.meetings.hold(id);
		Texts before = Texts.of(meeting);
		if (wanted.equals(before)) {
			return;
		}
		if (meeting.sequence() != seen) {
			throw MeetingProblem.changedMeanwhile();
		}
		meeting.describe(wanted, this.clock.instant());
		this.meetings.save(meeting);
		if (!meeting.isPublic()) {
			this.journal.note(authorityId, meeting.caseId(), "journal.meeting.texts", meeting.title());
			return;
		}
		this.changes.keep(authorityId, meeting.caseId(), id, before.to(wanted));
		this.journal.publish(authorityId, meeting.caseId(), "journal.meeting.texts", meeting.title());
		if (tell) {
			this.registrations.forEachActive(id, (lot) -> this.mails.textsChanged(meeting, lot));
		}
	}

	/**
	 * The texts that can be changed.
	 *
	 * @param theme what it is about
	 * @param targetGroup whom it is for
	 * @param practical practical information
	 */
	public record Texts(@Nullable String theme, @Nullable String targetGroup, @Nullable String practical) {

		/** The texts of a meeting. */
		public static Texts of(Meeting meeting) {
			return new Texts(meeting.theme(), meeting.targetGroup(), meeting.practical());
		}

		List<TextChange> to(Texts now) {
			List<TextChange> changes = new ArrayList<>();
			change("THEME", this.theme, now.theme).ifPresent(changes::add);
			change("TARGET_GROUP", this.targetGroup, now.targetGroup).ifPresent(changes::add);
			change("PRACTICAL", this.practical, now.practical).ifPresent(changes::add);
			return changes;
		}

		private static Optional<TextChange> change(String part, @Nullable String before, @Nullable String after) {
			return Objects.equals(before, after) ? Optional.empty() : Optional.of(new TextChange(part, 0,
					Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(after, "")));
		}

	}

}
