package se.kulturlots.consultation.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;
import se.kulturlots.picture.SamplePictures;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is written of a consultation in other languages, in easy words and in signs. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class WordsPagesTest {

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	CaseWords words;

	@Autowired
	Pictures pictures;

	@Autowired
	Statements statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Test
	void theFinnishReaderMeetsWhatIsWrittenInFinnishAndTheRestAsSwedish(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Consultation consultation = sample.consultation();
		Page reader = browser.open();
		reader.navigate("/fi" + consultation.path());
		assertThat(reader.locator("h1")).hasAttribute("lang", "sv");
		assertThat(reader.locator(".kl-otherwise")).hasCount(0);

		Page page = browser.open();
		browser.signIn(page, sample.officer().id());
		page.navigate("/staff/consultations/" + consultation.id() + "/words");
		assertThat(page.locator("section[aria-labelledby=in-fi]")).containsText("4 texter saknas");
		browser.assertAccessible(page);
		browser.screenshot(page, "words-none");
		page.getByLabel("Namn på finska").fill("Uusi kulttuurisuunnitelma");
		page.getByLabel("Fråga 1 på finska").fill("Mitä tänään puuttuu?");
		page.getByLabel("Lättläst på svenska").fill("Regionen skriver en plan.\nVad tycker du?");
		page.getByLabel("Adress till filmen, svenska").fill("www.film.example/plan");
		page.locator("summary", new Page.LocatorOptions().setHasText("arabiska")).click();
		page.getByLabel("Sammanfattning på arabiska").fill("ما رأيك في الثقافة؟");
		save(page);
		assertThat(page.locator(".ds-error-summary li")).hasText("Skriv hela adressen. Den ska börja med https://");
		assertThat(page.getByLabel("Namn på finska")).hasValue("Uusi kulttuurisuunnitelma");
		browser.assertAccessible(page);
		page.getByLabel("Adress till filmen, svenska").fill("https://film.example/plan?t=1");
		save(page);
		assertThat(page.locator("main")).containsText("Texterna är sparade");
		assertThat(page.locator("section[aria-labelledby=in-fi]")).containsText("2 texter saknas");
		browser.assertAccessible(page);
		browser.screenshot(page, "words-some");

		reader.reload();
		assertThat(reader.locator("h1")).hasText("Uusi kulttuurisuunnitelma");
		assertThat(reader.locator("h1[lang]")).hasCount(0);
		assertThat(reader.locator(".kl-lead")).hasAttribute("lang", "sv");
		assertThat(reader.locator(".kl-questions li").nth(0)).hasText("Mitä tänään puuttuu?");
		assertThat(reader.locator(".kl-questions li").nth(1)).hasAttribute("lang", "sv");
		assertThat(reader.locator(".kl-easy")).hasCount(0);
		assertThat(reader.locator("[lang=ar][dir=auto]")).hasText("ما رأيك في الثقافة؟");
		browser.assertAccessible(reader);
		browser.screenshot(reader, "words-finnish");
		reader.navigate("/fi/" + sample.authority().id());
		assertThat(reader.locator("main")).containsText("Uusi kulttuurisuunnitelma");
		reader.navigate(consultation.path());
		assertThat(reader.locator("h1")).hasText("Ny kulturplan");
		assertThat(reader.locator(".kl-easy")).containsText("Regionen skriver en plan.");
		assertThat(reader.locator("a[href='https://film.example/plan?t=1']")).isVisible();
		browser.assertAccessible(reader);
		browser.screenshot(reader, "words-swedish");
	}

	@Test
	void twoWhoSaveAtTheSameTimeNoticeEachOther() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		String path = "/staff/consultations/" + sample.consultation().id() + "/words";
		Visitor one = new Visitor(this.port).as(sample.officer().id());
		Visitor other = new Visitor(this.port).as(sample.with(Role.MANAGER).id());
		List<Integer> statuses = Stream.of(one, other).map((visitor) -> CompletableFuture.supplyAsync(() -> {
			try {
				return visitor.post(path, "TITLE-0-fi", "Suunnitelma " + System.identityHashCode(visitor)).statusCode();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		})).toList().stream().map(CompletableFuture::join).toList();
		assertThat(statuses).containsExactlyInAnyOrder(302, 409);
		String kept = this.words.of(sample.consultation().id()).all(Part.TITLE).get(0).text();
		assertThat(one.post(path, "TITLE-0-fi", kept).statusCode()).as("the same once more").isEqualTo(302);
		HttpResponse<String> late = other.post(path, "TITLE-0-fi", "Myöhässä");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("medan du hade sidan öppen", "Myöhässä");
		HttpResponse<String> tooLong = one.post(path, "TITLE-0-fi", "x".repeat(121), "EASY-0-sv", "x".repeat(6001));
		assertThat(tooLong.statusCode()).isEqualTo(400);
		assertThat(tooLong.body()).contains("Högst 120 tecken.", "Högst 6");
		assertThat(this.words.of(sample.consultation().id()).all(Part.TITLE)).hasSize(1);
	}

	@Test
	void whatAColleagueSavesMeanwhileIsKeptOrSeenBeforeItIsReplaced() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		CaseId id = sample.consultation().id();
		String path = "/staff/consultations/" + id + "/words";
		Visitor one = new Visitor(this.port).as(sample.officer().id());
		assertThat(one.post(path, "TITLE-0-fi", "Suunnitelma", "EASY-0-sv", "Lätt.").statusCode()).isEqualTo(302);
		assertThat(one.post(path, "SUBJECT-0-fi", "Aihe").statusCode()).as("of other fields").isEqualTo(302);
		assertThat(this.words.of(id).written()).extracting(Written::text)
			.containsExactly("Suunnitelma", "Aihe", "Lätt.");
		HttpResponse<String> refused = one.post(path, "TITLE-0-fi", "Oma", "EASY-0-fi", "Selko.");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("sparat av någon annan", "Suunnitelma", "value=\"Oma\"", "Selko.");
		String seen = refused.body().replaceAll("(?s).*name=\"TITLE-0-fi-seen\" value=\"([^\"]+)\".*", "$1");
		assertThat(one.post(path, "TITLE-0-fi", "Oma", "TITLE-0-fi-seen", seen, "EASY-0-fi", "Selko.").statusCode())
			.isEqualTo(302);
		assertThat(this.words.of(id).written()).extracting(Written::text)
			.containsExactlyInAnyOrder("Oma", "Aihe", "Lätt.", "Selko.");
	}

	@Test
	void aTextIsNotShownWithAnotherThanItsOriginal() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Consultation consultation = sample.consultation();
		String path = "/staff/consultations/" + consultation.id() + "/words";
		this.words.set(consultation.authorityId(), consultation.id(), Map.of(),
				Map.of(consultation.id(),
						new Words(List.of(
								new Written(Part.QUESTION, 1, "fi", "Mitä puuttuu?",
										Words.mark("En fråga som stod här förut?")),
								new Written(Part.SUMMARY, 0, "tlh", "nuqneH", null)))));
		Visitor reader = new Visitor(this.port);
		assertThat(reader.get("/fi" + consultation.path()).body()).doesNotContain("Mitä puuttuu?");
		Visitor officer = new Visitor(this.port).as(sample.officer().id());
		assertThat(officer.get(path).body()).contains("Originalet har ändrats", "Mitä puuttuu?");
		String seen = String.valueOf(Words.mark("Mitä puuttuu?"));
		assertThat(officer
			.post(path, "QUESTION-1-fi", "Mitä puuttuu?", "QUESTION-1-fi-seen", seen, "QUESTION-1-fi-fits", "true",
					"QUESTION-1-fi-own", Words.mark("Vad saknas i dag?"))
			.statusCode()).isEqualTo(302);
		assertThat(officer.get(path).body()).doesNotContain("Originalet har ändrats");
		assertThat(reader.get("/fi" + consultation.path()).body()).contains("Mitä puuttuu?");
		assertThat(this.words.of(consultation.id()).find(Part.SUMMARY, 0, "tlh")).as("no field of the page")
			.contains("nuqneH");
	}

	@Test
	void whatIsSavedBesideAnOriginalChangedMeanwhileIsNotShownBeforeItIsReadAgain() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Consultation consultation = sample.consultation();
		String path = "/staff/consultations/" + consultation.id() + "/words";
		this.context.getBean(JdbcClient.class)
			.sql("update cases set title = 'Nyare kulturplan' where id = :id")
			.param("id", consultation.id())
			.update();
		Visitor officer = new Visitor(this.port).as(sample.officer().id());
		assertThat(officer.post(path, "TITLE-0-fi", "Suunnitelma", "TITLE-0-fi-own", Words.mark(consultation.title()))
			.statusCode()).isEqualTo(302);
		assertThat(officer.get(path).body()).contains("Originalet har ändrats", "Suunnitelma");
		assertThat(new Visitor(this.port).get("/fi" + consultation.path()).body()).contains("Nyare kulturplan")
			.doesNotContain("Suunnitelma");
	}

	/** As the bench counts them, with all that there can be to show. */
	@Test
	void publicPagesAskTheDatabaseNoMoreForIt() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Consultation consultation = sample.consultation();
		for (CaseId of : new CaseId[] { null, consultation.id() }) {
			this.pictures.set(sample.authority().id(), of, null, Original.read(SamplePictures.of("jpeg", 900, 600)), "",
					Focus.CENTRE);
		}
		this.words.set(consultation.authorityId(), consultation.id(), Map.of(), Map.of(consultation.id(),
				new Words(List.of(new Written(Part.TITLE, 0, "fi", "Suunnitelma \"2028\"", null)))));
		Visitor visitor = new Visitor(this.port);
		for (String path : List.of("/fi/" + sample.authority().id(), "/fi" + consultation.path())) {
			visitor.get(path);
			this.transaction.executeWithoutResult((status) -> {
			});
			assertThat(this.statements.during(() -> {
				try {
					assertThat(visitor.get(path).body()).contains("Suunnitelma", "<img class=\"kl-picture\"");
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			})).as(path).hasSizeLessThanOrEqualTo(8);
		}
	}

	@Test
	void nobodyWritesForOthers() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		String path = "/staff/consultations/" + sample.consultation().id() + "/words";
		Visitor stranger = new Visitor(this.port)
			.as(this.accounts.with(this.authorities.region().id(), Role.OFFICER).id());
		assertThat(stranger.post(path, "TITLE-0-fi", "Oma").statusCode()).isEqualTo(404);
		Visitor registrar = new Visitor(this.port).as(sample.with(Role.REGISTRAR).id());
		assertThat(registrar.post(path, "TITLE-0-fi", "Oma").statusCode()).isEqualTo(403);
		assertThat(this.words.of(sample.consultation().id()).written()).isEmpty();
	}

	private static void save(Page page) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara texterna")).click();
	}

}
