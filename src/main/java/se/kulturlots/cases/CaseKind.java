package se.kulturlots.cases;

import java.time.LocalDate;
import java.util.List;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;

/**
 * A kind of case: how others show and reach cases of it. Each is one bean of the module
 * that owns the kind; nothing lists them.
 */
public interface CaseKind {

	/** What the table of cases calls it, unique among kinds; never changed. */
	String key();

	/** The key of its name. */
	String messageKey();

	/** The address of the list of its cases for staff, {@code /staff/} and one word. */
	String listPath();

	/** The key of what that list is called. */
	String listKey();

	/** The address of a case's first page for staff; the others stand below it. */
	default String staffPath(CaseId id) {
		return listPath() + '/' + id;
	}

	/** The address of a case's public page, without a language. */
	String publicPath(Case one);

	/** Whether the public may see a case. */
	default boolean isPublic(Case one) {
		return true;
	}

	/**
	 * How some cases of the kind stand.
	 * @param cases all of one authority
	 * @param calendar the authority's working days
	 * @param today the date of today in the authority's zone
	 * @return one for each case, in any order; in as many statements for many as for one
	 */
	List<CaseStanding> standings(List<Case> cases, WorkingCalendar calendar, LocalDate today);

	/**
	 * The texts that a search finds a case by, besides its title and diary number.
	 * @return SQL with the columns {@code case_id}, {@code label} (the key of the text's
	 * name) and {@code text}, one row for each text in the order in which they are shown;
	 * nothing if there are none
	 */
	default String textsSql() {
		return "";
	}

}
