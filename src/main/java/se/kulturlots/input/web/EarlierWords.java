package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import se.kulturlots.consultation.InputId;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Texts;
import se.kulturlots.input.Input;
import se.kulturlots.input.Inputs.EarlierText;
import se.kulturlots.input.Submission;

/**
 * What somebody's answers said before they were changed: it is kept, so they may see it.
 */
class EarlierWords {

	private final Submission submission;

	private final Map<InputId, List<EarlierText>> before;

	private final Texts texts;

	EarlierWords(Submission submission, Map<InputId, List<EarlierText>> before, Texts texts) {
		this.submission = submission;
		this.before = before;
		this.texts = texts;
	}

	/** Whether an answer counts; all are shown if all were withdrawn together. */
	boolean stands(Input input) {
		return this.submission.withdrawnAt() != null || !input.isWithdrawn();
	}

	/**
	 * A line for each earlier wording and each answer taken back, with when it was sent.
	 */
	List<Fact> of(List<Input> answers) {
		List<Fact> lines = new ArrayList<>();
		for (Input input : answers) {
			String heading = heading(input, this.texts);
			if (!stands(input)) {
				lines.add(
						Fact.written(
								this.texts.t("input.stored.taken", heading, this.texts.dateTime(input.writtenAt()),
										this.texts.dateTime(Objects.requireNonNull(input.withdrawnAt()))),
								input.text()));
			}
			this.before.getOrDefault(input.id(), List.of())
				.forEach((text) -> lines.add(Fact.written(
						this.texts.t("input.stored.earlier", heading, this.texts.dateTime(text.writtenAt())),
						text.text())));
		}
		return lines;
	}

	static String heading(Input input, Texts texts) {
		return Objects.requireNonNullElseGet(input.heading(), () -> texts.t("input.stored.said"));
	}

}
