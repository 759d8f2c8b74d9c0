package se.kulturlots.staff.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What staff see when they come in the morning. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class StaffStartTest {

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Processes processes;

	@Autowired
	Cases cases;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	@Test
	void anOfficerKnowsWhatToDo(Browser browser) {
		Authority authority = this.authorities.region();
		Account officer = this.accounts.with(authority.id(), Role.OFFICER);
		Page page = browser.open();
		browser.signIn(page, officer.id());
		page.navigate("/staff");
		assertThat(page.locator("main")).containsText("Du har inga uppgifter just nu.");
		assertThat(page.locator("main")).containsText("Här visas ärenden som du ansvarar för.");
		assertThat(page.locator("#waiting")).hasCount(0);
		browser.assertAccessible(page);
		browser.screenshot(page, "start-none");

		CaseId mine = started(officer, "Kulturplan 2028–2031");
		Account colleague = this.accounts.with(authority.id(), Role.OFFICER);
		started(colleague, "Idrott för alla");
		page.navigate("/staff");
		Locator task = page.locator(".kl-line", new Page.LocatorOptions().setHasText("Ligger på dig"));
		assertThat(task).hasCount(1);
		assertThat(task).containsText("arbetsdagar kvar");
		assertThat(task).containsText("Kulturplan 2028–2031");
		assertThat(task.locator("a").first()).hasAttribute("href",
				"/staff/tasks/" + this.cases.task(mine, "planCycle").getId());
		assertThat(page.request().get("/staff/tasks/cards?ids=" + this.cases.task(mine, "planCycle").getId()).text())
			.contains("arbetsdagar kvar. Klart senast")
			.contains("/staff/consultations/" + mine);
		assertThat(page.locator("section", new Page.LocatorOptions().setHas(page.locator("#mine"))))
			.containsText("Kulturplan 2028–2031");
		assertThat(page.locator("section", new Page.LocatorOptions().setHas(page.locator("#others"))))
			.containsText("Idrott för alla");
		browser.assertAccessible(page);

		this.cases.complete(mine, "planCycle", ConsultationSamples.plan(decision()));
		failedMail(authority, mine);
		this.clock
			.jumpTo(this.cases.task(mine, "collectOrganisations").getDueDate().toInstant().plus(Duration.ofDays(2)));
		page.navigate("/staff");
		assertThat(page.locator("main")).containsText("En är försenad.");
		assertThat(page.locator("main")).containsText("2 dagar för sent");
		assertThat(page.locator("main")).containsText("Ett mejl kom inte fram");
		browser.assertAccessible(page);
		browser.screenshot(page, "start-late");

		Page chief = browser.open();
		browser.signIn(chief, this.accounts.with(authority.id(), Role.MANAGER).id());
		chief.navigate("/staff");
		assertThat(chief.locator("section", new Page.LocatorOptions().setHas(chief.locator("#waiting"))))
			.containsText("Väntar på Kim officer sedan");
		browser.assertAccessible(chief);
		browser.screenshot(chief, "start-manager");

		page.locator("a", new Page.LocatorOptions().setHasText("Se vilka, varför")).click();
		assertThat(page.locator("h1")).hasText("Mejl som inte kom fram");
		assertThat(page.locator("main")).containsText("borta@forening.example");
		browser.assertAccessible(page);
		browser.screenshot(page, "mail-troubled");
		assertThat(page.locator("main .kl-lines a")).hasAttribute("href",
				Pattern.compile("/staff/consultations/[^/]+/mail"));
		page.locator("main .kl-lines button").click();
		assertThat(page.locator("[role=status]")).containsText("skickas igen");
		assertThat(page.locator("main")).containsText("Alla mejl har kommit fram eller är på väg.");
		page.navigate("/staff/mail?all=true&page=99");
		assertThat(page.locator("main")).containsText("borta@forening.example");
		browser.assertAccessible(page);
	}

	@Test
	void mailsOfAnotherAuthorityAreNotShownAndNotSent(Browser browser) {
		Authority authority = this.authorities.region();
		UUID mail = failedMail(authority, null);
		Account stranger = this.accounts.with(this.authorities.region().id(), Role.OFFICER);
		Page page = browser.open();
		browser.signIn(page, stranger.id());
		page.navigate("/staff/mail?all=true");
		assertThat(page.locator("main")).not().containsText("borta@forening.example");
		Account liaison = this.accounts.with(authority.id(), Role.LIAISON);
		Page theirs = browser.open();
		browser.signIn(theirs, liaison.id());
		theirs.navigate("/staff/mail");
		assertThat(theirs.locator("main")).containsText("borta@forening.example");
		assertThat(theirs.locator("main button")).hasCount(0);
		for (Page each : new Page[] { page, theirs }) {
			String token = each.locator("input[name=_csrf]").first().inputValue();
			int status = each.request()
				.post("/staff/mail/" + mail + "/retry",
						com.microsoft.playwright.options.RequestOptions.create()
							.setForm(com.microsoft.playwright.options.FormData.create().set("_csrf", token)))
				.status();
			assertThat(status).isEqualTo((each == page) ? 404 : 403);
		}
		assertThat(
				this.jdbc.sql("select state from mail where id = :id").param("id", mail).query(String.class).single())
			.isEqualTo("FAILED");
	}

	private LocalDate decision() {
		return this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(330);
	}

	private CaseId started(Account officer, String title) {
		return new CaseId(this.processes.startWithAnswers(new ProcessKey("consultationCycle"), officer,
				Map.of("title", title, "subject", "Vad ska den nya planen handla om?", "planFrom", 2028, "planTo", 2031,
						"decisionDate", decision().toString()))
			.value());
	}

	private UUID failedMail(Authority authority, CaseId caseId) {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into mail (id, authority_id, case_id, occasion, version, kind, step, recipient, subject, text_body,
						html_body, bulk, state, attempts, reason, created_at, due_at)
					values (:id, :authority, :case, :occasion, 0, 'invitation', 0, 'borta@forening.example',
						'Inbjudan till samråd', 'x', 'x', true, 'FAILED', 5, '550', now(), now())""")
			.param("id", id)
			.param("authority", authority.id())
			.param("case", caseId)
			.param("occasion", "test:" + id)
			.update();
		return id;
	}

}
