package se.kulturlots.cases;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Unit;
import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Renaming a case and giving it the authority's own number. */
@KulturlotsTest
class EditCaseTest {

	private static final String NUMBER = "KUN 2026/417";

	@Autowired
	ApplicationContext context;

	@Autowired
	Consultations consultations;

	@Autowired
	Cases cases;

	@Autowired
	Units units;

	@LocalServerPort
	int port;

	SampleMeetings sample;

	String form;

	String page;

	@BeforeEach
	void aConsultation() {
		this.sample = new SampleMeetings(this.context);
		this.form = "/staff/cases/" + this.sample.consultation().id() + "/edit";
		this.page = "/staff/consultations/" + this.sample.consultation().id();
	}

	@Test
	void theNewNameAndNumberAreSeenAndTheOldAddressWorks() throws Exception {
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		assertThat(officer.get(this.page).body()).contains(this.form);
		assertThat(officer.get(this.form).body()).contains("value=\"Ny kulturplan\"");
		HttpResponse<String> saved = officer.post(this.form, "title", "Kulturplan\tför  alla 2028–2031", "diaryNumber",
				" " + NUMBER + " ");
		assertThat(saved.statusCode()).isEqualTo(302);
		assertThat(saved.headers().firstValue("Location").orElse("")).endsWith(this.page);

		Consultation renamed = this.consultations.get(this.sample.consultation().id());
		assertThat(renamed.title()).isEqualTo("Kulturplan för alla 2028–2031");
		assertThat(renamed.path()).isEqualTo(this.sample.consultation().path());
		assertThat(officer.get(renamed.path()).body()).contains("Kulturplan för alla 2028–2031");
		for (String tab : new String[] { "", "/journal", "/mail", "/meetings", "/documents" }) {
			assertThat(officer.get(this.page + tab).body()).contains("Diarienummer " + NUMBER);
		}
		assertThat(officer.get("/staff/search?text=2026/417").body()).contains(this.page);
		HttpResponse<String> file = officer.get("/staff/cases/" + renamed.id() + "/journal.csv");
		assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("ny-kulturplan");
		assertThat(file.body()).startsWith("\uFEFFDiarienummer;")
			.contains("\r\n" + NUMBER + ";")
			.contains("Ärendet bytte namn från ”Ny kulturplan” till ”Kulturplan för alla 2028–2031”.")
			.contains("Ärendet fick diarienummer " + NUMBER + ".");
	}

	@Test
	void theUnitIsSetShownAndFoundLikeTheOfficer() throws Exception {
		String authority = this.sample.authority().id();
		Unit unit = this.units.save(new Unit(new UnitId(UUID.randomUUID()), null, authority, "Biblioteksenheten",
				"bibliotek@region.example"));
		Unit other = this.units
			.save(new Unit(new UnitId(UUID.randomUUID()), null, authority, "Scenen", "scen@region.example"));
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		assertThat(officer.get(this.form).body()).contains("Biblioteksenheten", "Ingen enhet");
		assertThat(officer.post(this.form, "title", "Ny kulturplan", "diaryNumber", "", "unit", unit.id()).statusCode())
			.isEqualTo(302);
		assertThat(this.cases.get(this.sample.consultation().id()).unitId()).isEqualTo(unit.id());
		assertThat(officer.get(this.form).body()).contains("value=\"" + unit.id() + "\" selected");
		assertThat(officer.get(this.page).body()).contains("Biblioteksenheten");
		assertThat(officer.get(this.page + "/journal").body()).contains("Ärendet hör till enheten Biblioteksenheten.");
		String shown = this.page + "/progress";
		assertThat(officer.get("/staff/progress").body()).contains(shown, "Enhet: Biblioteksenheten");
		assertThat(officer.get("/staff/progress?unit=" + unit.id()).body()).contains(shown);
		assertThat(officer.get("/staff/progress?unit=" + other.id()).body()).doesNotContain(shown);
		assertThat(officer.get("/staff/search?text=biblioteksenheten").body()).contains(this.page);
		SampleMeetings elsewhere = new SampleMeetings(this.context);
		Unit theirs = this.units.save(new Unit(new UnitId(UUID.randomUUID()), null, elsewhere.authority().id(),
				"Annans", "annans@region.example"));
		HttpResponse<String> refused = officer.post(this.form, "title", "Ny kulturplan", "diaryNumber", "", "unit",
				theirs.id());
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("Enheten finns inte längre.", "href=\"#unit\"");
		this.units.delete(unit);
		assertThat(officer.get(this.page).body()).doesNotContain("Biblioteksenheten</dd>");
		assertThat(this.cases.get(this.sample.consultation().id()).unitId()).isNull();
	}

	@Test
	void theNumberCanBeTakenAwayAgain() throws Exception {
		Visitor manager = new Visitor(this.port).as(this.sample.with(Role.MANAGER).id());
		manager.post(this.form, "title", "Ny kulturplan", "diaryNumber", NUMBER);
		manager.post(this.form, "title", "Ny kulturplan", "diaryNumber", "");
		assertThat(this.consultations.get(this.sample.consultation().id()).diaryNumber()).isNull();
		assertThat(manager.get(this.page + "/journal").body())
			.contains("Diarienumret " + NUMBER + " togs bort från ärendet.");
	}

	@Test
	void aMissingNameAndALongNumberAreToldAtTheirFields() throws Exception {
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		String refused = officer.post(this.form, "title", " ", "diaryNumber", "1".repeat(41)).body();
		assertThat(refused).contains("Skriv vad ärendet heter.").contains("href=\"#diaryNumber\"");
		assertThat(this.consultations.get(this.sample.consultation().id()).title()).isEqualTo("Ny kulturplan");
	}

	@Test
	void onlyWhoAnswersForTheCaseMayChangeIt() throws Exception {
		Visitor liaison = new Visitor(this.port).as(this.sample.with(Role.LIAISON).id());
		assertThat(liaison.get(this.form).statusCode()).isEqualTo(403);
		assertThat(liaison.post(this.form, "title", "Något annat", "diaryNumber", "").statusCode()).isEqualTo(403);
		SampleMeetings elsewhere = new SampleMeetings(this.context);
		Visitor stranger = new Visitor(this.port).as(elsewhere.officer().id());
		assertThat(stranger.get(this.form).statusCode()).isEqualTo(404);
		assertThat(stranger.post(this.form, "title", "Något annat", "diaryNumber", "").statusCode()).isEqualTo(404);
	}

}
