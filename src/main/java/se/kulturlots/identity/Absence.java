package se.kulturlots.identity;

import java.time.LocalDate;

/**
 * That somebody is away, and who works for them meanwhile.
 *
 * @param accountId who is away
 * @param firstDay the first day, in the authority's zone
 * @param lastDay the last day, to its end
 * @param standIn the account that does their tasks
 */
public record Absence(String accountId, LocalDate firstDay, LocalDate lastDay, String standIn) {

	boolean includes(LocalDate day) {
		return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

}
