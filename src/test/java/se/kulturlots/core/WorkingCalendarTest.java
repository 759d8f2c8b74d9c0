package se.kulturlots.core;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkingCalendarTest {

	static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

	static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

	final WorkingCalendar sweden = new WorkingCalendar("SE", STOCKHOLM, Set.of());

	final WorkingCalendar finland = new WorkingCalendar("FI", HELSINKI, Set.of());

	static Stream<WorkingCalendar> calendars() {
		return Stream.of(new WorkingCalendar("SE", STOCKHOLM, Set.of()), new WorkingCalendar("FI", HELSINKI, Set.of()),
				new WorkingCalendar("SE", STOCKHOLM,
						Set.of(LocalDate.of(2026, 5, 15), LocalDate.of(2027, 1, 5), LocalDate.of(2028, 6, 22))));
	}

	static Stream<LocalDate> days() {
		return LocalDate.of(2025, 11, 1).datesUntil(LocalDate.of(2031, 3, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
			"2026-06-06", "2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26",
			"2026-12-31", "2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25", "2025-06-06", "2030-06-21" })
	void aSwedishAuthorityIsClosedOnHolidaysAndTheEvesThatCountAsSuch(LocalDate date) {
		assertThat(this.sweden.isWorkingDay(date)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-04-02", "2026-01-05", "2026-04-30", "2026-05-15", "2026-06-18", "2026-12-23",
			"2026-12-30", "2027-12-27", "2026-05-25" })
	void aSwedishAuthorityWorksOnTheDaysBetween(LocalDate date) {
		assertThat(this.sweden.isWorkingDay(date)).isTrue();
	}

	@Test
	void aFinnishAuthorityHasItsOwnHolidays() {
		assertThat(Stream.of("2027-12-06", "2026-06-19", "2026-12-24", "2026-12-25", "2026-05-14", "2026-05-01")
			.map(LocalDate::parse)).noneMatch(this.finland::isWorkingDay);
		// a Swedish holiday, and a day that only Sweden has off
		assertThat(Stream.of("2025-06-06", "2026-12-31").map(LocalDate::parse)).allMatch(this.finland::isWorkingDay);
	}

	@Test
	void anAuthorityMayCloseFurtherDays() {
		LocalDate afterAscension = LocalDate.of(2026, 5, 15);
		WorkingCalendar calendar = new WorkingCalendar("SE", STOCKHOLM, Set.of(afterAscension));
		assertThat(calendar.isWorkingDay(afterAscension)).isFalse();
		assertThat(calendar.plus(LocalDate.of(2026, 5, 13), 1)).isEqualTo("2026-05-18");
	}

	@ParameterizedTest
	@MethodSource("calendars")
	void countingEndsOnAWorkingDayAndPassesAsManyAsWereAskedFor(WorkingCalendar calendar) {
		days().filter((day) -> day.getDayOfMonth() % 3 == 0).forEach((day) -> {
			for (int n : new int[] { 1, 2, 3, 5, 10, 40 }) {
				LocalDate earlier = calendar.minus(day, n);
				LocalDate later = calendar.plus(day, n);
				assertThat(calendar.isWorkingDay(earlier)).isTrue();
				assertThat(calendar.isWorkingDay(later)).isTrue();
				assertThat(earlier.datesUntil(day).filter(calendar::isWorkingDay)).hasSize(n);
				assertThat(day.plusDays(1).datesUntil(later.plusDays(1)).filter(calendar::isWorkingDay)).hasSize(n);
			}
		});
	}

	@ParameterizedTest
	@MethodSource("calendars")
	void countingKeepsTheOrderOfDaysAndOfSteps(WorkingCalendar calendar) {
		days().forEach((day) -> {
			assertThat(calendar.minus(day, 4)).isBefore(calendar.minus(day, 3));
			assertThat(calendar.minus(day, 3)).isBeforeOrEqualTo(calendar.minus(day.plusDays(1), 3));
			assertThat(calendar.plus(day, 3)).isBeforeOrEqualTo(calendar.plus(day.plusDays(1), 3));
		});
	}

	@ParameterizedTest
	@MethodSource("calendars")
	void thereAndBackAgainIsTheSameWorkingDay(WorkingCalendar calendar) {
		days().filter(calendar::isWorkingDay).forEach((day) -> {
			assertThat(calendar.plus(calendar.minus(day, 7), 7)).isEqualTo(day);
			assertThat(calendar.minus(calendar.plus(day, 7), 7)).isEqualTo(day);
		});
	}

	@Test
	void zeroWorkingDaysIsTheDayItselfOrTheNearestThatWay() {
		assertThat(this.sweden.minus(LocalDate.of(2026, 6, 18), 0)).isEqualTo("2026-06-18");
		assertThat(this.sweden.minus(LocalDate.of(2026, 6, 21), 0)).isEqualTo("2026-06-18");
		assertThat(this.sweden.plus(LocalDate.of(2026, 6, 19), 0)).isEqualTo("2026-06-22");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sweden.plus(LocalDate.of(2026, 6, 19), -1));
	}

	@ParameterizedTest
	@CsvSource({ "2026-04-07, 1, 2026-04-02", "2026-04-13, 5, 2026-04-02", "2027-01-07, 1, 2027-01-05",
			"2027-01-07, 3, 2026-12-30", "2027-01-11, 10, 2026-12-21", "2026-06-22, 1, 2026-06-18",
			"2026-06-29, 10, 2026-06-12" })
	void easterTheTurnOfTheYearAndMidsummerAreSkipped(LocalDate from, int workingDays, LocalDate expected) {
		assertThat(this.sweden.minus(from, workingDays)).isEqualTo(expected);
	}

	@Test
	void aLastDayLastsToItsEndWhenClocksAreChanged() {
		LocalDate spring = LocalDate.of(2026, 3, 29);
		LocalDate autumn = LocalDate.of(2026, 10, 25);
		assertThat(this.sweden.endOf(spring)).isEqualTo("2026-03-29T22:00:00Z");
		assertThat(this.sweden.endOf(autumn)).isEqualTo("2026-10-25T23:00:00Z");
		assertThat(Duration.between(this.sweden.at(spring, LocalTime.MIDNIGHT), this.sweden.endOf(spring)))
			.hasHours(23);
		assertThat(Duration.between(this.sweden.at(autumn, LocalTime.MIDNIGHT), this.sweden.endOf(autumn)))
			.hasHours(25);
		assertThat(this.sweden.at(spring, LocalTime.of(8, 0))).isEqualTo("2026-03-29T06:00:00Z");
		assertThat(this.sweden.at(spring, LocalTime.of(2, 30))).isEqualTo("2026-03-29T01:30:00Z");
		assertThat(this.finland.endOf(LocalDate.of(2026, 10, 30))).isEqualTo("2026-10-30T22:00:00Z");
	}

	@Test
	void theEndOfADayIsTheStartOfTheNext() {
		days().forEach((day) -> assertThat(this.sweden.endOf(day))
			.isEqualTo(this.sweden.at(day.plusDays(1), LocalTime.MIDNIGHT)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0001-01-02", "1582-10-15", "9999-12-31" })
	void aMistypedYearIsNoFault(LocalDate date) {
		assertThat(this.sweden.minus(date, 3)).isBefore(date);
		assertThat(this.finland.plus(date, 3)).isAfter(date);
	}

}
