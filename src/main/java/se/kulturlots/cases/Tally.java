package se.kulturlots.cases;

import java.util.List;

import se.kulturlots.core.CaseId;

/** What a module counts in a case, for its overview. */
public interface Tally {

	/**
	 * Counts.
	 * @return a few numbers
	 */
	List<Figure> of(CaseId caseId);

	/**
	 * A number.
	 *
	 * @param labelKey the key of what is counted
	 * @param number how many
	 * @param tab the tab of the case that shows them, for example {@code /input}
	 */
	record Figure(String labelKey, int number, String tab) {
	}

}
