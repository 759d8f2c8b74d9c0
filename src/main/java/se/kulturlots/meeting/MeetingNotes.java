package se.kulturlots.meeting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.Removed;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.MeetingHost.Question;

/** What was said at meetings, for each question and group. */
@Component
public class MeetingNotes {

	private final JdbcClient jdbc;

	private final MeetingHosts hosts;

	private final FormSubmissions forms;

	private final Journal journal;

	private final AppClock clock;

	MeetingNotes(JdbcClient jdbc, MeetingHosts hosts, FormSubmissions forms, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.hosts = hosts;
		this.forms = forms;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The notes of a meeting.
	 * @return by question, those about none last
	 */
	public List<Note> of(Meeting meeting) {
		Map<QuestionId, Question> questions = this.hosts.of(meeting.caseId())
			.questions(meeting.caseId())
			.stream()
			.collect(Collectors.toMap(Question::id, Function.identity()));
		return this.jdbc.sql("""
				select id, question_id, group_name, text from meeting_note
				where meeting_id = :meeting and removed_at is null order by position""")
			.param("meeting", meeting.id())
			.query((rs, row) -> new Note(Columns.id(rs, 1, NoteId::new),
					questions.get(Columns.idOrNull(rs, 2, QuestionId::new)), rs.getString(3), rs.getString(4)))
			.list()
			.stream()
			.sorted(Comparator
				.comparingInt((note) -> (note.question() != null) ? note.question().position() : Integer.MAX_VALUE))
			.toList();
	}

	/**
	 * Adds a note.
	 * @param questionId the question it belongs to, or null
	 * @param group who talked, or null for everyone
	 * @param text what was said
	 * @throws MeetingProblem if the question is another case's
	 */
	@Transactional
	public NoteId add(Meeting meeting, @Nullable QuestionId questionId, @Nullable String group, String text) {
		requireQuestion(meeting, questionId);
		NoteId id = new NoteId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into meeting_note (id, authority_id, meeting_id, question_id, group_name, text)
				values (:id, :authority, :meeting, :question, :group, :text)""")
			.param("id", id)
			.param("authority", meeting.authorityId())
			.param("meeting", meeting.id())
			.param("question", questionId)
			.param("group", group)
			.param("text", text)
			.update();
		return id;
	}

	/**
	 * Adds a note with a form; the same form sent again with other words changes it.
	 * @param submissionId the id of the form
	 * @param questionId the question it belongs to, or null
	 * @param group who talked, or null for everyone
	 * @param text what was said
	 * @throws MeetingProblem if the question is another case's
	 */
	@Transactional
	public void add(Meeting meeting, UUID submissionId, @Nullable QuestionId questionId, @Nullable String group,
			String text) {
		this.forms.take("note:" + meeting.id(), FormSubmission.of(submissionId, questionId, group, text), NoteId::new,
				(before) -> {
					Optional<NoteId> earlier = before
						.filter((id) -> of(meeting).stream().anyMatch((note) -> note.id().equals(id)));
					earlier.ifPresent((id) -> change(meeting, id, questionId, group, text));
					return earlier.orElseGet(() -> add(meeting, questionId, group, text));
				});
	}

	/**
	 * Changes a note.
	 * @param meeting the meeting it belongs to
	 * @param questionId the question it belongs to, or null
	 * @param group who talked, or null for everyone
	 * @param text what was said
	 * @throws MeetingProblem if there is no such note
	 */
	@Transactional
	public void change(Meeting meeting, NoteId noteId, @Nullable QuestionId questionId, @Nullable String group,
			String text) {
		requireQuestion(meeting, questionId);
		int changed = this.jdbc.sql("""
				update meeting_note set question_id = :question, group_name = :group, text = :text
				where id = :id and meeting_id = :meeting and removed_at is null""")
			.param("id", noteId)
			.param("meeting", meeting.id())
			.param("question", questionId)
			.param("group", group)
			.param("text", text)
			.update();
		if (changed == 0) {
			throw MeetingProblem.unknownNote();
		}
	}

	/**
	 * Takes a note away; it can be had back.
	 * @param meeting the meeting it belongs to
	 */
	@Transactional
	public void remove(Meeting meeting, NoteId noteId) {
		int removed = this.jdbc.sql(
				"update meeting_note set removed_at = :now where id = :id and meeting_id = :meeting and removed_at is null")
			.param("now", this.clock.instant())
			.param("id", noteId)
			.param("meeting", meeting.id())
			.update();
		if (removed > 0) {
			this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.noteRemoved", meeting.title());
		}
	}

	/**
	 * Notes that were taken away, the last one first.
	 * @return the text by the id
	 */
	public Map<NoteId, String> removed(Meeting meeting) {
		Map<NoteId, String> removed = new LinkedHashMap<>();
		this.jdbc.sql("""
				select id, text from meeting_note where meeting_id = :meeting and removed_at is not null
				order by removed_at desc, id limit 50""").param("meeting", meeting.id()).query((rs) -> {
			removed.put(Columns.id(rs, 1, NoteId::new), rs.getString(2));
		});
		return removed;
	}

	/** Gets a note back. */
	@Transactional
	public void restore(Meeting meeting, NoteId noteId) {
		int restored = this.jdbc.sql("""
				update meeting_note set removed_at = null
				where id = :id and meeting_id = :meeting and removed_at is not null""")
			.param("id", noteId)
			.param("meeting", meeting.id())
			.update();
		if (restored > 0) {
			this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.noteRestored", meeting.title());
		}
	}

	/** Deletes those that can no longer be had back. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-removed.every:PT6H}",
			initialDelayString = "${kulturlots.forget-removed.every:PT6H}")
	public void forgetRemoved() {
		this.jdbc.sql("delete from meeting_note where removed_at < :before")
			.param("before", Removed.forgottenBefore(this.clock.instant()))
			.update();
	}

	private void requireQuestion(Meeting meeting, @Nullable QuestionId questionId) {
		if (questionId != null && this.hosts.of(meeting.caseId())
			.questions(meeting.caseId())
			.stream()
			.noneMatch((question) -> question.id().equals(questionId))) {
			throw MeetingProblem.question().at("question");
		}
	}

	/**
	 * A note.
	 *
	 * @param question the question it belongs to, or null
	 * @param groupName who talked, or null for everyone
	 * @param text what was said, plain
	 */
	public record Note(NoteId id, @Nullable Question question, @Nullable String groupName, String text) {
	}

}
