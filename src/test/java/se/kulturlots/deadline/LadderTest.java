package se.kulturlots.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.core.Id;
import se.kulturlots.core.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LadderTest {

	static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

	final WorkingCalendar calendar = new WorkingCalendar("SE", ZoneId.of("Europe/Stockholm"), Set.of());

	final Ladder people = Ladder.of(10, 3, 0);

	final Ladder task = new Ladder(List.of(3, 1, 0), 2);

	@Test
	void rungsAreCountedBackInWorkingDaysAndTheLastOneIsTheLastMorning() {
		assertThat(this.people.before(lastDay("2026-10-30", LONG_AGO), this.calendar)).containsExactly(
				rung(10, "2026-10-16T07:00:00Z"), rung(3, "2026-10-27T08:00:00Z"), rung(0, "2026-10-30T07:00:00Z"));
	}

	@Test
	void aLastMorningOnADayOffIsThatOfTheWorkingDayBefore() {
		assertThat(this.people.before(lastDay("2026-11-01", LONG_AGO), this.calendar)).last()
			.isEqualTo(rung(0, "2026-10-30T07:00:00Z"));
		assertThat(this.people.before(lastDay("2026-06-20", LONG_AGO), this.calendar)).last()
			.isEqualTo(rung(0, "2026-06-18T06:00:00Z"));
	}

	@Test
	void theLastMorningTakesThePlaceOfARungOfTheSameDay() {
		assertThat(this.task.before(lastDay("2026-11-01", LONG_AGO), this.calendar))
			.containsExactly(rung(3, "2026-10-28T08:00:00Z"), rung(0, "2026-10-30T07:00:00Z"));
	}

	@Test
	void rungsAreOnWorkingDaysInOrderAndBeforeTheDeadlineInEveryYear() {
		LocalDate.of(2025, 12, 1).datesUntil(LocalDate.of(2030, 2, 1)).forEach((day) -> {
			for (Ladder ladder : List.of(this.people, this.task, Ladder.of(5, 1))) {
				List<Rung> rungs = ladder.before(lastDay(day.toString(), LONG_AGO), this.calendar);
				assertThat(rungs).hasSizeGreaterThanOrEqualTo(ladder.steps().size() - 1);
				assertThat(rungs).isSortedAccordingTo((a, b) -> a.at().isBefore(b.at()) ? -1 : 1);
				assertThat(rungs)
					.allMatch(
							(rung) -> this.calendar.isWorkingDay(LocalDate.ofInstant(rung.at(), this.calendar.zone())))
					.allMatch((rung) -> rung.at().isBefore(this.calendar.endOf(day)));
			}
		});
	}

	@Test
	void wakingUpForEachRungGoesThroughTheLadderOnceAndEndsAtTheDeadline() {
		Deadline deadline = lastDay("2027-01-08", Instant.parse("2026-12-01T12:00:00Z"));
		List<Integer> steps = new ArrayList<>();
		Instant now = deadline.setAt();
		Optional<Rung> next = this.people.nextAfter(now, deadline, this.calendar);
		while (next.isPresent()) {
			now = next.get().at();
			assertThat(this.people.lastUntil(now, deadline, this.calendar)).isEqualTo(next);
			steps.add(next.get().step());
			next = this.people.nextAfter(now, deadline, this.calendar);
		}
		assertThat(steps).containsExactly(10, 3, 0);
	}

	@Test
	void missedRungsCollapseIntoTheLatest() {
		Deadline deadline = lastDay("2026-10-30", LONG_AGO);
		assertThat(this.people.lastUntil(Instant.parse("2026-10-28T12:00:00Z"), deadline, this.calendar))
			.contains(rung(3, "2026-10-27T08:00:00Z"));
	}

	@Test
	void aDeadlineSetLateDoesNotRemindOfRungsThatHaveBeen() {
		Deadline deadline = lastDay("2026-10-30", Instant.parse("2026-10-28T10:00:00Z"));
		assertThat(this.people.lastUntil(Instant.parse("2026-10-28T10:00:01Z"), deadline, this.calendar)).isEmpty();
		assertThat(this.people.nextAfter(Instant.parse("2026-10-28T10:00:01Z"), deadline, this.calendar))
			.contains(rung(0, "2026-10-30T07:00:00Z"));
	}

	@Test
	void aDeadlineSetAtTheVeryInstantOfARungDoesNotRemindAtOnce() {
		Instant rung = Instant.parse("2026-10-27T08:00:00Z");
		assertThat(this.people.lastUntil(rung, lastDay("2026-10-30", rung), this.calendar)).isEmpty();
	}

	@Test
	void nobodyIsRemindedAfterTheDeadline() {
		Deadline deadline = lastDay("2026-10-30", LONG_AGO);
		assertThat(this.people.lastUntil(deadline.dueAt(), deadline, this.calendar)).isEmpty();
		assertThat(this.people.nextAfter(deadline.dueAt(), deadline, this.calendar)).isEmpty();
		assertThat(this.people.lastUntil(deadline.dueAt().minusNanos(1), deadline, this.calendar))
			.contains(rung(0, "2026-10-30T07:00:00Z"));
	}

	@Test
	void ofAnOverdueTaskTheManagerIsToldEachSecondWorkingDay() {
		Deadline deadline = lastDay("2026-12-22", LONG_AGO);
		assertThat(this.task.lastUntil(deadline.dueAt(), deadline, this.calendar))
			.contains(rung(0, "2026-12-22T07:00:00Z"));
		List<Rung> rungs = new ArrayList<>();
		Instant now = deadline.dueAt();
		for (int i = 0; i < 3; i++) {
			Rung rung = this.task.nextAfter(now, deadline, this.calendar).orElseThrow();
			now = rung.at();
			assertThat(this.task.lastUntil(now, deadline, this.calendar)).contains(rung);
			rungs.add(rung);
		}
		assertThat(rungs).containsExactly(rung(-2, "2026-12-28T08:00:00Z"), rung(-4, "2026-12-30T08:00:00Z"),
				rung(-6, "2027-01-05T08:00:00Z"));
		assertThat(rungs).allMatch(Rung::isOverdue);
	}

	@Test
	void aMeetingIsRemindedOfTheWorkingDayBefore() {
		Deadline monday = at(Instant.parse("2026-11-30T17:00:00Z"));
		assertThat(Ladder.of(1).before(monday, this.calendar)).containsExactly(rung(1, "2026-11-27T08:00:00Z"));
	}

	@Test
	void aRungThatWouldComeAfterAnHourOfTheSameDayFallsAway() {
		Deadline earlyMorning = at(Instant.parse("2026-11-24T06:30:00Z"));
		assertThat(Ladder.of(1, 0).before(earlyMorning, this.calendar))
			.containsExactly(rung(1, "2026-11-23T08:00:00Z"));
	}

	@Test
	void midnightEndsTheDayBefore() {
		assertThat(at(Instant.parse("2026-11-23T23:00:00Z")).day(this.calendar.zone())).isEqualTo("2026-11-23");
	}

	@Test
	void aLadderIsKeptInOrderAndWithinReason() {
		assertThat(Ladder.of(0, 3, 10, 3).steps()).containsExactly(10, 3, 0);
		assertThat(Ladder.of().before(lastDay("2026-10-30", LONG_AGO), this.calendar)).isEmpty();
		assertThatExceptionOfType(DeadlineProblem.class).isThrownBy(() -> Ladder.of(-1));
		assertThatExceptionOfType(DeadlineProblem.class).isThrownBy(() -> Ladder.of(61));
		assertThatExceptionOfType(DeadlineProblem.class).isThrownBy(() -> new Ladder(List.of(), 0));
		assertThatExceptionOfType(DeadlineProblem.class).isThrownBy(() -> Ladder.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
	}

	private Deadline lastDay(String lastDay, Instant setAt) {
		LocalDate day = LocalDate.parse(lastDay);
		return deadline(day, this.calendar.endOf(day), setAt);
	}

	private static Deadline at(Instant dueAt) {
		return deadline(null, dueAt, dueAt.minus(Duration.ofDays(100)));
	}

	private static Deadline deadline(@Nullable LocalDate lastDay, Instant dueAt, Instant setAt) {
		return new Deadline(UUID.randomUUID(), "region", new Id(UUID.randomUUID()), CycleDeadline.INPUT, lastDay, dueAt,
				1, setAt);
	}

	private static Rung rung(int step, String at) {
		return new Rung(step, Instant.parse(at));
	}

}
