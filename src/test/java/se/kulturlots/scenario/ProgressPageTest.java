package se.kulturlots.scenario;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** All cycles of an authority at a glance. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class ProgressPageTest {

	private static final int MANY = 25;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Cycle cycle;

	@Autowired
	Cases cases;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	RuntimeService runtime;

	@Autowired
	AppClock clock;

	@Test
	void aManagerSeesAtAGlanceWhatIsOnTimeLateAndFailed(Browser browser) {
		SampleCycle sample = this.cycles.start("Kulturplan i tid");
		String authority = sample.authority().id();
		sample.organisation("Hembygdsföreningen");
		sample.story().until("writeInvitation");
		Consultation ended = want(authority, "Inställd biblioteksplan", null);
		this.cycle.end(ended.id(), Consultation.Status.CANCELLED);
		Consultation mine = want(authority, "Scenkonstplan", "manager-" + authority);
		Page page = browser.open();
		browser.signIn(page, "manager-" + authority);
		page.navigate("/staff/progress");
		assertThat(standing(page, "Kulturplan i tid")).containsText("I tid");
		assertThat(page.locator("main")).not().containsText("Inställd biblioteksplan");
		this.clock.jumpTo(this.clock.instant().plus(30, ChronoUnit.DAYS));
		page.reload();
		Locator late = standing(page, "Kulturplan i tid");
		assertThat(late).containsText("Försenade uppgifter: 1");
		late.getByText("Uppgifter som väntar: 1").click();
		assertThat(late).containsText("Väntar på någon chef sedan");
		assertThat(late.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Godkänn inbjudan")))
			.hasAttribute("href", Pattern.compile("/staff/tasks/.+"));
		fail(authority);
		this.clock.jumpTo(this.clock.instant().plus(280, ChronoUnit.DAYS));
		page.reload();
		assertThat(late).containsText("Misslyckade steg: 1");
		assertThat(late).containsText("Försenad sedan");
		assertThat(late.locator("[data-color=success]")).hasCount(0);
		assertThat(late.locator("svg [data-state=LATE]").first()).isVisible();
		assertThat(standing(page, "Scenkonstplan")).containsText("Planering");
		page.locator("main summary").last().click();
		assertThat(phase(page, "Inventering")).containsText("Klart");
		// the days of those after it have been too
		assertThat(phase(page, "Samråd och synpunkter")).containsText("Försenat");
		assertThat(phase(page, "Förslaget skrivs")).containsText("Försenat");
		assertThat(phase(page, "Beslut")).containsText("Kommer");
		browser.assertAccessible(page);
		browser.screenshot(page, "progress");
		page.getByText("Mina", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.locator(".kl-standing")).hasCount(1);
		assertThat(page.locator(".kl-standing")).containsText(mine.title());
		page.getByText("Avslutade", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(standing(page, "Inställd biblioteksplan")).containsText("Inställd");
		browser.assertAccessible(page);
		browser.screenshot(page, "progress-ended");
		page.navigate("/staff/progress");
		page.getByText("Kulturplan i tid").first().click();
		assertThat(page.locator("h1")).hasText("Steg för steg");
		String process = this.runtime.createProcessInstanceQuery()
			.tenantIdIn(authority)
			.processDefinitionKey("invitation")
			.singleResult()
			.getId();
		page.navigate("/staff/progress/of/" + process);
		assertThat(page.locator("h1")).hasText("Steg för steg");
		Page stranger = browser.open();
		SampleCycle other = this.cycles.start();
		browser.signIn(stranger, "manager-" + other.authority().id());
		assertThat(stranger.navigate("/staff/progress/of/" + process).status()).isEqualTo(404);
		stranger.navigate("/staff/progress");
		assertThat(stranger.locator("main")).not().containsText("Kulturplan i tid");
	}

	@Test
	void cockpitLeadsToWholeCycles(Browser browser) {
		SampleCycle sample = this.cycles.start("Kulturplan i Cockpit");
		Page page = browser.open();
		browser.signIn(page, "manager-" + sample.authority().id());
		page.navigate("/camunda/app/cockpit/default/#/process-instance/"
				+ this.cases.instance("consultationCycle", sample.id()).getId() + "/runtime");
		assertThat(page.getByText("Läget i alla ärenden")).hasAttribute("href", "/staff/progress");
		page.getByText("Hela ärendet").click();
		browser.screenshot(page, "cockpit-case");
		page.getByText("Se ärendet steg för steg").click();
		assertThat(page.locator("h1")).hasText("Steg för steg");
	}

	@Test
	void manyCyclesComeInPages(Browser browser) {
		String authority = this.cycles.authorities.region().id();
		Account manager = this.accounts.with(authority, Role.MANAGER);
		Page page = browser.open();
		browser.signIn(page, manager.id());
		page.navigate("/staff/progress");
		assertThat(page.locator(".kl-empty")).containsText("Inget ärende pågår.");
		browser.screenshot(page, "progress-empty");
		for (int number = 1; number <= MANY; number++) {
			want(authority, "Plan " + number, null);
		}
		page.navigate("/staff/progress");
		assertThat(page.locator(".kl-standing")).hasCount(20);
		page.locator("[rel=next]").click();
		assertThat(page.locator(".kl-standing")).hasCount(MANY - 20);
		for (String wrong : List.of("0", "-1", "abc", "99999999999999", "")) {
			assertThat(page.navigate("/staff/progress?show=allt&page=" + wrong).status()).as(wrong).isEqualTo(200);
			assertThat(page.locator(".kl-standing")).hasCount(20);
		}
	}

	private Consultation want(String authority, String title, String officer) {
		LocalDate decision = this.clock.today(ZoneOffset.UTC).plusDays(300);
		return this.cycle.want(authority, new Wish(title, "Vad ska planen handla om?", 2028, 2031, decision), officer);
	}

	/** Sending the invitations has failed for good. */
	private void fail(String authority) {
		this.tasks.complete(this.tasks.createTaskQuery()
			.tenantIdIn(authority)
			.taskDefinitionKey("approveInvitation")
			.singleResult()
			.getId(), Map.of("decision", "approved"));
		this.management.setJobRetries(this.management.createJobQuery()
			.tenantIdIn(authority)
			.activityId("sendInvitations")
			.singleResult()
			.getId(), 0);
	}

	private static Locator phase(Page page, String name) {
		return page.locator("table tr")
			.filter(new Locator.FilterOptions().setHasText("Kulturplan i tid"))
			.filter(new Locator.FilterOptions()
				.setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
	}

	private static Locator standing(Page page, String title) {
		return page.locator(".kl-standing").filter(new Locator.FilterOptions().setHasText(title));
	}

}
