package se.kulturlots.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the public sees of a consultation on its way. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PublicPagesTest {

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	Cycle cycle;

	@Autowired
	Cases cases;

	@Autowired
	Consultations consultations;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	@DisplayName("uppsala 10: anyone can follow the work from the public pages")
	void uppsala10(Browser browser) {
		SampleCycle sample = this.cycles.start();
		Page page = browser.open();
		page.navigate("/" + sample.authority().id());
		assertThat(page.locator("main")).containsText("Just nu finns inget att svara på.");
		assertThat(page.locator("main [id^=state-], .kl-empty")).hasCount(0);
		browser.assertAccessible(page);
		browser.screenshot(page, "public-front-empty");
		Story story = sample.story().until("planCycle");
		Follower follower = new Follower(browser, page, this.consultations.get(sample.id()));
		follower.sees("JOIN", "COMING", "Föreningar anmäler sig");
		story.until("confirmInvitees");
		follower.sees("SOON", "COMING", "Möten och synpunkter");
		story.until("planMeeting");
		follower.sees("MEET", "OPEN", "Möten och synpunkter");
		story.until("inputOpens");
		follower.sees("SAY", "OPEN", "Möten och synpunkter");
		assertThat(page.locator("section:has(#journal)"))
			.containsText(Pattern.compile("(Vi skickade inbjudan|Inbjudan går) till (två|tre|fyra|fem) föreningar"));
		assertThat(page.locator("section:has(#journal)"))
			.containsText(Pattern.compile("inbjudna blev klar: (två|tre|fyra|fem) föreningar"));
		follower.looks("open");
		page.navigate(invitation(sample));
		page.locator("main a[href*='by=']").first().click();
		page.locator(".kl-next a.ds-button").first().click();
		assertThat(page.locator("main form[method=post]").first()).hasAttribute("action",
				Pattern.compile(".*/input\\?by=[0-9a-f]{64}"));
		sample.say("Fler scener utanför residensstaden.", "anna@forening.example");
		story.until("triageInput");
		follower.sees("WAIT", "WORKING", "Förslaget skrivs");
		assertThat(page.locator("#next")).hasText("Vi läser svaren");
		follower.looks("reading");
		story.until("approveSummary");
		follower.sees("WAIT", "WORKING", "Förslaget skrivs");
		assertThat(page.locator("#next")).hasText("Vi skriver förslaget");
		assertThat(page.locator(".kl-next")).containsText("Läs synpunkterna");
		page.navigate(invitation(sample));
		assertThat(page.locator("main")).containsText("Sista dag att svara var");
		assertThat(page.locator("main .kl-cards")).hasCount(0);
		story.until("reviewDraft").untilNext("inputOpens");
		follower.sees("COMMENT", "OPEN", "Förslaget på remiss");
		follower.looks("referral");
		story.until("signOff");
		follower.sees("DECISION", "WORKING", "Beslut");
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(400)));
		page.reload();
		assertThat(page.locator(".kl-next")).containsText("skulle besluta");
		story.toTheEnd();
		follower.sees("DECIDED", "DECIDED", null);
		follower.looks("decided");
		page.locator(".kl-next a.ds-button").first().click();
		assertThat(page.locator("h1")).hasText("Ny kulturplan");
		browser.assertAccessible(page);
		browser.screenshot(page, "public-plan");
	}

	private String invitation(SampleCycle sample) {
		return this.jdbc
			.sql("select text_body from mail where authority_id = :authority and text_body like '%/my/invitation/%'")
			.param("authority", sample.authority().id())
			.query(String.class)
			.list()
			.get(0)
			.replaceAll("(?s).*(/my/invitation/[\\w-]+).*", "$1");
	}

	@Test
	@DisplayName("skane 10: the background, project and funder, stands on the page")
	void skane10(Browser browser) {
		SampleCycle sample = this.cycles.start();
		Map<String, Object> plan = new HashMap<>(ConsultationSamples.plan(this.player.today().plusDays(330)));
		plan.put("background", "Samrådet är en del av projektet Kultur efter krisen.\n\nDet betalas av <b>EU</b>.");
		this.cases.complete(sample.id(), "planCycle", plan);
		Page page = browser.open();
		page.navigate(this.consultations.get(sample.id()).path());
		Locator background = page.locator("section:has(> #background)");
		assertThat(background.locator("h2")).hasText("Bakgrund");
		assertThat(background).containsText("projektet Kultur efter krisen");
		assertThat(background).containsText("Det betalas av <b>EU</b>.");
	}

	@Test
	void aRejectedAndACancelledConsultationSaySoAndWhy(Browser browser) {
		SampleCycle sample = this.cycles.start();
		Story story = sample.story()
			.answering("recordCommitteeDecision",
					Map.of("decision", "rejected", "decidedOn", this.player.today().toString(), "paragraph", "§ 7",
							"reference", "KN 2027/3", "comment", "Finansieringen är inte klar."));
		story.toTheEnd();
		Page page = browser.open();
		Consultation rejected = this.consultations.get(sample.id());
		new Follower(browser, page, rejected).sees("REJECTED", "DECIDED", null);
		assertThat(page.locator(".kl-next")).containsText("Planen avslogs");
		browser.screenshot(page, "public-rejected");
		SampleCycle other = this.cycles.start();
		other.story().until("confirmInvitees");
		this.cycle.cancel(other.authority().id(), other.id(), "Nämnden har ändrat tidplanen.");
		this.cases.run();
		CaseId id = other.id();
		Follower follower = new Follower(browser, page, this.consultations.get(id));
		follower.sees("CANCELLED", "DECIDED", null);
		follower.looks("cancelled");
		assertThat(page.locator(".kl-next")).containsText("Nämnden har ändrat tidplanen.");
	}

	@Test
	void aSharedLinkShowsWhatItIsAbout(Browser browser) {
		SampleCycle sample = this.cycles.start();
		sample.story().until("planCycle");
		Consultation consultation = this.consultations.get(sample.id());
		Page page = browser.open();
		page.navigate("/fi" + consultation.path());
		assertThat(page).hasTitle("Ny kulturplan – " + sample.authority().name());
		assertThat(meta(page, "og:title")).isEqualTo("Ny kulturplan");
		assertThat(meta(page, "og:description")).isEqualTo(consultation.subject());
		assertThat(meta(page, "og:url")).endsWith("/fi" + consultation.path());
		assertThat(meta(page, "og:locale")).isEqualTo("fi_FI");
		assertThat(page.request().get(meta(page, "og:image")).headers()).containsEntry("content-type", "image/png");
	}

	private static String meta(Page page, String property) {
		return page.locator("meta[property='" + property + "']").getAttribute("content");
	}

	/** Somebody who looks in from time to time. */
	private record Follower(Browser browser, Page page, Consultation consultation) {

		/** What the page says is next, where the front page shows it, where it stands. */
		void sees(String next, String state, String phase) {
			this.page.navigate("/" + this.consultation.authorityId());
			Locator card = this.page.locator("section:has(#state-" + state + ") .kl-card");
			assertThat(card).hasCount(1);
			assertThat(this.page.locator("main .kl-card")).hasCount(1);
			assertThat(card.locator(".kl-until")).hasCount(state.equals("OPEN") ? 1 : 0);
			assertThat(card.locator(".ds-tag[data-color=success]")).hasCount(state.equals("OPEN") ? 1 : 0);
			assertThat(this.page.locator("main section:not(:has(li, p))")).hasCount(0);
			this.page.getByText(this.consultation.title()).first().click();
			assertThat(this.page.locator(".kl-next")).hasAttribute("data-thing", next);
			if (phase != null) {
				assertThat(this.page.locator("[aria-current=step]")).containsText(phase);
				assertThat(this.page.locator("[aria-current=step]")).containsText("Du är här");
			}
			else {
				assertThat(this.page.locator("[aria-current=step]")).hasCount(0);
			}
			assertThat(this.page.locator("main section:not(:has(li, p))")).hasCount(0);
			for (Locator action : this.page.locator(".kl-next .ds-button").all()) {
				String target = action.getAttribute("href");
				assertThat(this.page.request().get(target).status()).as(target).isEqualTo(200);
			}
		}

		/** Looks closely at both pages. */
		void looks(String name) {
			this.browser.assertAccessible(this.page);
			this.browser.screenshot(this.page, "public-" + name);
			this.page.navigate("/" + this.consultation.authorityId());
			this.browser.assertAccessible(this.page);
			this.browser.screenshot(this.page, "public-" + name + "-front");
			this.page.navigate(this.consultation.path());
		}

	}

}
