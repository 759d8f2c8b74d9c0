package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import se.kulturlots.core.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;

class TimeLeftTest {

	private static final WorkingCalendar CALENDAR = new WorkingCalendar("SE", ZoneId.of("Europe/Stockholm"),
			Set.of(LocalDate.of(2026, 11, 26)));

	/* 20 November 2026 is a Friday, the 26th a closed day */
	@ParameterizedTest
	@CsvSource({ "2026-11-20,2026-11-25,3,deadline.left.days", "2026-11-20,2026-11-27,4,deadline.left.days",
			"2026-11-19,2026-11-20,1,deadline.left.days", "2026-11-20,2026-11-20,0,deadline.left.today",
			"2026-11-20,2026-11-22,0,deadline.left.none", "2026-11-21,2026-11-21,0,deadline.left.today",
			"2026-11-21,2026-11-20,1,deadline.left.late", "2026-11-23,2026-11-20,3,deadline.left.late" })
	void whatIsLeftIsCountedInWorkingDaysAndWhatIsLateInDays(LocalDate today, LocalDate lastDay, long days,
			String key) {
		TimeLeft left = TimeLeft.until(CALENDAR, today, lastDay);
		assertThat(left.days()).isEqualTo(days);
		assertThat(left.messageKey()).isEqualTo(key);
		assertThat(left.late()).isEqualTo(key.endsWith("late"));
		assertThat(left.urgent()).isEqualTo(days == 0 || left.late());
	}

	@Test
	void midnightEndsTheDayBefore() {
		Instant noon = Instant.parse("2026-11-20T11:00:00Z");
		assertThat(TimeLeft.until(CALENDAR, noon, Instant.parse("2026-11-20T23:00:00Z")).messageKey())
			.isEqualTo("deadline.left.today");
		assertThat(TimeLeft.until(CALENDAR, noon, Instant.parse("2026-11-20T22:59:00Z")).messageKey())
			.isEqualTo("deadline.left.today");
	}

}
