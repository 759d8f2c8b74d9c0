package se.kulturlots.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Words.Part;
import se.kulturlots.consultation.Words.Written;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.journal.Journal;

/** What is written of consultations besides their own texts. */
@Component
public class ConsultationWords {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Journal journal;

	ConsultationWords(JdbcClient jdbc, JdbcTemplate template, Journal journal) {
		this.jdbc = jdbc;
		this.template = template;
		this.journal = journal;
	}

	/** All that is written of a consultation. */
	public Words of(CaseId consultationId) {
		return of(List.of(consultationId)).getOrDefault(consultationId, Words.NONE);
	}

	/**
	 * All that is written of some consultations.
	 * @return those of which something is
	 */
	public Map<CaseId, Words> of(Collection<CaseId> consultationIds) {
		if (consultationIds.isEmpty()) {
			return Map.of();
		}
		Map<CaseId, List<Written>> all = this.jdbc.sql("""
				select consultation_id, part, place, language, text from consultation_words
				where consultation_id in (:ids)""")
			.param("ids", consultationIds)
			.query((rs, row) -> Map.entry(Columns.id(rs, 1, CaseId::new), read(rs)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		Map<CaseId, Words> words = new HashMap<>();
		all.forEach((id, written) -> words.put(id, new Words(written)));
		return words;
	}

	/**
	 * Replaces all that is written of a consultation.
	 * @param seen what stood there when it was changed
	 * @throws ConsultationProblem if somebody else has changed it meanwhile
	 */
	@Transactional
	public void set(Consultation consultation, Words seen, Words words) {
		CaseId id = consultation.id();
		this.jdbc.sql("select id from consultation where id = :id for update").param("id", id).query().singleRow();
		if (!seen.equals(of(id))) {
			throw ConsultationProblem.wordsChangedMeanwhile();
		}
		if (words.equals(seen)) {
			return;
		}
		this.jdbc.sql("delete from consultation_words where consultation_id = :id").param("id", id).update();
		this.template.batchUpdate(
				"insert into consultation_words (consultation_id, authority_id, part, place, language, text) "
						+ "values (?, ?, ?, ?, ?, ?)",
				words.written()
					.stream()
					.map((each) -> new Object[] { id, consultation.authorityId(), each.part().name(), each.place(),
							each.language(), each.text() })
					.toList());
		this.journal.note(consultation.authorityId(), id, "journal.consultation.words");
	}

	private static Written read(ResultSet rs) throws SQLException {
		return new Written(Part.valueOf(rs.getString(2)), rs.getInt(3), rs.getString(4), rs.getString(5));
	}

}
