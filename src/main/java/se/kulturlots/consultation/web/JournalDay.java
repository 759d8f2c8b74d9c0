package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;

/**
 * What happened on a day, as the public reads it.
 *
 * @param date the day
 * @param lines what happened, the newest first
 */
public record JournalDay(String date, List<String> lines) {

	static List<JournalDay> of(List<Journal.Entry> entries, Page page) {
		Map<LocalDate, JournalDay> days = new LinkedHashMap<>();
		for (Journal.Entry entry : entries) {
			LocalDate day = LocalDate.ofInstant(entry.at(), page.zone());
			days.computeIfAbsent(day, (date) -> new JournalDay(page.date(date), new ArrayList<>()))
				.lines()
				.add(JournalLine.sentence(entry, page));
		}
		return List.copyOf(days.values());
	}

}
