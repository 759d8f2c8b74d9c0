package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.ClosedDays;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
class SendingWindowTest {

	@Autowired
	SendingWindow window;

	@Autowired
	ClosedDays closedDays;

	@Autowired
	SampleAuthorities authorities;

	String authority;

	@BeforeEach
	void makeAuthority() {
		this.authority = this.authorities.region().id();
	}

	@ParameterizedTest
	@CsvSource({
			// on a working day: before, within and after the hours
			"2026-11-24T05:00:00Z, 2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z, 2026-11-24T07:00:00Z",
			"2026-11-24T15:59:59Z, 2026-11-24T15:59:59Z", "2026-11-24T16:00:00Z, 2026-11-25T07:00:00Z",
			// Friday evening, Saturday, summer time
			"2026-11-27T20:00:00Z, 2026-11-30T07:00:00Z", "2026-11-28T10:00:00Z, 2026-11-30T07:00:00Z",
			"2026-08-11T05:59:00Z, 2026-08-11T06:00:00Z",
			// over midsummer, Christmas, and the nights when clocks are changed
			"2026-06-18T15:00:00Z, 2026-06-22T06:00:00Z", "2026-12-23T17:00:00Z, 2026-12-28T07:00:00Z",
			"2026-03-27T16:30:00Z, 2026-03-30T06:00:00Z", "2026-10-23T16:30:00Z, 2026-10-26T07:00:00Z" })
	void mailGoesOutOnWorkingDaysFromEightToFive(Instant from, Instant expected) {
		assertThat(this.window.next(this.authority, from)).isEqualTo(expected);
	}

	@Test
	void whatFallsOutsideGoesAtTheNextHoursBeforeTheDeadline() {
		assertThat(this.window.nextBefore(this.authority, Instant.parse("2026-11-24T20:00:00Z"),
				Instant.parse("2026-11-25T23:00:00Z")))
			.isEqualTo("2026-11-25T07:00:00Z");
	}

	@Test
	void whatFallsOutsideGoesAtOnceIfTheHoursDoNotComeBeforeTheDeadline() {
		Instant friday = Instant.parse("2026-11-27T20:00:00Z");
		assertThat(this.window.nextBefore(this.authority, friday, Instant.parse("2026-11-29T23:00:00Z")))
			.isEqualTo(friday);
		assertThat(this.window.nextBefore(this.authority, friday, Instant.parse("2026-11-30T07:00:00Z")))
			.isEqualTo(friday);
	}

	@Test
	void noMailGoesOutOnAClosedDay() {
		Instant evening = Instant.parse("2026-11-24T20:00:00Z");
		assertThat(this.window.next(this.authority, evening)).isEqualTo("2026-11-25T07:00:00Z");
		this.closedDays.close(this.authority, LocalDate.of(2026, 11, 25));
		assertThat(this.window.next(this.authority, evening)).isEqualTo("2026-11-26T07:00:00Z");
	}

}
