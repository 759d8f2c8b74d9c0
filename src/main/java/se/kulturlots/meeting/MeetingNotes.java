package se.kulturlots.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Questions;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;

/** What was said at meetings, for each question and group. */
@Component
public class MeetingNotes {

	private static final String SELECT = """
			select n.id, n.meeting_id, n.question_id, q.position as question_position, q.text as question,
				n.group_name, n.text
			from meeting_note n left join question q on q.id = n.question_id
			""";

	private static final String ORDER = " order by q.position nulls last, n.position";

	private final JdbcClient jdbc;

	private final Questions questions;

	private final FormSubmissions forms;

	MeetingNotes(JdbcClient jdbc, Questions questions, FormSubmissions forms) {
		this.jdbc = jdbc;
		this.questions = questions;
		this.forms = forms;
	}

	/**
	 * The notes of a meeting.
	 * @return by question, those about none last
	 */
	public List<Note> of(UUID meetingId) {
		return this.jdbc.sql(SELECT + "where n.meeting_id = :meeting" + ORDER)
			.param("meeting", meetingId)
			.query(Note.class)
			.list();
	}

	/**
	 * The notes of all meetings of a case.
	 * @return by question, those about none last
	 */
	public List<Note> ofCase(CaseId caseId) {
		return this.jdbc.sql(SELECT + "join meeting m on m.id = n.meeting_id where m.case_id = :case" + ORDER)
			.param("case", caseId)
			.query(Note.class)
			.list();
	}

	/**
	 * Adds a note.
	 * @param questionId the question it belongs to, or null
	 * @param group who talked, or null for everyone
	 * @param text what was said
	 * @throws MeetingProblem if the question is another consultation's
	 */
	@Transactional
	public UUID add(Meeting meeting, @Nullable UUID questionId, @Nullable String group, String text) {
		requireQuestion(meeting, questionId);
		UUID id = UUID.randomUUID();
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
	 * @throws MeetingProblem if the question is another consultation's
	 */
	@Transactional
	public void add(Meeting meeting, UUID submissionId, @Nullable UUID questionId, @Nullable String group,
			String text) {
		this.forms.take("note:" + meeting.id(), FormSubmission.of(submissionId, questionId, group, text), (before) -> {
			Optional<UUID> earlier = before
				.filter((id) -> of(meeting.id()).stream().anyMatch((note) -> note.id().equals(id)));
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
	public void change(Meeting meeting, UUID noteId, @Nullable UUID questionId, @Nullable String group, String text) {
		requireQuestion(meeting, questionId);
		int changed = this.jdbc.sql("""
				update meeting_note set question_id = :question, group_name = :group, text = :text
				where id = :id and meeting_id = :meeting""")
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
	 * Takes a note away.
	 * @param meeting the meeting it belongs to
	 */
	@Transactional
	public void remove(Meeting meeting, UUID noteId) {
		this.jdbc.sql("delete from meeting_note where id = :id and meeting_id = :meeting")
			.param("id", noteId)
			.param("meeting", meeting.id())
			.update();
	}

	private void requireQuestion(Meeting meeting, @Nullable UUID questionId) {
		if (questionId != null && this.questions.of(meeting.caseId())
			.stream()
			.noneMatch((question) -> question.id().equals(questionId))) {
			throw MeetingProblem.question().at("question");
		}
	}

	/**
	 * A note.
	 *
	 * @param id its id
	 * @param meetingId the meeting
	 * @param questionId the question it belongs to, or null
	 * @param questionPosition the question's number, or null
	 * @param question the question, or null
	 * @param groupName who talked, or null for everyone
	 * @param text what was said, plain
	 */
	public record Note(UUID id, UUID meetingId, @Nullable UUID questionId, @Nullable Integer questionPosition,
			@Nullable String question, @Nullable String groupName, String text) {
	}

}
