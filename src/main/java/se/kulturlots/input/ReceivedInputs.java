package se.kulturlots.input;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.Lots;
import se.kulturlots.meeting.QuestionId;

/** Hands on what was said to those who write the plan. */
@Component
class ReceivedInputs implements ReceivedInput {

	private final JdbcClient jdbc;

	private final InputLetters letters;

	ReceivedInputs(JdbcClient jdbc, InputLetters letters) {
		this.jdbc = jdbc;
		this.letters = letters;
	}

	@Override
	public List<ReceivedItem> items(Collection<InputId> inputIds) {
		String[] ids = Id.texts(inputIds);
		Map<InputId, List<Voice>> also = new HashMap<>();
		this.jdbc.sql("""
				select i.duplicate_of, i.id as input_id, i.reference, s.organisation_name, s.email, s.language
				from input i join input_submission s on s.id = i.submission_id
				where i.duplicate_of = any(cast(:ids as uuid[])) and i.withdrawn_at is null
				order by s.received_at, s.reference, i.position""").param("ids", ids).query((rs) -> {
			also.computeIfAbsent(Columns.idOrNull(rs, "duplicate_of", InputId::new), (key) -> new ArrayList<>())
				.add(new Voice(Columns.id(rs, "input_id", InputId::new), rs.getString("reference"),
						rs.getString("organisation_name"), rs.getString("email"), rs.getString("language")));
		});
		return this.jdbc.sql("""
				select i.id, i.reference, s.received_at, p.kind, i.theme, i.question_id, i.section_id, i.text,
					s.organisation_name, s.late, i.hidden, s.email, s.language
				from received_input r
				join input i on i.id = r.input_id
				join input_submission s on s.id = i.submission_id
				join input_period p on p.id = i.period_id
				where r.input_id = any(cast(:ids as uuid[]))
				order by s.received_at, s.reference, i.position""")
			.param("ids", ids)
			.query((rs, row) -> read(rs, also))
			.list();
	}

	@Override
	public void forEachAnswered(CaseId consultationId, Consumer<List<Answered>> work) {
		Lots.forEach((after) -> this.jdbc.sql("""
				select i.id as input_id, s.language
				from input_period p join input i on i.period_id = p.id join input_submission s on s.id = i.submission_id
				where p.consultation_id = :consultation and i.withdrawn_at is null and i.duplicate_of is null
				and i.id > :after order by i.id limit :most""")
			.param("consultation", consultationId)
			.param("after", after)
			.param("most", Lots.SIZE)
			.query((rs, row) -> new Answered(Columns.id(rs, 1, InputId::new), rs.getString(2)))
			.list(), Answered::inputId, work);
	}

	@Override
	public Addressed addressed(CaseId consultationId) {
		return this.jdbc
			.sql("""
					select count(distinct lower(s.email)) as people, count(*) filter (where s.email is null) as without_address
					from input_period p join input i on i.period_id = p.id join input_submission s on s.id = i.submission_id
					where p.consultation_id = :consultation and i.withdrawn_at is null""")
			.param("consultation", consultationId)
			.query(Addressed.class)
			.single();
	}

	@Override
	public void forEachSender(CaseId consultationId, Consumer<List<Answerable>> work) {
		Lots.forEach("", (after) -> senders(consultationId, after), Function.identity(),
				(senders) -> work.accept(said(consultationId, senders)));
	}

	private List<String> senders(CaseId consultationId, String after) {
		return this.jdbc.sql("""
				select distinct lower(s.email) as address
				from input_period p join input_submission s on s.period_id = p.id
				where p.consultation_id = :consultation and s.withdrawn_at is null and lower(s.email) > :after
				order by 1 limit :most""")
			.param("consultation", consultationId)
			.param("after", after)
			.param("most", Lots.SIZE)
			.query(String.class)
			.list();
	}

	private List<Answerable> said(CaseId consultationId, List<String> senders) {
		return this.jdbc.sql("""
				select i.id as input_id, coalesce(i.duplicate_of, i.id) as answered_with, i.reference,
					lower(s.email) as recipient, s.language
				from input_period p join input_submission s on s.period_id = p.id
				join input i on i.submission_id = s.id
				where p.consultation_id = :consultation and lower(s.email) in (:senders) and i.withdrawn_at is null
				order by s.received_at, s.reference, i.position""")
			.param("consultation", consultationId)
			.param("senders", senders)
			.query(ReceivedInputs::answerable)
			.list();
	}

	@Override
	public void forEachWithoutAddress(CaseId consultationId, Consumer<List<Answerable>> work) {
		Lots.forEach("", (after) -> withoutAddress(consultationId, after), Function.identity(),
				(organisations) -> work.accept(this.jdbc.sql("""
						select distinct on (s.received_at, s.reference, i.position, v.organisation_id)
							i.id as input_id, coalesce(i.duplicate_of, i.id) as answered_with, i.reference,
							cast(v.organisation_id as text) as recipient, s.language
						from invitee v join invitee_voice w on w.invitee_id = v.id
						join input_submission s on s.id = w.subject_id
						join input i on i.submission_id = s.id
						where v.consultation_id = :consultation and v.joined_into is null and s.email is null
						and cast(v.organisation_id as text) in (:organisations) and i.withdrawn_at is null
						order by s.received_at, s.reference, i.position, v.organisation_id""")
					.param("consultation", consultationId)
					.param("organisations", organisations)
					.query(ReceivedInputs::answerable)
					.list()));
	}

	private static Answerable answerable(ResultSet rs, int row) throws SQLException {
		return new Answerable(Columns.id(rs, 1, InputId::new), Columns.id(rs, 2, InputId::new), rs.getString(3),
				rs.getString(4), rs.getString(5));
	}

	private List<String> withoutAddress(CaseId consultationId, String after) {
		return this.jdbc.sql("""
				select distinct cast(v.organisation_id as text) as organisation
				from invitee v join invitee_voice w on w.invitee_id = v.id
				join input_submission s on s.id = w.subject_id
				where v.consultation_id = :consultation and v.joined_into is null and s.email is null
				and s.withdrawn_at is null and cast(v.organisation_id as text) > :after
				order by 1 limit :most""")
			.param("consultation", consultationId)
			.param("after", after)
			.param("most", Lots.SIZE)
			.query(String.class)
			.list();
	}

	@Override
	public Map<InputId, String> personalPaths(String authorityId, CaseId consultationId, Collection<InputId> inputIds) {
		Map<InputId, SubmissionId> submissions = new HashMap<>();
		this.jdbc.sql("""
				select id, submission_id from input
				where authority_id = :authority and id = any(cast(:ids as uuid[]))""")
			.param("authority", authorityId)
			.param("ids", Id.texts(inputIds))
			.query((rs) -> {
				submissions.put(Columns.id(rs, 1, InputId::new), Columns.id(rs, 2, SubmissionId::new));
			});
		Map<SubmissionId, String> paths = this.letters.personalPaths(authorityId, consultationId,
				submissions.values().stream().distinct().toList());
		return submissions.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (each) -> paths.get(each.getValue())));
	}

	private static ReceivedItem read(ResultSet rs, Map<InputId, List<Voice>> also) throws SQLException {
		InputId id = Columns.id(rs, "id", InputId::new);
		return new ReceivedItem(id, rs.getString("reference"), Columns.instant(rs, "received_at"),
				rs.getString("kind").equals(InputPeriod.Kind.REFERRAL.name()), rs.getString("theme"),
				Columns.idOrNull(rs, "question_id", QuestionId::new),
				Columns.idOrNull(rs, "section_id", SectionId::new), rs.getString("text"),
				rs.getString("organisation_name"), rs.getBoolean("late"), rs.getBoolean("hidden"),
				rs.getString("email"), rs.getString("language"), also.getOrDefault(id, List.of()));
	}

}
