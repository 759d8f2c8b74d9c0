package se.kulturlots.workflow;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.deadline.TimeLeft;

/**
 * A task as staff read of it.
 *
 * @param of the case it belongs to, or null
 * @param about which of several things of its kind there it is about, or null
 * @param assignee the name of whom it lies on, or null if it is free
 * @param left how long is left, or null if it has no last day
 * @param sentBack that it is there because work was sent back, or null
 * @param away that whom it lies on is away today, or null
 */
public record TaskLine(OpenTask task, @Nullable CaseLink of, @Nullable String about, @Nullable String assignee,
		@Nullable TimeLeft left, @Nullable SentBack sentBack, @Nullable Away away) {

	/**
	 * That somebody is away.
	 *
	 * @param lastDay until the end of which day
	 * @param worker the account that works for them
	 * @param standIn the name of that account
	 */
	public record Away(LocalDate lastDay, String worker, String standIn) {
	}

	/** The title of its case. */
	public @Nullable String title() {
		return (this.of != null) ? this.of.title() : null;
	}

	/** What it is about, as a whole. */
	public @Nullable String subject() {
		return Stream.of(Optional.ofNullable(this.about), Optional.ofNullable(title()))
			.flatMap(Optional::stream)
			.reduce((about, title) -> about + " · " + title)
			.orElse(null);
	}

	public boolean late() {
		return this.left != null && this.left.late();
	}

}
