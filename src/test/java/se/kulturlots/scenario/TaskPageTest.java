package se.kulturlots.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.workflow.TaskDrafts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A task is done where the work is, with the form and the gate that Tasklist has. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class TaskPageTest {

	private static final String PAGE = "/staff/tasks/";

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Consultations consultations;

	@Autowired
	Cases cases;

	@Autowired
	FormService forms;

	@Autowired
	TaskService tasks;

	@Autowired
	CyclePlayer player;

	@Autowired
	TaskDrafts drafts;

	@Autowired
	RuntimeService runtime;

	@Autowired
	JdbcClient jdbc;

	@Test
	void fromTheMailToWhatHappensNext(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = freeTask(cycle);
		Page page = browser.open();
		page.navigate(PAGE + task.getId());
		page.getByLabel("Användarnamn").fill(cycle.officer().id());
		page.getByLabel("Lösenord").fill(Browser.PASSWORD);
		press(page, "Logga in");
		assertThat(page.locator("h1")).hasText("Planera omgången");
		Locator form = form(page);
		assertThat(form.getByLabel("Antal samrådsmöten")).hasAttribute("readonly", "");
		assertThat(button(page, "Slutför")).hasCount(0);
		browser.assertAccessible(page);
		browser.screenshot(page, "task-free");
		page.setViewportSize(1000, 900);
		assertThat(page.locator("aside dd").first().boundingBox().x).as("under its name, where both have room")
			.isEqualTo(page.locator("aside dt").first().boundingBox().x);

		press(page, "Ta uppgiften");
		assertThat(button(page, "Slutför")).isVisible();
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
			.isEqualTo(cycle.officer().id());
		button(page, "Slutför").click();
		Locator questions = form(page).getByLabel(Person.labelled("Frågor att samlas kring"));
		assertThat(form(page).getByText("Fyll i fältet.")).isVisible();
		assertThat(questions).isFocused();
		browser.assertAccessible(page);
		browser.screenshot(page, "task-missing");

		write(page, "Frågor att samlas kring", "Vad saknas där ni bor?");
		write(page, "Inventeringens sista dag", this.player.today().minusDays(3).toString());
		assertThat(complete(page).status()).isEqualTo(400);
		assertThat(page).hasTitle(Pattern.compile("^Fel: Planera omgången"));
		Locator summary = page.locator(".kl-error-summary");
		assertThat(summary).containsText("har redan varit");
		assertThat(summary).isFocused();
		assertThat(form(page).locator(".fjs-form-field-error").first()).containsText("har redan varit");
		assertThat(form(page).getByLabel(Person.labelled("Frågor att samlas kring")))
			.hasValue("Vad saknas där ni bor?");
		browser.assertAccessible(page);
		browser.screenshot(page, "task-refused");
		summary.getByRole(AriaRole.LINK).first().click();
		assertThat(form(page).getByLabel("Inventeringens sista dag")).isFocused();

		write(page, "Inventeringens sista dag", this.player.today().plusDays(30).toString());
		assertThat(complete(page).status()).isEqualTo(302);
		assertThat(page.locator("h1")).hasText("Klart: Planera omgången");
		assertThat(page.getByText("Systemet gör nästa steg.")).isVisible();
		this.cases.run();
		assertThat(page.locator("main")).containsText("Samla föreningar");
		assertThat(page.getByText("Systemet gör nästa steg.")).hasCount(0);
		assertThat(page.locator("main")).containsText("Gjordes av Test Person");
		browser.assertAccessible(page);
		browser.screenshot(page, "task-done");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Fortsätt med den")))
			.click();
		assertThat(page.locator("h1")).hasText("Samla föreningar");

		page.navigate(PAGE + task.getId());
		assertThat(page.locator("h1")).hasText("Klart: Planera omgången");
		for (String nobodys : List.of(UUID.randomUUID().toString(), "nothing")) {
			assertThat(page.navigate(PAGE + nobodys).status()).isEqualTo(404);
			assertThat(page.locator("main")).containsText("Uppgiften är redan gjord");
		}
		Page other = browser.open();
		browser.signIn(other, this.accounts.with(this.cycles.start().authority().id(), Role.OFFICER).id());
		assertThat(other.navigate(PAGE + task.getId()).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Stockholm", "America/New_York", "Pacific/Auckland" })
	void aDateIsTheSameDayWhereverTheComputerStandsAndNumbersAreSwedish(String zone, Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Map<String, Object> facts = this.forms.getTaskFormVariables(task.getId());
		Page page = browser.openIn(zone);
		browser.signIn(page, cycle.officer().id());
		page.navigate(PAGE + task.getId());
		assertThat(form(page).getByLabel("Dag då nämnden ska besluta")).hasValue(facts.get("decisionDate").toString());
		LocalDate answers = LocalDate.parse(facts.get("answerLastDay").toString()).plusDays(1);
		write(page, "Sista dag att svara på inbjudan", answers.toString());
		write(page, "Frågor att samlas kring", "Vad saknas där ni bor?");
		Locator number = form(page).getByLabel("Antal samrådsmöten");
		number.fill("1\u00a02");
		assertThat(number).hasValue("12");
		number.fill("tolv");
		assertThat(number).hasValue("12");
		number.fill("20");
		number.blur();
		assertThat(form(page).getByText("Talet får inte vara större än 12.")).isVisible();
		number.fill("2");
		assertThat(complete(page).status()).isEqualTo(302);
		assertThat(this.consultations.get(cycle.id()).schedule().answerLastDay()).isEqualTo(answers);
		assertThat(this.consultations.get(cycle.id()).schedule().decisionDate())
			.hasToString(facts.get("decisionDate").toString());
	}

	@Test
	void aTaskIsGivenBackAndSomebodyElseTakesIt(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(PAGE + task.getId());
		String colleague = this.accounts.with(cycle.authority().id(), Role.OFFICER).id();
		Page other = browser.open();
		browser.signIn(other, colleague);
		other.navigate(PAGE + task.getId());
		assertThat(other.locator("main")).containsText("Uppgiften ligger på Test Person.");
		assertThat(button(other, "Ta uppgiften")).hasCount(0);
		browser.assertAccessible(other);
		press(page, "Lämna tillbaka uppgiften");
		assertThat(button(page, "Ta uppgiften")).isVisible();
		other.reload();
		press(other, "Ta uppgiften");
		assertThat(button(other, "Slutför")).isVisible();
		press(page, "Ta uppgiften");
		assertThat(page.locator(".kl-error-summary")).containsText("Uppgiften ligger på någon annan.");
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo(colleague);
	}

	@Test
	void aTaskIsDoneOnThePageOfItsCase(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		String path = "/staff/consultations/" + cycle.id();
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(path);
		page.locator("[data-task-here]").first().click();
		Locator form = form(page);
		assertThat(form.getByLabel(Person.labelled("Frågor att samlas kring"))).isVisible();
		assertThat(page.locator("[data-task-here]").first()).hasText("Öppna på egen sida");
		assertThat(page.url()).endsWith(path);
		browser.assertAccessible(page);
		browser.screenshot(page, "task-on-case");
		page.setViewportSize(360, 800);
		assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 360")).isTrue();
		write(page, "Frågor att samlas kring", "Vad saknas där ni bor?");
		assertThat(complete(page).status()).isEqualTo(302);
		page.waitForURL("**/done");
	}

	@Test
	void theManagerMovesATask(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Account colleague = this.accounts.with(cycle.authority().id(), Role.OFFICER);
		Page page = browser.open();
		browser.signIn(page, "manager-" + cycle.authority().id());
		page.navigate(PAGE + task.getId());
		browser.assertAccessible(page);
		browser.screenshot(page, "task-manager");
		press(page, "Till " + colleague.displayName());
		assertThat(page.locator("aside")).containsText("Till Test Person");
		assertThat(assignee(task)).isEqualTo(colleague.id());
		Caller manager = new Caller(this.port, "manager-" + cycle.authority().id());
		for (String to : List.of("", "nobody", "liaison-" + cycle.authority().id(),
				this.accounts.with(this.cycles.start().authority().id(), Role.OFFICER).id())) {
			assertThat(manager.form(PAGE + task.getId() + "/move", "to=" + to).statusCode()).as(to).isEqualTo(400);
		}
		assertThat(new Caller(this.port, cycle.officer().id())
			.form(PAGE + task.getId() + "/move", "to=" + cycle.officer().id())
			.statusCode()).isIn(403, 409);
		assertThat(assignee(task)).isEqualTo(colleague.id());
		press(page, "Gör uppgiften ledig");
		assertThat(page.locator("aside")).containsText("Ingen än");
		assertThat(assignee(task)).isNull();
	}

	@Test
	void workThatWasSentBackSaysByWhomAndWhy(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("writeInvitation");
		String manager = "manager-" + cycle.authority().id();
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		Task review = this.tasks.createTaskQuery()
			.tenantIdIn(cycle.authority().id())
			.taskDefinitionKey("approveInvitation")
			.singleResult();
		this.tasks.setAssignee(review.getId(), manager);
		new Caller(this.port, manager).form(PAGE + review.getId() + "/complete",
				"answers=" + encoded("{\"decision\":\"sentBack\",\"comment\":\"Skriv kortare, tack.\"}"));
		this.cases.run();
		for (String where : List.of("/staff", "/staff/consultations/" + cycle.id())) {
			page.navigate(where);
			assertThat(page.locator(".kl-sent-back")).hasText("Skickad tillbaka av Test Person: Skriv kortare, tack.");
			browser.assertAccessible(page);
		}
		page.navigate(
				page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Skriv inbjudan")))
					.first()
					.getAttribute("href"));
		assertThat(page.locator(".ds-alert .kl-sent-back"))
			.hasText("Skickad tillbaka av Test Person: Skriv kortare, tack.");
		browser.assertAccessible(page);
		browser.screenshot(page, "task-sent-back");
		cycle.story().until("approveInvitation");
		assertThat(this.jdbc.sql("select count(*) from task_sent_back where authority_id = :authority")
			.param("authority", cycle.authority().id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void tasksAreDueInTheOrderInWhichTheyNeedOneAnother() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("planCycle");
		Date collected = this.cases.task(cycle.id(), "collectOrganisations").getDueDate();
		cycle.story().until("collectOrganisations");
		assertThat(this.cases.task(cycle.id(), "confirmInvitees").getDueDate()).isAfter(collected);
		cycle.story().until("confirmInvitees");
		Map<String, Date> due = this.tasks.createTaskQuery()
			.tenantIdIn(cycle.authority().id())
			.list()
			.stream()
			.collect(Collectors.toMap(Task::getTaskDefinitionKey, Task::getDueDate, (one, other) -> one));
		assertThat(due.get("writeInvitation")).isAfter(due.get("planMeeting"));
	}

	private String assignee(Task task) {
		return this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
	}

	@Test
	void whoHasNotTheRoleReadsWhoseItIsAndIsRefused(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = freeTask(cycle);
		String manager = "manager-" + cycle.authority().id();
		Page page = browser.open();
		browser.signIn(page, manager);
		page.navigate(PAGE + task.getId());
		assertThat(page.locator("main")).containsText("Uppgiften görs av någon med rollen handläggare.");
		assertThat(form(page).getByLabel("Antal samrådsmöten")).hasAttribute("readonly", "");
		assertThat(button(page, "Ta uppgiften")).hasCount(0);
		Caller caller = new Caller(this.port, manager);
		for (String what : List.of("claim", "complete")) {
			assertThat(caller.form(PAGE + task.getId() + "/" + what, "answers={}").statusCode()).isEqualTo(403);
		}
		assertThat(
				new Caller(this.port, cycle.officer().id()).form(PAGE + task.getId() + "/complete", "answers=questions")
					.statusCode())
			.isEqualTo(400);
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
	}

	@Test
	void whatIsWrittenIsKeptForItsWriterAndFactsAreOfNow(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(PAGE + task.getId());
		write(page, "Frågor att samlas kring", "Vad saknas där ni bor?");
		assertThat(page.locator("[data-task-draft]"))
			.hasText(Pattern.compile("^Utkastet sparades \\d\\d[:.]\\d\\d\\.$"));
		assertThat(draft(task)).isEqualTo("{\"questions\":\"Vad saknas där ni bor?\"}");
		write(page, "Bakgrund", "Skrivet just innan sidan lämnas.");
		page.navigate("/staff");
		this.jdbc.sql("update consultation set subject = 'Något helt annat än förut' where id = :id")
			.param("id", cycle.id())
			.update();
		Page elsewhere = browser.open();
		browser.signIn(elsewhere, cycle.officer().id());
		elsewhere.navigate(PAGE + task.getId());
		assertThat(form(elsewhere).getByLabel("Vad samrådet gäller")).hasValue("Något helt annat än förut");
		assertThat(form(elsewhere).getByLabel(Person.labelled("Frågor att samlas kring")))
			.hasValue("Vad saknas där ni bor?");
		assertThat(form(elsewhere).getByLabel("Bakgrund")).hasValue("Skrivet just innan sidan lämnas.");
		assertThat(elsewhere.locator("main")).containsText("Här står det du skrev förra gången");
		browser.assertAccessible(elsewhere);
		browser.screenshot(elsewhere, "task-draft");

		Caller colleague = new Caller(this.port, this.accounts.with(cycle.authority().id(), Role.OFFICER).id());
		assertThat(colleague.form(PAGE + task.getId() + "/draft", "answers={}").statusCode()).isEqualTo(409);
		assertThat(colleague.get(PAGE + task.getId()).body()).doesNotContain("Vad saknas där ni bor?");
		press(elsewhere, "Kasta utkastet");
		assertThat(form(elsewhere).getByLabel(Person.labelled("Frågor att samlas kring"))).hasValue("");
		write(elsewhere, "Frågor att samlas kring", "Vad saknas där ni bor?");
		assertThat(elsewhere.locator("[data-task-draft]")).containsText("Utkastet sparades");
		assertThat(complete(elsewhere).status()).isEqualTo(302);
		assertThat(drafts(cycle)).isZero();
	}

	@Test
	void aDraftThatCouldNotBeSavedIsSavedLaterOneSaveAfterTheOther(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Page page = browser.openNew();
		browser.signIn(page, cycle.officer().id());
		page.clock().install();
		page.addInitScript("""
				const send = window.fetch;
				let underWay = 0;
				window.mostUnderWay = 0;
				window.fetch = (...what) => {
					window.mostUnderWay = Math.max(window.mostUnderWay, ++underWay);
					return send(...what).finally(() => underWay--);
				};""");
		page.navigate(PAGE + task.getId());
		List<Route> saves = new CopyOnWriteArrayList<>();
		page.route("**/draft", saves::add);
		Locator status = page.locator("[data-task-draft]");
		write(page, "Frågor att samlas kring", "Vad saknas där ni bor?");
		page.waitForCondition(() -> saves.size() == 1);
		saves.get(0).abort();
		assertThat(status).containsText("Utkastet kunde inte sparas.");
		page.clock().fastForward(20_000);
		page.waitForCondition(() -> saves.size() == 2);
		write(page, "Bakgrund", "Skrivet medan det första sparas.");
		page.clock().fastForward(5_000);
		saves.get(1).resume();
		assertThat(status).containsText("Utkastet sparades");
		page.clock().fastForward(5_000);
		page.waitForCondition(() -> saves.size() == 3);
		page.waitForResponse("**/draft", () -> saves.get(2).resume());
		assertThat(draft(task)).contains("Vad saknas där ni bor?", "Skrivet medan det första sparas.");
		assertThat(page.evaluate("mostUnderWay")).isEqualTo(1);
	}

	@Test
	void aDraftOfManyPagesIsSaved(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(PAGE + task.getId());
		write(page, "Bakgrund", "å".repeat(12_000));
		assertThat(page.locator("[data-task-draft]")).containsText("Utkastet sparades");
		assertThat(draft(task)).contains("å".repeat(12_000));
	}

	@Test
	void aDraftGoesWithATaskThatEndsUndone() {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		new Caller(this.port, cycle.officer().id()).form(PAGE + task.getId() + "/draft",
				"answers=" + encoded("{\"questions\":\"Vad saknas?\",\"subject\":\"x\"}"));
		assertThat(draft(task)).isEqualTo("{\"questions\":\"Vad saknas?\"}");
		this.drafts.forgetEnded();
		assertThat(drafts(cycle)).isOne();
		this.runtime.deleteProcessInstance(task.getProcessInstanceId(), "cancelled");
		this.drafts.forgetEnded();
		assertThat(drafts(cycle)).isZero();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private String draft(Task task) {
		return this.jdbc.sql("select answers from task_draft where task_id = :task")
			.param("task", task.getId())
			.query(String.class)
			.single();
	}

	private int drafts(SampleCycle cycle) {
		return this.jdbc.sql("select count(*) from task_draft where authority_id = :authority")
			.param("authority", cycle.authority().id())
			.query(Integer.class)
			.single();
	}

	private Task freeTask(SampleCycle cycle) {
		Task task = this.cases.task(cycle.id(), "planCycle");
		this.tasks.setAssignee(task.getId(), null);
		return task;
	}

	private static Locator form(Page page) {
		Locator form = page.locator(".fjs-container");
		assertThat(form.locator(".fjs-form-field").first()).isVisible();
		return form;
	}

	private static void write(Page page, String label, String text) {
		Locator field = form(page).getByLabel(Person.labelled(label));
		field.fill(text);
		field.blur();
		assertThat(field).hasValue(text);
	}

	private static Response complete(Page page) {
		return page.waitForResponse((response) -> response.url().endsWith("/complete"),
				() -> button(page, "Slutför").click());
	}

	private static void press(Page page, String name) {
		button(page, name).click();
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
