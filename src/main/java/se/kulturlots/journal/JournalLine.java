package se.kulturlots.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import se.kulturlots.core.Texts;

/**
 * A line of the journal, as people read it.
 *
 * @param at when
 * @param what what happened, in a sentence
 * @param by who did it
 * @param isPublic whether the public may read it
 */
public record JournalLine(String at, String what, String by, boolean isPublic) {

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Pattern INSTANT = Pattern.compile(DATE.pattern() + "T[\\d:.]+Z");

	/**
	 * Lines for staff, who see who did what.
	 * @param entries what happened
	 * @param names display names by the ids of accounts
	 * @return in the same order
	 */
	public static List<JournalLine> of(List<Journal.Entry> entries, Map<String, String> names, Texts texts) {
		return entries.stream().map((entry) -> of(entry, names, texts)).toList();
	}

	/**
	 * A line for staff, who see who did what.
	 * @param names display names by the ids of accounts
	 */
	public static JournalLine of(Journal.Entry entry, Map<String, String> names, Texts texts) {
		return new JournalLine(
				texts.shortDateTime(entry.at()), sentence(entry, texts), entry.actor().equals(Journal.SYSTEM)
						? texts.t("cases.journal.system") : names.getOrDefault(entry.actor(), entry.actor()),
				entry.isPublic());
	}

	/**
	 * What happened. Dates and instants are kept as they are stored, and told as people
	 * say them; after the arguments come the same once more with numbers as words.
	 */
	public static String sentence(Journal.Entry entry, Texts texts) {
		List<Object> told = Arrays.stream(entry.arguments()).map((each) -> told(each, texts)).toList();
		return texts.t(entry.textKey(),
				Stream.concat(told.stream(), told.stream().map((each) -> inWords(each, texts))).toArray());
	}

	private static Object inWords(Object argument, Texts texts) {
		return (argument instanceof Integer || argument instanceof Long) ? texts.number(((Number) argument).longValue())
				: argument;
	}

	private static Object told(Object argument, Texts texts) {
		try {
			if (argument instanceof String text && DATE.matcher(text).matches()) {
				return texts.date(LocalDate.parse(text));
			}
			if (argument instanceof String text && INSTANT.matcher(text).matches()) {
				return texts.dateTime(Instant.parse(text));
			}
		}
		catch (DateTimeException noDate) {
			// somebody has called a thing so
		}
		return argument;
	}

}
