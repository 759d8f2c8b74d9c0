package se.kulturlots.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.journal.Journal;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The journal says of mails that they were sent only when they were. */
@KulturlotsTest
class WhatHappenedTest {

	private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

	@Autowired
	SampleCycles cycles;

	@Autowired
	AppClock clock;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whatIsApprovedOnASundayIsSaidToGoOnTheNextWorkingDay() {
		SampleCycle cycle = this.cycles.start();
		this.jdbc.sql("""
				insert into mail_suppression (authority_id, address, reason, since)
				select authority_id, lower(email), 'UNSUBSCRIBED', now() from organisation
				where authority_id = :authority and email is not null limit 1""")
			.param("authority", cycle.authority().id())
			.update();
		cycle.story().before("approveInvitation", this::nextSunday).until("approveInvitation");
		List<Instant> due = this.jdbc
			.sql("select due_at from mail where authority_id = :authority and kind = 'invitation'")
			.param("authority", cycle.authority().id())
			.query((rs, row) -> rs.getTimestamp(1).toInstant())
			.list();
		LocalDate day = LocalDate.ofInstant(due.get(0), ZONE);
		assertThat(day).isAfter(this.clock.today(ZONE));
		assertThat(entry(cycle, "journal.invitation.sent.later").arguments()).as("without who must not be written to")
			.containsExactly(due.size(), day.toString());
	}

	@Test
	void whatGoesAtOnceIsSaidToHaveGone() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().before("approveInvitation", () -> {
			nextSunday();
			this.clock.jumpTo(this.clock.today(ZONE).plusDays(3).atTime(10, 0).atZone(ZONE).toInstant());
		}).until("approveInvitation");
		assertThat(entry(cycle, "journal.invitation.sent").arguments()[0]).isEqualTo(3);
	}

	@Test
	void answersAndNotesOfASundayAreSaidToGoLater() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().before("reviewAnswers", this::nextSunday).before("recordMeeting", this::nextSunday).toTheEnd();
		assertThat(entry(cycle, "journal.plan.answersSent.later").arguments()).hasSize(2);
		assertThat(this.journal.of(cycle.authority().id(), cycle.id(), false, 200)).extracting(Journal.Entry::textKey)
			.contains("journal.meeting.notesSent")
			.as("there was nobody to send them to")
			.doesNotContain("journal.meeting.notesMailed", "journal.meeting.notesMailed.later");
	}

	private void nextSunday() {
		LocalDate sunday = this.clock.today(ZONE).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
		Instant noon = sunday.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
		this.clock.jumpTo(noon.isAfter(this.clock.instant()) ? noon : this.clock.instant());
	}

	private Journal.Entry entry(SampleCycle cycle, String key) {
		return this.journal.of(cycle.authority().id(), cycle.id(), false, 200)
			.stream()
			.filter((entry) -> entry.textKey().equals(key))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no " + key));
	}

}
