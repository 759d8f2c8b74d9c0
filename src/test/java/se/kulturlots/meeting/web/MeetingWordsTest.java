package se.kulturlots.meeting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Question;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingMails;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Statements;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A meeting for readers of other languages than the authority's own. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class MeetingWordsTest {

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	CaseWords words;

	@Autowired
	Cases cases;

	@Autowired
	Statements statements;

	@Autowired
	TransactionTemplate transaction;

	SampleMeetings sample;

	Consultation consultation;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
		this.consultation = this.sample.consultation();
	}

	@Test
	void theFinnishReaderMeetsTheMeetingInFinnishAndTheRestAsSwedish(Browser browser) {
		Meeting meeting = this.sample.published(20);
		Page page = browser.open();
		browser.signIn(page, this.sample.officer().id());
		page.navigate("/staff/consultations/" + this.consultation.id() + "/words");
		assertThat(page.locator("section[aria-labelledby=in-fi] h3")).hasText("Mötet " + meeting.title());
		page.getByLabel("Namn på finska").first().fill("Uusi suunnitelma");
		page.getByLabel("Namn på finska: Mötet " + meeting.title()).fill("Keskustelu");
		page.getByLabel("Inför mötet på finska: Mötet " + meeting.title()).fill("Lue kysymykset.");
		page.getByLabel("Fråga 1 på finska").fill("Mitä puuttuu?");
		browser.assertAccessible(page);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara texterna")).click();
		assertThat(page.locator("main")).containsText("Texterna är sparade");
		browser.screenshot(page, "words-meeting");

		Page reader = browser.open();
		reader.navigate("/fi" + path(meeting));
		assertThat(reader.locator("h1")).hasText("Keskustelu");
		assertThat(reader.locator("h1[lang]")).hasCount(0);
		assertThat(reader.locator(".kl-back a")).hasText("Uusi suunnitelma");
		assertThat(reader.locator(".kl-questions li").nth(0)).hasText("Mitä puuttuu?");
		assertThat(reader.locator(".kl-questions li").nth(1)).hasAttribute("lang", "sv");
		assertThat(reader.locator("p.kl-said")).hasAttribute("lang", "sv");
		browser.assertAccessible(reader);
		browser.screenshot(reader, "meeting-finnish");
		reader.navigate("/fi/" + this.sample.authority().id() + "/meetings");
		assertThat(reader.locator(".kl-meeting h3 a")).hasText("Keskustelu");
		assertThat(reader.locator(".kl-meeting h3 a[lang]")).hasCount(0);
		assertThat(reader.locator(".kl-meeting__of")).hasText("Uusi suunnitelma");
		assertThat(reader.request().get("/fi" + path(meeting) + "/meeting.ics").text()).contains("SUMMARY:Keskustelu");
		assertThat(reader.request().get(path(meeting) + "/meeting.ics").text()).contains("SUMMARY:" + meeting.title());
		reader.navigate(path(meeting));
		assertThat(reader.locator("h1")).hasText(meeting.title());

		this.sample.register(meeting, "aino", "fi");
		this.sample.register(meeting, "berit", "sv");
		for (int i = 0; i < 3; i++) {
			this.cases.fire(meeting.id(), "registrationReminderOrLastDay");
		}
		this.cases.complete(meeting.id(), "sendPreparation", Map.of("preparation", "Läs frågorna innan mötet börjar."));
		assertThat(this.words.of(meeting.id()).written(Part.PREPARATION, 0, "fi")).as("of this text and no other")
			.hasValueSatisfying((written) -> assertThat(written.original())
				.isEqualTo(Words.mark("Läs frågorna innan mötet börjar.")));
		page.reload();
		assertThat(page.getByLabel("Inför mötet på finska")).hasCount(0);
		SampleMeetings.Sent receipt = mail("meeting-registered", "aino");
		assertThat(receipt.subject()).contains("Keskustelu").doesNotContain(meeting.title());
		assertThat(receipt.textBody()).contains("Uusi suunnitelma", "Hiss finns.").doesNotContain("Ny kulturplan");
		assertThat(receipt.htmlBody()).containsPattern("<p [^>]*lang=\"sv\">Hiss finns\\.");
		assertThat(this.sample.calendar(receipt)).contains("SUMMARY:Keskustelu");
		assertThat(mail("meeting-preparation", "aino").textBody()).contains("Lue kysymykset.")
			.doesNotContain("Läs frågorna innan");
		assertThat(mail("meeting-preparation", "berit").htmlBody()).contains("Läs frågorna innan")
			.doesNotContain("lang=\"fi\"", "Lue kysymykset.");
		reader.navigate("/fi/my/registration/" + this.sample.token("meeting-registered", "aino"));
		assertThat(reader.locator("main")).containsText("Lue kysymykset.");
		assertThat(reader.locator("h1")).containsText("Keskustelu");
	}

	@Test
	void whatWasSaidStandsUnderTheQuestionInTheReadersLanguage() throws Exception {
		Meeting meeting = this.sample.published(20);
		this.words.set(meeting.authorityId(), meeting.caseId(), Map.of(), Map.of(meeting.caseId(), new Words(
				List.of(new Written(Part.QUESTION, 1, "fi", "Mitä puuttuu?", Words.mark("Vad saknas i dag?"))))));
		MeetingNotes notes = this.context.getBean(MeetingNotes.class);
		for (Question question : this.context.getBean(Questions.class).of(meeting.caseId())) {
			notes.add(meeting, question.id(), null, "Lokaler saknas.");
		}
		this.sample.register(meeting, "aino", "fi");
		this.transaction.executeWithoutResult((status) -> this.context.getBean(MeetingMails.class)
			.notes(meeting, List.of(this.sample.of(meeting, "aino")), notes.of(meeting),
					this.context.getBean(AppClock.class).instant()));
		assertThat(mail("meeting-notes", "aino").textBody()).contains("Mitä puuttuu?", "Vad ska prioriteras?")
			.doesNotContain("Vad saknas i dag?");
		this.context.getBean(JdbcClient.class)
			.sql("update meeting set notes_sent_at = now(), status = 'HELD' where id = :id")
			.param("id", meeting.id())
			.update();
		String said = new Visitor(this.port).get("/fi" + path(meeting)).body();
		assertThat(said.substring(said.indexOf("Lokaler saknas.") - 400)).contains("Mitä puuttuu?</span>",
				"<span lang=\"sv\">Vad ska prioriteras?</span>");
	}

	@Test
	void listsAskTheDatabaseNoMoreForMoreMeetings() throws Exception {
		Visitor visitor = new Visitor(this.port);
		String list = "/fi/" + this.sample.authority().id() + "/meetings";
		publish(0);
		visitor.get(list);
		this.transaction.executeWithoutResult((status) -> {
		});
		int few = this.statements.during(() -> read(visitor, list, "Kokous 0")).size();
		for (int i = 1; i < 4; i++) {
			publish(i);
		}
		this.transaction.executeWithoutResult((status) -> {
		});
		assertThat(this.statements.during(() -> read(visitor, list, "Kokous 3"))).hasSize(few);
	}

	private void publish(int number) {
		Meeting meeting = this.sample.published("Möte " + number, null);
		Map<Id, Words> before = this.words.ofCase(meeting.caseId());
		Map<Id, Words> after = new HashMap<>(before);
		after.put(meeting.id(),
				new Words(List.of(new Written(Part.TITLE, 0, "fi", "Kokous " + number, Words.mark("Möte " + number)))));
		this.words.set(meeting.authorityId(), meeting.caseId(), before, after);
	}

	private static void read(Visitor visitor, String list, String title) {
		try {
			assertThat(visitor.get(list).body()).contains(title);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private SampleMeetings.Sent mail(String kind, String name) {
		return this.sample.mails(kind)
			.stream()
			.filter((mail) -> mail.recipient().equals(this.sample.email(name).value()))
			.findFirst()
			.orElseThrow();
	}

	private String path(Meeting meeting) {
		return MeetingPath.of(this.consultation.path(), meeting);
	}

}
