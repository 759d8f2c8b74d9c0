package se.kulturlots.consultation;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Words.Written;
import se.kulturlots.core.CaseId;
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
		return new Words(this.jdbc.sql("""
				select part, place, language, text, original from consultation_words
				where consultation_id = :id""").param("id", consultationId).query(Written.class).list());
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
				"insert into consultation_words (consultation_id, authority_id, part, place, language, text, original) "
						+ "values (?, ?, ?, ?, ?, ?, ?)",
				words.written()
					.stream()
					.map((each) -> new Object[] { id, consultation.authorityId(), each.part().name(), each.place(),
							each.language(), each.text(), each.original() })
					.toList());
		this.journal.note(consultation.authorityId(), id, "journal.consultation.words");
	}

}
