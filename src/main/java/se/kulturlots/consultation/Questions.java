package se.kulturlots.consultation;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;

/** The questions of consultations. */
@Component
public class Questions {

	/** More than this nobody answers. */
	public static final int MOST = 10;

	private static final int LONGEST = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	Questions(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * The questions in a text.
	 * @param text one on each line
	 * @return in their order
	 * @throws ConsultationProblem if they are more than may be, or too long
	 */
	public static List<String> in(String text) {
		List<String> questions = text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		if (questions.size() > MOST || questions.stream().anyMatch((line) -> line.length() > LONGEST)) {
			throw ConsultationProblem.tooManyQuestions(MOST).at("questions");
		}
		return questions;
	}

	/**
	 * The questions of a consultation.
	 * @return in their order
	 */
	public List<Question> of(CaseId consultationId) {
		return this.jdbc.sql("select id, position, text from question where consultation_id = :id order by position")
			.param("id", consultationId)
			.query(Question.class)
			.list();
	}

	/**
	 * Sets the questions of a consultation that is still being planned.
	 * @param texts the questions in their order, none of them blank
	 * @throws ConsultationProblem if there are none, or the consultation is open
	 */
	@Transactional
	public void set(Consultation consultation, List<String> texts) {
		if (texts.isEmpty()) {
			throw ConsultationProblem.noQuestions().at("questions");
		}
		if (consultation.status() != Consultation.Status.PLANNED) {
			throw ConsultationProblem.questionsFixed();
		}
		this.jdbc.sql("delete from question where consultation_id = :id").param("id", consultation.id()).update();
		this.template.batchUpdate("insert into question (id, consultation_id, position, text) values (?, ?, ?, ?)",
				IntStream.range(0, texts.size())
					.mapToObj((i) -> new Object[] { UUID.randomUUID(), consultation.id(), i + 1, texts.get(i) })
					.toList());
	}

	/**
	 * Changes the words of the questions; what people have said stays with them.
	 * @param texts as many as there are, in their order
	 */
	@Transactional
	public void reword(CaseId consultationId, List<String> texts) {
		this.template.batchUpdate(
				"update question set text = ? where consultation_id = ? and position = ? and text <> ?",
				IntStream.range(0, texts.size())
					.mapToObj((i) -> new Object[] { texts.get(i), consultationId, i + 1, texts.get(i) })
					.toList());
	}

}
