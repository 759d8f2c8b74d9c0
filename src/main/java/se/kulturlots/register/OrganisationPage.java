package se.kulturlots.register;

import java.util.List;

/**
 * A part of what was found.
 *
 * @param rows the organisations of this page, by name
 * @param total how many there are on all pages
 * @param number the number of this page, from 0
 * @param size how many a page holds
 */
public record OrganisationPage(List<OrganisationRow> rows, int total, int number, int size) {

	public int pages() {
		return Math.max(1, (this.total + this.size - 1) / this.size);
	}

}
