package se.kulturlots.meeting;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Authority;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.mail.Attachment;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What calendars read. */
@KulturlotsTest
class CalendarFileTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	CalendarFile calendar;

	SampleMeetings sample;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Stockholm, 2027-01-20", "Europe/Stockholm, 2027-06-20", "Europe/Helsinki, 2027-10-30",
			"Europe/Helsinki, 2027-11-01", "America/New_York, 2027-11-07", "Asia/Tokyo, 2027-05-05" })
	void theMeetingIsAtItsLocalTimeInItsZone(String zoneId, LocalDate day) {
		ZoneId zone = ZoneId.of(zoneId);
		Authority authority = in(zone);
		Meeting meeting = meeting(zone, day);
		Attachment file = this.calendar.of(meeting, this.sample.of(), authority, authority.locale());
		assertThat(file.contentType()).isEqualTo("text/calendar; charset=UTF-8; method=PUBLISH");
		String text = new String(file.content(), StandardCharsets.UTF_8);
		assertThat(text).contains("DTSTART;TZID=" + zoneId + ":" + day.toString().replace("-", "") + "T180000",
				"BEGIN:VTIMEZONE", "TZID:" + zoneId);
		VEvent event = read(text);
		assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(meeting.startsAt());
		assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(meeting.endsAt());
	}

	@Test
	void theZoneIsDescribedByItsOwnRules() {
		String text = new String(this.calendar
			.of(meeting(ZoneId.of("Europe/Stockholm"), LocalDate.of(2027, 6, 20)), this.sample.of(),
					in(ZoneId.of("Europe/Stockholm")), Locale.ENGLISH)
			.content(), StandardCharsets.UTF_8);
		assertThat(text).contains("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
				"TZOFFSETFROM:+0100", "TZOFFSETTO:+0200");
	}

	@Test
	void noNameOfAnAuthorityBreaksTheFile() {
		ZoneId zone = ZoneId.of("Europe/Stockholm");
		Authority authority = in(zone).described("Region \"Norr\"; Söder:\tÖst\r\nATTENDEE:x", "Ada\nLots",
				"kultur@region.example", null);
		String text = text(this.calendar.of(meeting(zone, LocalDate.of(2027, 6, 20)), this.sample.of(), authority,
				authority.locale()));
		assertThat(text).doesNotContain("\nATTENDEE");
		assertThat(read(text).getOrganizer().getCommonName()).isEqualTo("Region 'Norr'; Söder: Öst ATTENDEE:x");
	}

	@Test
	void aCancellationIsTheSameEventOneStepOn() {
		Meeting meeting = meeting(ZoneId.of("Europe/Stockholm"), LocalDate.of(2027, 6, 20));
		Authority authority = in(ZoneId.of("Europe/Stockholm"));
		VEvent first = read(text(this.calendar.of(meeting, this.sample.of(), authority, Locale.ENGLISH)));
		meeting.cancel("Sjukdom", Instant.EPOCH);
		String cancelled = text(this.calendar.cancelled(meeting, this.sample.of(), authority, authority.locale()));
		VEvent last = read(cancelled);
		assertThat(cancelled).contains("METHOD:CANCEL");
		assertThat(last.getUid().getValue()).isEqualTo(first.getUid().getValue());
		assertThat(last.getSequence().getValue()).isEqualTo(first.getSequence().getValue() + 1);
		assertThat(URI.create(first.getUrl().getValue())).as("in the reader's language")
			.hasPath("/en" + this.sample.consultation().path() + "/meetings/" + meeting.id());
		assertThat(URI.create(last.getUrl().getValue()))
			.hasPath(this.sample.consultation().path() + "/meetings/" + meeting.id());
	}

	private static String text(Attachment file) {
		return new String(file.content(), StandardCharsets.UTF_8);
	}

	private static VEvent read(String text) {
		ICalendar calendar = Biweekly.parse(text).first();
		return calendar.getEvents().get(0);
	}

	private Authority in(ZoneId zone) {
		Authority it = this.sample.authority();
		return new Authority(it.id(), it.version(), it.name(), it.country(), zone.getId(), it.languages(),
				it.contactName(), it.contactEmail(), it.contactPhone(), it.accentColour());
	}

	private Meeting meeting(ZoneId zone, LocalDate day) {
		Meeting meeting = Meeting.wanted(this.sample.authority().id(), CaseId.NONE, 1, Instant.EPOCH);
		Instant now = LocalDate.of(2026, 11, 1).atStartOfDay(zone).toInstant();
		meeting.plan(
				new MeetingPlan("Möte; med, tecken", Meeting.Kind.OPEN, day, LocalTime.of(18, 0), LocalTime.of(20, 0),
						"Ått\\o, sal; 2", null, null, day.minusDays(5), null, null, null, null),
				now, new WorkingCalendar("SE", zone, Set.of()));
		meeting.publish(now);
		return meeting;
	}

}
