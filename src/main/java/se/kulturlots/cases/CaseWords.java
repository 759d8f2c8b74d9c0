package se.kulturlots.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.journal.Journal;

/**
 * What is written of cases, and of what belongs to them, besides their own texts. Its
 * subject is the case itself or, for example, one of its meetings.
 */
@Component
public class CaseWords {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Journal journal;

	CaseWords(JdbcClient jdbc, JdbcTemplate template, Journal journal) {
		this.jdbc = jdbc;
		this.template = template;
		this.journal = journal;
	}

	/** All that is written of a subject. */
	public Words of(Id subject) {
		return new Words(
				this.jdbc.sql("select part, place, language, text, original from case_words where subject_id = :id")
					.param("id", subject)
					.query(Written.class)
					.list());
	}

	/**
	 * All that is written of a case and of what belongs to it.
	 * @return by subject, those of which nothing is written left out
	 */
	public Map<Id, Words> ofCase(CaseId caseId) {
		return this.jdbc
			.sql("select subject_id, part, place, language, text, original from case_words where case_id = :id")
			.param("id", caseId)
			.query(Row.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy((row) -> new Id(row.subjectId()),
					Collectors.collectingAndThen(Collectors.mapping(Row::written, Collectors.toList()), Words::new)));
	}

	/**
	 * Replaces all that is written of some subjects of a case.
	 * @param seen what stood there when it was changed, by subject
	 * @param words what is to stand there, by subject; nothing of those left out
	 * @throws CaseProblem if somebody else has changed it meanwhile
	 */
	@Transactional
	public void set(String authorityId, CaseId caseId, Map<Id, Words> seen, Map<Id, Words> words) {
		this.jdbc.sql("select id from cases where id = :id for update").param("id", caseId).query().singleRow();
		Map<Id, Words> before = some(seen);
		Map<Id, Words> after = some(words);
		if (!before.equals(ofCase(caseId))) {
			throw CaseProblem.wordsChangedMeanwhile();
		}
		if (after.equals(before)) {
			return;
		}
		this.jdbc.sql("delete from case_words where case_id = :id").param("id", caseId).update();
		this.template.batchUpdate(
				"insert into case_words (case_id, subject_id, authority_id, part, place, language, text, original) "
						+ "values (?, ?, ?, ?, ?, ?, ?, ?)",
				after.entrySet()
					.stream()
					.flatMap((of) -> of.getValue()
						.written()
						.stream()
						.map((each) -> new Object[] { caseId, of.getKey(), authorityId, each.part().name(),
								each.place(), each.language(), each.text(), each.original() }))
					.toList());
		this.journal.note(authorityId, caseId, "journal.consultation.words");
	}

	/**
	 * Ties what was written in advance in other languages to the authority's own text.
	 * @param own the text, now that it is written
	 */
	@Transactional
	public void settle(Id subject, Part part, String own) {
		this.jdbc.sql("""
				update case_words set original = :original
				where subject_id = :subject and part = :part and original is null""")
			.param("original", Words.mark(own))
			.param("subject", subject)
			.param("part", part.name())
			.update();
	}

	private static Map<Id, Words> some(Map<Id, Words> all) {
		Map<Id, Words> some = new LinkedHashMap<>(all);
		some.values().removeIf((words) -> words.written().isEmpty());
		return some;
	}

	private record Row(UUID subjectId, Part part, int place, String language, String text, @Nullable UUID original) {

		Written written() {
			return new Written(this.part, this.place, this.language, this.text, this.original);
		}

	}

}
