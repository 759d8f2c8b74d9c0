package se.kulturlots.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.camunda.bpm.engine.FormService;
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
import se.kulturlots.consultation.Schedule;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.plan.PlanDecision;
import se.kulturlots.plan.PlanDecisions;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleIdentityProvider;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The forms of a cycle as Tasklist shows them, on people's own computers. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class FormsInTasklistTest {

	private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

	private static final String NEW_YORK = "America/New_York";

	private static final List<String> DATES = List.of("Inventeringens sista dag", "Sista dag att svara på inbjudan",
			"Synpunkter kan lämnas från", "Sista dag för synpunkter", "Remissens sista dag",
			"Dag då nämnden ska besluta");

	private static final List<String> KEYS = List.of("inventoryLastDay", "answerLastDay", "inputOpens", "inputLastDay",
			"referralLastDay", "decisionDate");

	/** Long enough for a date that runs away to be seen running. */
	private static final int A_WHILE = 700;

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	Consultations consultations;

	@Autowired
	Meetings meetings;

	@Autowired
	PlanDecisions decisions;

	@Autowired
	Cases cases;

	@Autowired
	FormService forms;

	@Autowired
	TaskService tasks;

	@Autowired
	SampleIdentityProvider identityProvider;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Stockholm", NEW_YORK, "Pacific/Auckland", "Asia/Kolkata" })
	void aDateIsTheSameDayWhereverTheComputerStands(String zone, Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Map<String, Object> facts = this.forms.getTaskFormVariables(task.getId());
		Page page = browser.openIn(zone);
		Locator form = open(browser, page, cycle.officer().id(), task);
		assertThat(form.getByLabel("Dag då nämnden ska besluta")).hasValue(facts.get("decisionDate").toString());
		List<String> shown = dates(form);
		assertThat(shown).isEqualTo(KEYS.stream().map((key) -> facts.get(key).toString()).toList());
		page.waitForTimeout(A_WHILE);
		assertThat(dates(form)).as("a while later").isEqualTo(shown);
		LocalDate answers = LocalDate.parse(facts.get("answerLastDay").toString()).plusDays(1);
		write(form, "Sista dag att svara på inbjudan", answers.toString());
		write(form, "Frågor att samlas kring", "Vad saknas där ni bor?");
		complete(page);
		Schedule schedule = this.consultations.get(cycle.id()).schedule();
		assertThat(List.of(schedule.inventoryLastDay(), schedule.answerLastDay(), schedule.inputOpens(),
				schedule.inputLastDay(), schedule.referralLastDay(), schedule.decisionDate()))
			.extracting(LocalDate::toString)
			.containsExactly(shown.get(0), answers.toString(), shown.get(2), shown.get(3), shown.get(4), shown.get(5));
	}

	@Test
	void whatIsTypedFarAwayIsWhatIsRecorded(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("confirmInvitees");
		Page page = browser.openIn(NEW_YORK);
		Task planning = this.tasks.createTaskQuery()
			.processVariableValueEquals("caseId", cycle.id().toString())
			.taskDefinitionKey("planMeeting")
			.list()
			.get(0);
		Locator form = open(browser, page, cycle.officer().id(), planning);
		LocalDate day = this.player.today().plusDays(120);
		write(form, "Mötets namn", "Dialogmöte i Heby");
		form.getByLabel("Dialogmöte – samtal").check();
		write(form, "Dag", day.toString());
		write(form, "Börjar", "18:00");
		write(form, "Slutar", "20:30");
		write(form, "Plats", "Biblioteket, Heby");
		write(form, "Sista dag att anmäla sig", day.minusDays(7).toString());
		write(form, "Antal platser", "1\u00a0200");
		complete(page);
		assertThat(this.meetings.of(cycle.id())).filteredOn(Meeting::isPlanned).singleElement().satisfies((meeting) -> {
			assertThat(meeting.title()).isEqualTo("Dialogmöte i Heby");
			assertThat(meeting.startsAt().atZone(cycle.authority().zone()).toLocalDateTime())
				.isEqualTo(day.atTime(18, 0));
			assertThat(meeting.endsAt().atZone(cycle.authority().zone()).toLocalDateTime())
				.isEqualTo(day.atTime(20, 30));
			assertThat(meeting.capacity()).isEqualTo(1200);
		});
		cardsTellOneMeetingFromAnother(page);

		cycle.story().until("signOff");
		LocalDate decided = this.player.today().minusDays(1);
		Page registrar = browser.openIn(NEW_YORK);
		Task deciding = this.cases.task(cycle.plan().id(), "recordCommitteeDecision");
		Locator decision = open(browser, registrar, "registrar-" + cycle.authority().id(), deciding);
		assertThat(registrar.getByText("Starta process")).isHidden();
		for (String answer : List.of("Godkänt", "Återremiss", "Avslag")) {
			assertThat(decision.getByLabel(answer)).not().isChecked();
		}
		decision.getByLabel("Godkänt").check();
		write(decision, "Datum för beslutet", decided.toString());
		write(decision, "Paragraf", "§ 42");
		write(decision, "Diarienummer", "KUL 2027/17");
		complete(registrar);
		assertThat(this.decisions.latest(cycle.plan(), PlanDecision.Body.COMMITTEE).orElseThrow().decidedOn())
			.isEqualTo(decided);
	}

	/** Two wait to be planned, and the one that is planned is named with its day. */
	private void cardsTellOneMeetingFromAnother(Page page) {
		page.reload();
		Locator cards = page.locator(".tasks-list li.task",
				new Page.LocatorOptions().setHasText(Pattern.compile("Planera mötet")));
		assertThat(cards.first().locator(".kulturlots-about")).hasText(Pattern.compile("Möte \\d, ska planeras"));
		picture(page, "cards");
	}

	@Test
	void whatIsSavedAreAnswersAndWhatIsShownIsOfNow(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Page page = browser.open();
		Locator form = open(browser, page, cycle.officer().id(), task);
		write(form, "Frågor att samlas kring", "Vad saknas där ni bor?");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara")).click();
		assertThat(page.evaluate("(task) => localStorage.getItem('camunda-form:' + task)", task.getId()).toString())
			.contains("Vad saknas där ni bor?")
			.doesNotContain("subject");
		this.jdbc.sql("update consultation set subject = 'Något helt annat än förut' where id = :id")
			.param("id", cycle.id())
			.update();
		page.reload();
		assertThat(form.getByLabel("Vad samrådet gäller")).hasValue("Något helt annat än förut");
		assertThat(form.getByLabel("Frågor att samlas kring")).hasValue(Pattern.compile("Vad saknas där ni bor\\?"));
	}

	@Test
	void aNumberIsTakenWithSwedishBlanksAndAnythingElseRefused(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Page page = browser.open();
		Locator form = open(browser, page, cycle.officer().id(), this.cases.task(cycle.id(), "planCycle"));
		Locator number = form.getByLabel("Antal samrådsmöten");
		for (String blank : List.of(" ", "\u00a0", "\u202f", "\u2009")) {
			number.fill("1" + blank + "1");
			assertThat(number).hasValue("11");
		}
		number.fill("tolv");
		assertThat(number).hasValue("11");
		assertThat(number.evaluate("(field) => field.validationMessage"))
			.isEqualTo("Skriv ett tal med siffror, till exempel 2028.");
		number.fill("2 028");
		assertThat(number.evaluate("(field) => field.validationMessage")).isEqualTo("");
		number.blur();
		assertThat(form.getByText("Talet får inte vara större än 12.")).isVisible();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 360 })
	void whatWasWrongIsReadBesideTheButtonAndGoesWhenItIsMended(int width, Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Page page = browser.open();
		page.setViewportSize(width, 900);
		Locator form = open(browser, page, cycle.officer().id(), this.cases.task(cycle.id(), "planCycle"));
		write(form, "Frågor att samlas kring", "Vad saknas där ni bor?");
		write(form, "Inventeringens sista dag", this.player.today().minusDays(3).toString());
		Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför"));
		page.waitForResponse((response) -> response.url().contains("/submit-form"), button::click);
		Locator notice = page.locator("[notifications-panel] .alert-danger");
		assertThat(notice).containsText("har redan varit");
		picture(page, "notice-" + width);
		button.scrollIntoViewIfNeeded();
		assertThat(overlap(notice.boundingBox(), button.boundingBox())).as("the notice covers the button").isFalse();
		form.getByLabel("Inventeringens sista dag").fill(this.player.today().plusDays(30).toString());
		assertThat(notice).hasCount(0);
	}

	@Test
	void whoHasNotTheRoleIsNotOfferedTheTask(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		this.tasks.setAssignee(task.getId(), null);
		String manager = "manager-" + cycle.authority().id();
		Page page = browser.open();
		browser.signIn(page, manager);
		page.navigate(TASKLIST + task.getId());
		assertThat(page.locator(".kulturlots-whose")).hasText("Uppgiften görs av någon med rollen handläggare.");
		assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta uppgiften"))).hasCount(0);
		assertThat(page.getByText("Starta process")).isHidden();
		picture(page, "not-yours");
		var answer = new Caller(this.port, manager).basic("POST", "/engine-rest/task/" + task.getId() + "/claim",
				"{\"userId\":\"" + manager + "\"}");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("Du har inte rätt att göra det här.").doesNotContain("permission '");
		page.navigate("/camunda/app/cockpit/default/#/tasks");
		page.waitForURL("**/staff/progress");
	}

	@Test
	void aStartFormOffersWhatCanBeStartedOrSaysThatThereIsNothing(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate("/camunda/app/tasklist/default/");
		page.getByText("Starta process").click();
		page.locator(".modal .processes").getByText("Beslut om planen").click();
		Locator form = page.locator(".modal .fjs-container");
		assertThat(form).containsText("Just nu finns inget låst utkast");
		assertThat(form.locator(".fjs-form-field-select")).hasCount(0);
		Locator start = page.locator(".modal-footer")
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Starta"));
		assertThat(start).hasCount(0);
		picture(page, "nothing-to-start");
		page.locator(".modal-footer").getByText("Tillbaka").click();
		page.locator(".modal .processes").getByText("Samrådsmöte").click();
		form.locator(".fjs-form-field-select .fjs-input-group").click();
		assertThat(form.locator(".fjs-dropdownlist-item")).hasText(new String[] { "Ny kulturplan" });
		assertThat(start).isVisible();
		picture(page, "start-meeting");
		form.locator(".fjs-dropdownlist-item").click();
		assertThat(form.locator(".fjs-dropdownlist-item")).hasCount(0);
		assertThat(form.getByText("Just nu finns ingen omgång")).hasCount(0);
		page.locator(".modal-footer").getByText("Tillbaka").click();
		page.locator(".modal .processes").getByText("Inventering").click();
		assertThat(form.getByLabel("Vad heter omgången?")).isVisible();
		picture(page, "start-inventory");
	}

	@Test
	void whereOneWasInTasklistAndCockpitOutlivesTheSignIn(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		Task task = this.cases.task(cycle.id(), "planCycle");
		Page page = browser.open();
		page.navigate(TASKLIST + task.getId());
		page.getByLabel("Användarnamn").fill(cycle.officer().id());
		page.getByLabel("Lösenord").fill("fel lösenord här");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in").setExact(true)).click();
		assertThat(page.locator(".kl-error-summary")).isVisible();
		signInHere(page, cycle.officer().id());
		assertThat(page.locator(".task-card .process-definition")).hasText(Pattern.compile("Samrådsomgång"));
		Page cockpit = browser.open();
		String instance = "/process-instance/" + task.getProcessInstanceId();
		cockpit.navigate("/camunda/app/cockpit/default/#" + instance);
		signInHere(cockpit, "manager-" + cycle.authority().id());
		cockpit.waitForURL((url) -> url.contains("#" + instance));
		Page elsewhere = browser.open();
		elsewhere.navigate(TASKLIST + task.getId());
		this.identityProvider.nextIs(cycle.officer().id());
		elsewhere.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in med Provlegitimation"))
			.click();
		assertThat(elsewhere.locator(".task-card .process-definition")).hasText(Pattern.compile("Samrådsomgång"));
	}

	private static void signInHere(Page page, String account) {
		page.getByLabel("Användarnamn").fill(account);
		page.getByLabel("Lösenord").fill(Browser.PASSWORD);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in").setExact(true)).click();
		page.waitForURL((url) -> !url.contains("/login"));
	}

	private static List<String> dates(Locator form) {
		return DATES.stream().map((label) -> form.getByLabel(Person.labelled(label)).inputValue()).toList();
	}

	private Locator open(Browser browser, Page page, String account, Task task) {
		browser.signIn(page, account);
		page.navigate(TASKLIST + task.getId());
		Locator form = page.locator(".fjs-container");
		assertThat(form.locator(".fjs-form-field").first()).isVisible();
		if (task.getAssignee() == null) {
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta uppgiften")).click();
		}
		page.locator(".unclaim").waitFor();
		assertThat(form.locator(".fjs-form-field").first()).isVisible();
		return form;
	}

	/** Until the form has made it its own. */
	private static void write(Locator form, String label, String text) {
		Locator field = form.getByLabel(Person.labelled(label));
		String kept = label.equals("Antal platser") ? text.replaceAll("[\\s\\u00a0]", "") : text;
		form.page().waitForCondition(() -> {
			field.fill(text);
			field.blur();
			form.page().waitForTimeout(400);
			return field.inputValue().equals(kept);
		});
	}

	private static void complete(Page page) {
		var answer = page.waitForResponse((response) -> response.url().contains("/submit-form"),
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).click());
		assertThat(answer.status()).as(answer.text()).isEqualTo(204);
	}

	private static boolean overlap(BoundingBox one, BoundingBox other) {
		return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height
				&& other.y < one.y + one.height;
	}

	private static void picture(Page page, String name) {
		if (Boolean.getBoolean("screenshots")) {
			page.screenshot(new Page.ScreenshotOptions()
				.setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
		}
	}

}
