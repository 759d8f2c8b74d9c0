package se.kulturlots.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.ClosedDays;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Ladder;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
class ChangedLadderTest {

	@Autowired
	SampleCycles cycles;

	@Autowired
	Ladders ladders;

	@Autowired
	ClosedDays closedDays;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	Deadlines deadlines;

	@Autowired
	ManagementService management;

	@Test
	void aTimerThatWaitsFollowsANewLadderAndANewClosedDay() {
		SampleCycles.SampleCycle cycle = this.cycles.start();
		cycle.story().until("planCycle");
		String authority = cycle.authority().id();
		LocalDate lastDay = this.deadlines.get(cycle.id(), CycleDeadline.INVENTORY).lastDay();
		assertThat(waitsUntil(authority)).isEqualTo(morning(authority, lastDay, 5));
		this.ladders.set(authority, CycleDeadline.INVENTORY, Ladder.of(20));
		Instant longBefore = morning(authority, lastDay, 20);
		assertThat(waitsUntil(authority)).isEqualTo(longBefore);
		LocalDate day = this.calendars.of(authority).minus(lastDay, 20);
		this.closedDays.close(authority, day);
		assertThat(waitsUntil(authority)).isBefore(longBefore).isEqualTo(morning(authority, lastDay, 20));
		this.closedDays.open(authority, day);
		assertThat(waitsUntil(authority)).isEqualTo(longBefore);
	}

	private Instant morning(String authority, LocalDate lastDay, int workingDays) {
		WorkingCalendar calendar = this.calendars.of(authority);
		return calendar.at(calendar.minus(lastDay, workingDays), LocalTime.of(9, 0));
	}

	private Instant waitsUntil(String authority) {
		return this.management.createJobQuery()
			.timers()
			.tenantIdIn(authority)
			.processDefinitionKey("inventory")
			.list()
			.stream()
			.map((job) -> job.getDuedate().toInstant())
			.distinct()
			.reduce((one, other) -> {
				throw new AssertionError("timers at " + one + " and " + other);
			})
			.orElseThrow();
	}

}
