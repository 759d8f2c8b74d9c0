package se.kulturlots.input;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.meeting.QuestionId;

/** Everything that was said, one by one. */
@Component
public class Inputs {

	private static final String SELECT = """
			select id, authority_id, period_id, submission_id, position, reference, question_id, section_id, heading,
				text, theme, duplicate_of, hidden, hidden_reason, triaged_by, triaged_at, withdrawn_at, written_at
			from input\s""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	Inputs(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws InputProblem if there is none such
	 */
	public Input get(String authorityId, InputId id) {
		return this.jdbc.sql(SELECT + "where id = :id and authority_id = :authority")
			.param("id", id)
			.param("authority", authorityId)
			.query(Inputs::read)
			.optional()
			.orElseThrow(InputProblem::unknown);
	}

	Optional<Input> find(InputPeriodId periodId, String reference) {
		return this.jdbc.sql(SELECT + "where period_id = :period and reference = upper(:reference)")
			.param("period", periodId)
			.param("reference", reference)
			.query(Inputs::read)
			.optional();
	}

	/* in the order of their ids, so that nobody waits for each other in a ring */
	List<Input> lock(String authorityId, Collection<InputId> ids) {
		return this.jdbc
			.sql(SELECT + "where authority_id = :authority and id = any(cast(:ids as uuid[])) order by id for update")
			.param("authority", authorityId)
			.param("ids", Id.texts(ids))
			.query(Inputs::read)
			.list();
	}

	/**
	 * What came with a submission.
	 * @return in the order of the form, with what was withdrawn
	 */
	public List<Input> of(SubmissionId submissionId) {
		return this.jdbc.sql(SELECT + "where submission_id = :submission order by position")
			.param("submission", submissionId)
			.query(Inputs::read)
			.list();
	}

	/**
	 * What came with several submissions.
	 * @return in the order of the form, with what was withdrawn
	 */
	public List<Input> of(Collection<SubmissionId> submissionIds) {
		if (submissionIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(SELECT + "where submission_id in (:submissions) order by position")
			.param("submissions", submissionIds)
			.query(Inputs::read)
			.list();
	}

	/**
	 * What says the same as an input.
	 * @param inputId the one that stands for all
	 * @return by number, without what was withdrawn
	 */
	public List<Input> joinedTo(InputId inputId) {
		return this.jdbc.sql(SELECT + "where duplicate_of = :id and withdrawn_at is null order by reference")
			.param("id", inputId)
			.query(Inputs::read)
			.list();
	}

	/**
	 * How an input read before it was changed.
	 * @return the latest first
	 */
	public List<EarlierText> earlier(InputId inputId) {
		return earlier(List.of(inputId));
	}

	/**
	 * How inputs read before they were changed.
	 * @return the latest first
	 */
	public List<EarlierText> earlier(Collection<InputId> inputIds) {
		return this.jdbc.sql("""
				select input_id, written_at, until, text from input_earlier_text
				where input_id = any(cast(:ids as uuid[])) order by until desc""")
			.param("ids", Id.texts(inputIds))
			.query((rs, row) -> new EarlierText(Columns.id(rs, 1, InputId::new), Columns.instant(rs, 2),
					Columns.instant(rs, 3), rs.getString(4)))
			.list();
	}

	void insert(List<Input> inputs) {
		this.template.batchUpdate("""
				insert into input (id, authority_id, period_id, submission_id, position, reference, question_id,
					section_id, heading, text, hidden, written_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)""", inputs.stream()
			.map((it) -> new Object[] { it.id(), it.authorityId(), it.periodId(), it.submissionId(), it.position(),
					it.reference(), it.questionId(), it.sectionId(), it.heading(), it.text(), it.writtenAt() })
			.toList());
	}

	/*
	 * what is written anew, also after it was withdrawn, is to be sorted anew; what was
	 * hidden stays so
	 */
	void rewrite(Collection<Rewritten> rewritten, Instant now) {
		this.template.batchUpdate("""
				insert into input_earlier_text (input_id, written_at, until, text)
				select id, written_at, coalesce(withdrawn_at, ?), text from input where id = ? and text <> ?
				on conflict do nothing""",
				rewritten.stream().map((it) -> new Object[] { now, it.id(), it.text() }).toList());
		this.template.batchUpdate("""
				update input set text = ?, theme = null, duplicate_of = null, triaged_by = null, triaged_at = null,
					withdrawn_at = null, written_at = ?
				where id = ?""", rewritten.stream().map((it) -> new Object[] { it.text(), now, it.id() }).toList());
	}

	/*
	 * those locked; those that said the same speak for themselves again, sorted as it was
	 */
	void release(Collection<InputId> originals) {
		this.jdbc.sql("""
				update input d set duplicate_of = null, theme = coalesce(d.theme, o.theme)
				from input o where d.duplicate_of = o.id and o.id = any(cast(:ids as uuid[]))""")
			.param("ids", Id.texts(originals))
			.update();
	}

	void withdraw(Collection<InputId> ids, Instant now) {
		this.jdbc.sql("""
				update input set withdrawn_at = :now, duplicate_of = null
				where id = any(cast(:ids as uuid[])) and withdrawn_at is null""")
			.param("now", now)
			.param("ids", Id.texts(ids))
			.update();
	}

	static Input read(ResultSet rs, int row) throws SQLException {
		return new Input(Columns.id(rs, "id", InputId::new), rs.getString("authority_id"),
				Columns.id(rs, "period_id", InputPeriodId::new), Columns.id(rs, "submission_id", SubmissionId::new),
				rs.getInt("position"), rs.getString("reference"), Columns.idOrNull(rs, "question_id", QuestionId::new),
				Columns.idOrNull(rs, "section_id", SectionId::new), rs.getString("heading"), rs.getString("text"),
				rs.getString("theme"), Columns.idOrNull(rs, "duplicate_of", InputId::new), rs.getBoolean("hidden"),
				rs.getString("hidden_reason"), rs.getString("triaged_by"), Columns.instantOrNull(rs, "triaged_at"),
				Columns.instantOrNull(rs, "withdrawn_at"), Columns.instant(rs, "written_at"));
	}

	/**
	 * How an input read.
	 *
	 * @param writtenAt since when
	 * @param until when it was changed
	 * @param text what it said until then
	 */
	public record EarlierText(InputId inputId, Instant writtenAt, Instant until, String text) {
	}

	/**
	 * An input in new words.
	 *
	 * @param text the words
	 */
	record Rewritten(InputId id, String text) {
	}

}
