package se.kulturlots.cases;

import java.util.List;

/**
 * What stands above every page of a case for staff.
 *
 * @param listPath the address of the list of cases of its kind
 * @param listKey the key of what that list is called
 * @param tabs the pages of the case in their order
 */
public record CaseHead(String listPath, String listKey, List<Tab> tabs) {

	/** Whether the first page of the case is shown. */
	public boolean onFirst() {
		return this.tabs.get(0).current();
	}

	/**
	 * A page of the case.
	 *
	 * @param path its address
	 * @param nameKey the key of its name
	 * @param current whether it, or one below it, is shown
	 */
	public record Tab(String path, String nameKey, boolean current) {
	}

}
