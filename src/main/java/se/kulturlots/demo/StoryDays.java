package se.kulturlots.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.WorkingCalendar;

/** The days of a story as dates. */
final class StoryDays {

	private static final Pattern DAY = Pattern.compile("dag (\\d+)");

	private static final String TODAY = "i dag";

	private final WorkingCalendar calendar;

	private final LocalDate begins;

	StoryDays(WorkingCalendar calendar, LocalDate begins) {
		this.calendar = calendar;
		this.begins = begins;
	}

	LocalDate of(int day) {
		return this.calendar.plus(this.begins, day);
	}

	/**
	 * The answers to a form as it takes them.
	 * @param written answers in which days may stand
	 * @return answers with dates
	 */
	Map<String, Object> fill(@Nullable Map<String, Object> written, LocalDate today) {
		Map<String, Object> answers = new HashMap<>();
		if (written != null) {
			written.forEach((key, value) -> answers.put(key, filled(value, today)));
		}
		return answers;
	}

	private Object filled(Object value, LocalDate today) {
		if (TODAY.equals(value)) {
			return today.toString();
		}
		Matcher day = DAY.matcher(value.toString());
		return day.matches() ? of(Integer.parseInt(day.group(1))).toString() : value;
	}

}
