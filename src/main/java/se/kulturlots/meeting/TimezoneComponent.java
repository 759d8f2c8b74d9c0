package se.kulturlots.meeting;

import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.TimeZone;
import java.util.stream.IntStream;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;

/**
 * Describes a zone in a calendar file (RFC 5545, 3.6.5), from what Java knows of it: the
 * library would fetch the description from the network.
 */
final class TimezoneComponent {

	private TimezoneComponent() {
	}

	static TimezoneAssignment of(ZoneId zone, int fromYear) {
		VTimezone component = new VTimezone(zone.getId());
		if (zone.getRules().getTransitionRules().isEmpty()) {
			ZoneOffset offset = zone.getRules().getOffset(Year.of(fromYear).atDay(1).atStartOfDay());
			component.addStandardTime(
					observance(new StandardTime(), offset, offset, Year.of(fromYear).atDay(1).atStartOfDay()));
		}
		for (ZoneOffsetTransitionRule rule : zone.getRules().getTransitionRules()) {
			ZoneOffsetTransition first = rule.createTransition(fromYear - 1);
			boolean summer = zone.getRules().isDaylightSavings(first.getInstant());
			Observance observance = observance(summer ? new DaylightSavingsTime() : new StandardTime(),
					first.getOffsetBefore(), first.getOffsetAfter(), first.getDateTimeBefore());
			observance.setRecurrenceRule(yearly(rule));
			if (summer) {
				component.addDaylightSavingsTime((DaylightSavingsTime) observance);
			}
			else {
				component.addStandardTime((StandardTime) observance);
			}
		}
		return new TimezoneAssignment(TimeZone.getTimeZone(zone), component);
	}

	private static <T extends Observance> T observance(T observance, ZoneOffset from, ZoneOffset to,
			LocalDateTime start) {
		observance.setTimezoneOffsetFrom(new UtcOffset(from.getTotalSeconds() * 1000L));
		observance.setTimezoneOffsetTo(new UtcOffset(to.getTotalSeconds() * 1000L));
		observance.setDateStart(new DateTimeComponents(start.getYear(), start.getMonthValue(), start.getDayOfMonth(),
				start.getHour(), start.getMinute(), 0, false));
		return observance;
	}

	// Java knows "Sunday from the 25th" where calendars say "last Sunday"
	private static Recurrence yearly(ZoneOffsetTransitionRule rule) {
		int day = rule.getDayOfMonthIndicator();
		Recurrence.Builder recurrence = new Recurrence.Builder(Frequency.YEARLY).byMonth(rule.getMonth().getValue());
		if (rule.getDayOfWeek() == null) {
			return recurrence.byMonthDay(day).build();
		}
		DayOfWeek weekday = DayOfWeek.valueOf(rule.getDayOfWeek().name());
		if (day == -1 || day + 6 == rule.getMonth().maxLength()) {
			return recurrence.byDay(-1, weekday).build();
		}
		if (day > 0 && day % 7 == 1) {
			return recurrence.byDay(day / 7 + 1, weekday).build();
		}
		return recurrence.byDay(weekday)
			.byMonthDay(IntStream.range(0, 7).mapToObj((i) -> day + ((day > 0) ? i : -i)).toList())
			.build();
	}

}
