package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import se.kulturlots.core.web.Fact;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.Input;
import se.kulturlots.input.Inputs.EarlierText;
import se.kulturlots.input.Submission;

/**
 * What somebody's answers said before they were changed: it is kept, so they may see it.
 */
class EarlierWords {

	private final Submission submission;

	private final Map<UUID, List<EarlierText>> before;

	private final Page page;

	EarlierWords(Submission submission, Map<UUID, List<EarlierText>> before, Page page) {
		this.submission = submission;
		this.before = before;
		this.page = page;
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
			String heading = heading(input, this.page);
			if (!stands(input)) {
				lines.add(Fact.written(this.page.t("input.stored.taken", heading, this.page.dateTime(input.writtenAt()),
						this.page.dateTime(Objects.requireNonNull(input.withdrawnAt()))), input.text()));
			}
			this.before.getOrDefault(input.id(), List.of())
				.forEach((text) -> lines.add(
						Fact.written(this.page.t("input.stored.earlier", heading, this.page.dateTime(text.writtenAt())),
								text.text())));
		}
		return lines;
	}

	static String heading(Input input, Page page) {
		return Objects.requireNonNullElseGet(input.heading(), () -> page.t("input.stored.said"));
	}

}
