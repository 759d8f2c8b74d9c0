package se.kulturlots.workflow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class WebApplicationsTest {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	@Autowired
	Accounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	IdentityService identity;

	@Autowired
	FormService forms;

	@Autowired
	RepositoryService repository;

	@Autowired
	TaskService tasks;

	@Autowired
	AppClock clock;

	String authority;

	String officer;

	@BeforeEach
	void officer() {
		this.authority = this.authorities.region().id();
		this.officer = account(Role.OFFICER);
	}

	@ParameterizedTest
	@CsvSource({ "OFFICER,tasklist,Kulturlots · Uppgifter,Mina uppgifter",
			"MANAGER,cockpit,Kulturlots · Driftöversikt,Pågående processinstanser",
			"OFFICER,welcome,Kulturlots · Min profil,Dina roller och ditt lösenord" })
	void eachApplicationIsSwedishAndOursWhateverTheBrowserSpeaks(Role role, String app, String name, String text,
			Browser browser) {
		Page page = browser.openNew();
		page.addInitScript("Object.defineProperty(navigator, 'languages', { get: () => ['en-GB', 'en'] })");
		open(browser, page, account(role), "/camunda/app/" + app + "/default/");
		assertThat(page.locator(".navbar-brand")).hasText(name);
		assertThat(page.getByText(text).first()).isVisible();
		assertThat(page.locator("html")).hasAttribute("lang", "sv");
		assertThat(page).hasTitle(Pattern.compile("^" + name));
		assertThat(page.locator(".ce-eol-banner")).isHidden();
		browser.screenshot(page, app);
	}

	@Test
	void tasklistSpeaksOfTasksInSwedish(Browser browser) {
		task();
		Page page = browser.open();
		openTask(browser, page);
		for (String filter : List.of("Mina uppgifter", "Gruppens uppgifter", "Sista dag snart", "Försenade")) {
			assertThat(page.locator(".task-filters").getByText(filter)).isVisible();
		}
		Locator menu = page.locator("[cam-widget-header]");
		for (String entry : List.of("Startsida", "Starta process", "Kortkommandon")) {
			assertThat(menu.getByText(entry)).isVisible();
		}
		assertThat(menu.getByText("Startsida")).hasAttribute("href", "/staff");
		assertThat(page.locator(".task-details .nav-tabs li:visible"))
			.hasText(new String[] { "Formulär", "Ärende", "Diagram", "Beskrivning" });
		assertThat(page.getByRole(AriaRole.BUTTON, name("Slutför"))).isVisible();
		browser.screenshot(page, "tasklist-task");
	}

	@ParameterizedTest
	@CsvSource({ "OFFICER,tasklist", "MANAGER,cockpit", "OFFICER,welcome" })
	void whatBelongsToAVersionOfTheEngineIsFetchedOnce(Role role, String app, Browser browser) {
		Page page = browser.openNew();
		open(browser, page, account(role), "/camunda/app/" + app + "/default/");
		page.reload();
		assertThat(page.locator(".account")).isVisible();
		assertThat((List<?>) page.evaluate(
				"""
						performance.getEntriesByType('resource').filter((entry) => /\\/(lib|camunda-\\w+-bootstrap)/.test(entry.name))
							.map((entry) => entry.transferSize)"""))
			.hasSizeGreaterThan(3)
			.allSatisfy((bytes) -> assertThat(bytes).isEqualTo(0));
	}

	@Test
	void aCardTellsWhichConsultationItIsAboutAndUntilWhen(Browser browser) {
		start("consultationCycle",
				Map.of("title", "Ny kulturplan", "subject", "Vad ska kulturplanen handla om?", "planFrom", 2028,
						"planTo", 2031, "decisionDate", this.clock.today(ZoneOffset.UTC).plusDays(300).toString()));
		Page page = browser.open();
		open(browser, page, this.officer, TASKLIST);
		Locator card = page.locator(".tasks-list li.task");
		assertThat(card).containsText("Ny kulturplan");
		assertThat(card).containsText("Klart senast");
		assertThat(card.locator(".due-date")).isHidden();
		card.getByText("Planera omgången").click();
		assertThat(page.locator(".task-card header")).containsText("Klart senast");
		page.getByText("Ärende", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.getByText("Öppna ärendet")).hasAttribute("href",
				Pattern.compile("^/staff/consultations/[0-9a-f-]{36}$"));
		Page consultation = page.waitForPopup(() -> page.getByText("Öppna ärendet").click());
		assertThat(consultation.locator("h1")).containsText("Ny kulturplan");
		this.clock.jumpTo(this.clock.instant().plus(20, ChronoUnit.DAYS));
		page.reload();
		assertThat(card.locator(".kulturlots-late")).containsText("för sent");
	}

	@Test
	void aFormSaysInSwedishWhatIsWrong(Browser browser) {
		task();
		Page page = browser.open();
		openTask(browser, page);
		Locator form = page.locator(".fjs-container");
		type(form, "Platser", "0", "Talet får inte vara mindre än 1.");
		type(form, "Mejl", "inte en adress", "Skriv en e-postadress, till exempel namn@forening.example.");
		form.getByLabel("Skicka tillbaka").check();
		type(form, "Kommentar", "", "Fyll i fältet.");
		type(form, "Kommentar", "x".repeat(101), "Skriv högst 100 tecken.");
		assertThat(form.getByPlaceholder("åååå-mm-dd")).isVisible();
	}

	@Test
	void aTaskCanBeHandedBackByWhoHasIt(Browser browser) {
		Task task = task();
		Page page = browser.open();
		openTask(browser, page);
		page.locator(".unclaim").click();
		assertThat(page.getByRole(AriaRole.BUTTON, name("Ta uppgiften"))).isVisible();
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();
		page.getByRole(AriaRole.BUTTON, name("Ta uppgiften")).click();
		assertThat(page.locator(".unclaim")).isVisible();
	}

	@Test
	void aDoneTaskIsGone(Browser browser) {
		Task task = task();
		Page page = browser.open();
		openTask(browser, page);
		page.locator(".fjs-container").getByLabel("Godkänn").check();
		page.getByRole(AriaRole.BUTTON, name("Slutför")).click();
		assertThat(page.locator(".tasks-list").getByText("Svara på provet")).hasCount(0);
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
	}

	@Test
	void aFirstLoadThatFailsSaysSoAndCanBeTriedAgain(Browser browser) {
		task();
		Page page = browser.openNew();
		page.route("**/filter/*/list*", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
		browser.signIn(page, this.officer);
		page.navigate(TASKLIST);
		Locator trouble = page.getByRole(AriaRole.ALERT)
			.filter(new Locator.FilterOptions().setHasText("Uppgifterna kunde inte hämtas"));
		assertThat(trouble).isVisible();
		browser.screenshot(page, "tasklist-trouble");
		page.unrouteAll();
		trouble.getByText("Försök igen").click();
		assertThat(page.locator(".tasks-list").getByText("Svara på provet").first()).isVisible();
		assertThat(trouble).hasCount(0);
	}

	@Test
	void aNoticeDoesNotStayOverAnotherTask(Browser browser) {
		task();
		start("sample", Map.of("title", "En annan plan"));
		Page page = browser.openNew();
		openTask(browser, page);
		page.route("**/unclaim", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
		page.locator(".unclaim").click();
		Locator notice = page.locator("[notifications-panel] .alert-danger");
		assertThat(notice.first()).isVisible();
		page.locator(".tasks-list li.task").last().click();
		assertThat(notice).hasCount(0);
	}

	@Test
	void whoSignsOutLeavesNothingHalfWrittenAndComesToOurSignInPage(Browser browser) {
		task();
		Page page = browser.open();
		openTask(browser, page);
		page.locator(".fjs-container").getByLabel("Mejl").fill("utkast@forening.example");
		page.getByRole(AriaRole.BUTTON, name("Spara")).click();
		assertThat(drafts(page)).hasSize(1);
		page.locator(".account > a").click();
		assertThat(page.locator(".account .profile a")).hasAttribute("href", "/staff/account");
		page.getByText("Logga ut").click();
		page.waitForURL("**/login?signedOut");
		assertThat(drafts(page)).isEmpty();
		page.navigate(TASKLIST);
		assertThat(page.url()).contains("/login");
	}

	@Test
	void whoseSessionHasEndedComesToOurSignInPage(Browser browser) {
		Page page = browser.open();
		open(browser, page, this.officer, TASKLIST);
		page.getByText("Gruppens uppgifter").waitFor();
		page.context().clearCookies();
		page.getByText("Gruppens uppgifter").click();
		page.waitForURL("**/login");
	}

	/** A field is judged when it is left. */
	/**
	 * Types until the form says what is wrong: it draws its fields anew while it judges
	 * them, and may lose what is typed at that moment.
	 */
	private static void type(Locator form, String label, String text, String fault) {
		Locator field = form.getByLabel(label);
		Locator sentence = form.locator(".fjs-form-field-error").getByText(fault);
		form.page().waitForCondition(() -> {
			if (sentence.count() == 1) {
				return true;
			}
			field.fill(text);
			field.blur();
			return false;
		});
	}

	@Test
	void pagesLoadedAtTheSameTimeEachTrustTheirOwnScripts(Browser browser) throws Exception {
		Page page = browser.open();
		browser.signInOnThePage(page, this.officer);
		String cookies = page.context()
			.cookies()
			.stream()
			.map((cookie) -> cookie.name + "=" + cookie.value)
			.collect(Collectors.joining("; "));
		HttpRequest request = HttpRequest.newBuilder(URI.create(page.url()).resolve(TASKLIST))
			.header("Cookie", cookies)
			.build();
		HttpClient client = HttpClient.newHttpClient();
		List<CompletableFuture<HttpResponse<String>>> loads = Stream
			.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
			.limit(60)
			.toList();
		for (CompletableFuture<HttpResponse<String>> load : loads) {
			HttpResponse<String> response = load.get();
			Matcher nonce = Pattern.compile("'nonce-([^']+)'")
				.matcher(response.headers().firstValue("Content-Security-Policy").orElseThrow());
			assertThat(nonce.find()).isTrue();
			assertThat(response.body()).contains("nonce=\"" + nonce.group(1) + "\"");
		}
	}

	private void openTask(Browser browser, Page page) {
		open(browser, page, this.officer, TASKLIST);
		page.locator(".tasks-list").getByText("Svara på provet").first().click();
		assertThat(page.locator(".fjs-container").getByText("Beslut")).isVisible();
	}

	private static void open(Browser browser, Page page, String account, String path) {
		browser.signIn(page, account);
		page.navigate(path);
		assertThat(page.locator(".account")).isVisible();
	}

	@SuppressWarnings("unchecked")
	private static List<String> drafts(Page page) {
		return (List<String>) page
			.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('camunda-form:'))");
	}

	private static Page.GetByRoleOptions name(String name) {
		return new Page.GetByRoleOptions().setName(name);
	}

	private Task task() {
		return start("sample", Map.of("title", "Kulturplan"));
	}

	private Task start(String process, Map<String, Object> answers) {
		this.identity.setAuthentication(this.officer, List.of("officer"), List.of(this.authority));
		try {
			String definition = this.repository.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.latestVersion()
				.singleResult()
				.getId();
			String instance = this.forms.submitStartForm(definition, answers).getId();
			return this.tasks.createTaskQuery().processInstanceId(instance).singleResult();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private String account(Role role) {
		String id = role.group() + "-" + UUID.randomUUID().toString().substring(0, 8);
		this.accounts.create(new Account(id, "Test Person", id + "@region.example", this.authority, Set.of(role)),
				Browser.PASSWORD);
		return id;
	}

}
