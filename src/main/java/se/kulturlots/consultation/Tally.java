package se.kulturlots.consultation;

import java.util.List;

import se.kulturlots.core.CaseId;

/** What a module counts in a consultation, for its overview. */
public interface Tally {

	/**
	 * Counts.
	 * @return a few numbers
	 */
	List<Figure> of(CaseId consultationId);

	/**
	 * A number.
	 *
	 * @param labelKey the key of what is counted
	 * @param number how many
	 * @param tab the tab of the consultation that shows them, for example {@code /input}
	 */
	record Figure(String labelKey, int number, String tab) {
	}

}
