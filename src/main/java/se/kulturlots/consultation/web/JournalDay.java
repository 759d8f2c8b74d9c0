package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;

/**
 * What happened on a day, as the public reads it.
 *
 * @param date the day
 * @param lines what happened, the newest first
 */
public record JournalDay(String date, List<String> lines) {

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	static List<JournalDay> of(List<Journal.Entry> entries, Page page) {
		Map<LocalDate, JournalDay> days = new LinkedHashMap<>();
		for (Journal.Entry entry : entries) {
			LocalDate day = LocalDate.ofInstant(entry.at(), page.zone());
			days.computeIfAbsent(day, (date) -> new JournalDay(page.date(date), new ArrayList<>()))
				.lines()
				.add(page.t(entry.textKey(),
						Arrays.stream(entry.arguments()).map((each) -> told(each, page)).toArray()));
		}
		return List.copyOf(days.values());
	}

	/** Dates are kept as they are stored, and told as people say them. */
	private static Object told(Object argument, Page page) {
		return (argument instanceof String text && DATE.matcher(text).matches()) ? page.date(LocalDate.parse(text))
				: argument;
	}

}
