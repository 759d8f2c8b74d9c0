package se.kulturlots.subscription;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.meeting.SampleMeetings.Sent;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * News of consultations by mail: asked for, confirmed, sent once a day, ended by one
 * click.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class SubscriptionTest {

	@Autowired
	ApplicationContext context;

	@LocalServerPort
	int port;

	@Autowired
	Subscriptions subscriptions;

	@Autowired
	SubscriptionNews news;

	@Autowired
	Afterwards afterwards;

	@Autowired
	Journal journal;

	@Autowired
	SendingWindow window;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	SampleMeetings sample;

	String home;

	@BeforeEach
	void anAuthority() {
		this.clock.jumpTo(this.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
		this.sample = new SampleMeetings(this.context);
		this.home = "/" + this.sample.authority().id();
		this.news.send();
	}

	@Test
	void somebodyFollowsAConsultationFromItsPageAndLeaves(Browser browser) {
		Page page = browser.open();
		this.journal.publish(this.sample.authority().id(), this.sample.consultation().id(), "journal.plan.begun");
		page.navigate(this.sample.consultation().path());
		page.getByText("Följ med e-post").first().click();
		assertThat(page.locator("h1")).hasText("Följ samråden med e-post");
		assertThat(page.locator("input[value=" + this.sample.consultation().slug() + "]")).isChecked();
		browser.assertAccessible(page);
		browser.screenshot(page, "follow");
		page.locator("main form button").click();
		assertThat(page.locator("[role=alert]")).containsText("Skriv din e-postadress");
		page.fill("#email", "åsa@forening.example");
		page.locator("main form button").click();
		assertThat(page.locator("[role=alert]")).containsText("namn@forening.example");
		assertThat(page.locator("#email")).hasValue("åsa@forening.example");
		browser.assertAccessible(page);
		page.fill("#email", this.sample.email("Ida").value());
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Titta i din e-post");
		browser.assertAccessible(page);

		this.afterwards.run();
		page.navigate(link("news-confirm"));
		assertThat(page.locator("h1")).hasText("Vill du följa det här?");
		assertThat(page.locator("main li")).hasText(this.sample.consultation().title());
		browser.assertAccessible(page);
		browser.screenshot(page, "follow-confirm");
		page.getByText("Ja, mejla mig nyheter").click();
		assertThat(page.locator("h1")).hasText("Nu följer du med");
		browser.assertAccessible(page);
		browser.screenshot(page, "follow-confirmed");
		page.locator("button", new Page.LocatorOptions().setHasText("Sluta följa")).click();
		assertThat(page.locator("h1")).hasText("Du får inga fler nyheter");
		browser.assertAccessible(page);
		browser.screenshot(page, "follow-ended");
		assertThat(subscribers()).isZero();
	}

	@Test
	void nothingIsMailedBeforeItIsConfirmedAndWhatHappenedBeforeIsNoNews() {
		publish("journal.plan.begun");
		ask("Ida", null);
		pass(Duration.ofHours(1));
		publish("journal.input.summaryPublished");
		nextMorning();
		assertThat(this.sample.mails("news")).isEmpty();
		this.subscriptions.confirm(token("news-confirm"));
		nextMorning();
		assertThat(this.sample.mails("news")).as("it was before").isEmpty();
		publish("journal.plan.resultsPublished");
		nextMorning();
		assertThat(this.sample.mails("news")).hasSize(1);
	}

	@Test
	void aDayIsOneMailWithAllThatIsNewAndADayWithoutNewsIsNone() {
		ask("Ida", null);
		this.subscriptions.confirm(token("news-confirm"));
		ask("Ida", this.sample.consultation().slug());
		this.subscriptions.confirm(token("news-confirm"));
		pass(Duration.ofMinutes(1));
		publish("journal.plan.begun");
		publish("journal.input.summaryPublished");
		this.journal.note(this.sample.authority().id(), this.sample.consultation().id(), "journal.plan.published");
		nextMorning();
		this.news.send();
		List<Sent> mails = this.sample.mails("news");
		assertThat(mails).hasSize(1);
		assertThat(mails.get(0).recipient()).isEqualTo(this.sample.email("Ida").key());
		assertThat(mails.get(0).subject()).isEqualTo("Nytt om " + this.sample.consultation().title());
		assertThat(mails.get(0).textBody()).containsSubsequence("* ", "* ", this.sample.consultation().path())
			.doesNotContainPattern("(?s)\\* .*\\* .*\\* ");
		nextMorning();
		assertThat(this.sample.mails("news")).hasSize(1);
	}

	@Test
	void aMailProgramEndsItByOneClickAndAnOpenedLinkEndsNothing() throws Exception {
		ask("Ida", null);
		String token = token("news-confirm");
		Visitor program = new Visitor(this.port);
		assertThat(program.get("/my/news/" + token).statusCode()).isEqualTo(200);
		assertThat(this.subscriptions.visit(token).subscriber().orElseThrow().confirmed()).isEmpty();
		this.subscriptions.confirm(token);
		pass(Duration.ofMinutes(1));
		publish("journal.plan.begun");
		nextMorning();
		String post = this.jdbc.sql("select unsubscribe from mail where kind = 'news' and authority_id = :id")
			.param("id", this.sample.authority().id())
			.query(String.class)
			.single();
		String path = post.replaceFirst("https?://[^/]+", "");
		assertThat(program.get(path).statusCode()).isEqualTo(405);
		assertThat(subscribers()).isEqualTo(1);
		HttpResponse<String> answer = program.withoutToken(path, "List-Unsubscribe", "One-Click");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(subscribers()).isZero();
		assertThat(program.withoutToken(path, "List-Unsubscribe", "One-Click").statusCode()).as("again").isEqualTo(200);
		assertThat(program.get("/my/news/" + token).body()).contains("Du får inga fler nyheter");
		assertThat(program.withoutToken("/my/news/" + "x".repeat(43) + "/one-click").statusCode()).isEqualTo(404);
	}

	@Test
	void whoeverAsksAgainIsAskedOnceInTenMinutesAndOneWhoFollowsIsToldSo() {
		ask("Ida", null);
		ask("Ida", null);
		assertThat(this.sample.mails("news-confirm")).hasSize(1);
		this.subscriptions.confirm(token("news-confirm"));
		pass(Duration.ofMinutes(10));
		ask("Ida", null);
		assertThat(this.sample.mails("news-confirm")).extracting(Sent::subject)
			.containsExactlyInAnyOrder("Bekräfta att du vill följa samråden", "Du följer redan samråden");
	}

	@Test
	void whatIsNotConfirmedIsForgottenAfterAWeek() {
		ask("Ida", null);
		pass(Duration.ofDays(7).plusMinutes(1));
		this.news.send();
		assertThat(subscribers()).isZero();
	}

	@Test
	void whatCannotBeFollowedIsRefusedBesideTheChoice() throws Exception {
		HttpResponse<String> answer = new Visitor(this.port).post(this.home + "/follow", "about", "no-such", "email",
				"ida@forening.example");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("Välj något av det som går att följa", "ida@forening.example");
	}

	@Test
	void followersReadTheTitleInTheirLanguage() throws Exception {
		Consultation consultation = this.sample.consultation();
		this.context.getBean(CaseWords.class)
			.set(consultation.authorityId(), consultation.id(), Map.of(), Map.of(consultation.id(), new Words(
					List.of(new Written(Part.TITLE, 0, "fi", "Uusi suunnitelma", Words.mark(consultation.title()))))));
		ask("Ida", consultation.slug());
		String page = "/fi" + link("news-confirm");
		assertThat(new Visitor(this.port).get(page).body()).contains("<li>Uusi suunnitelma</li>");
		this.subscriptions.confirm(token("news-confirm"));
		assertThat(new Visitor(this.port).get(page).body()).contains("<p>Uusi suunnitelma</p>")
			.doesNotContain(consultation.title());
	}

	@Test
	void nobodyEndsWhatIsSomebodyElses() {
		ask("Ida", null);
		String ida = token("news-confirm");
		this.subscriptions.confirm(ida);
		ask("Kim", null);
		String kim = token("news-confirm", "Kim");
		this.subscriptions.end(kim,
				this.subscriptions.visit(ida).subscriber().orElseThrow().subscriptions().get(0).id());
		assertThat(this.subscriptions.visit(ida).subscriber()).isPresent();
	}

	private void ask(String name, String slug) {
		this.subscriptions.ask(this.sample.authority().id(), slug, this.sample.email(name),
				Locale.forLanguageTag("sv"));
		this.afterwards.run();
	}

	private String token(String kind) {
		return token(kind, "Ida");
	}

	private String token(String kind, String name) {
		return this.sample.mails(kind)
			.stream()
			.filter((mail) -> mail.recipient().equals(this.sample.email(name).key()))
			.findFirst()
			.orElseThrow()
			.textBody()
			.replaceAll("(?s).*/my/news/([A-Za-z0-9_-]+).*", "$1");
	}

	private String link(String kind) {
		return "/my/news/" + token(kind);
	}

	private void publish(String key) {
		this.journal.publish(this.sample.authority().id(), this.sample.consultation().id(), key);
	}

	private void pass(Duration time) {
		this.clock.jumpTo(this.clock.instant().plus(time));
	}

	private void nextMorning() {
		Instant midnight = this.clock.today(this.sample.authority().zone())
			.plusDays(1)
			.atStartOfDay(this.sample.authority().zone())
			.toInstant();
		this.clock.jumpTo(this.window.next(this.sample.authority().id(), midnight).plus(Duration.ofMinutes(1)));
		this.news.send();
	}

	private int subscribers() {
		return this.jdbc.sql("select count(*) from subscriber where authority_id = :id")
			.param("id", this.sample.authority().id())
			.query(Integer.class)
			.single();
	}

}
