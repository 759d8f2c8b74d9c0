package se.kulturlots.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.CaseProcess;
import se.kulturlots.workflow.CaseStep;
import se.kulturlots.workflow.CaseStep.State;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Where a case stands on its diagrams. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class CaseDiagramTest {

	private static final Locale SWEDISH = Locale.forLanguageTag("sv");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Cases cases;

	@Autowired
	Consultations consultations;

	@Autowired
	Cycle cycle;

	@Autowired
	CaseDiagrams diagrams;

	@Autowired
	Journal journal;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Test
	void aCaseUnderWayShowsWhatIsDoneByWhomAndWhatGoesOn() {
		SampleCycle sample = this.cycles.start();
		sample.story()
			.watchedBy((task, answers) -> this.tasks.setAssignee(task.getId(), sample.officer().id()))
			.until("approveInvitation");
		List<CaseProcess> processes = staff(sample);
		assertThat(processes.get(0).key()).isEqualTo("consultationCycle");
		assertThat(processes).extracting(CaseProcess::key)
			.contains("inventory", "invitation", "meeting", "inputPeriod");
		assertThat(processes.stream().filter((each) -> each.key().equals("meeting"))).extracting(CaseProcess::number)
			.containsExactly(1, 2);
		CaseStep planned = step(processes, "consultationCycle", "planCycle");
		assertThat(planned.state()).isEqualTo(State.DONE);
		assertThat(planned.name()).isEqualTo("Planera omgången");
		assertThat(planned.by()).isEqualTo(sample.officer().displayName());
		assertThat(planned.until()).isNotNull();
		assertThat(step(processes, "consultationCycle", "inventory").state()).isEqualTo(State.DONE);
		assertThat(step(processes, "consultationCycle", "invitation").state()).isEqualTo(State.ACTIVE);
		assertThat(step(processes, "consultationCycle", "planApproval").state()).isEqualTo(State.LATER);
		assertThat(step(processes, "inputPeriod", "inputOpens").state()).isEqualTo(State.WAITING);
		assertThat(processes.get(0).steps()).extracting(CaseStep::id)
			.containsSubsequence("planCycle", "inventory", "invitation", "planDrafting", "planApproval", "feedback")
			.as("what only happens if something comes in between")
			.doesNotContain("withdrawInvitations", "consultationRejected");
	}

	@Test
	void aFailedStepIsTriedAgainByAManagerOnce() {
		SampleCycle sample = failed();
		List<CaseProcess> processes = staff(sample);
		CaseStep sending = step(processes, "invitation", "sendInvitations");
		assertThat(sending.state()).isEqualTo(State.FAILED);
		assertThat(step(processes, "consultationCycle", "invitation").state()).as("what called it")
			.isEqualTo(State.FAILED);
		assertThat(this.diagrams.failures(sample.authority().id())).isEqualTo(Map.of(sample.id(), 1L));
		SampleCycle other = this.cycles.start();
		assertThat(this.diagrams.retry(this.accounts.with(other.authority().id(), Role.MANAGER), other.id(),
				sending.job()))
			.isEmpty();
		var manager = this.accounts.with(sample.authority().id(), Role.MANAGER);
		assertThat(this.diagrams.retry(manager, sample.id(), sending.job())).isEqualTo(Optional.of(sending.name()));
		assertThat(this.diagrams.retry(manager, sample.id(), sending.job())).isEmpty();
		this.cases.run();
		assertThat(step(staff(sample), "invitation", "sendInvitations").state()).isEqualTo(State.DONE);
		assertThat(this.diagrams.failures(sample.authority().id())).isEmpty();
	}

	@Test
	void anEndedCaseIsStillThere() {
		SampleCycle sample = this.cycles.start();
		sample.story().until("approveInvitation");
		this.cycle.cancel(sample.authority().id(), sample.id(), "Tidplanen har ändrats.");
		this.cases.run();
		List<CaseProcess> processes = staff(sample);
		assertThat(processes).allSatisfy((process) -> {
			assertThat(process.endedAt()).isNotNull();
			assertThat(process.now()).isEmpty();
		});
		assertThat(step(processes, "consultationCycle", "withdrawInvitations").state()).isEqualTo(State.DONE);
		assertThat(step(processes, "consultationCycle", "inputPeriod").state()).isEqualTo(State.INTERRUPTED);
		assertThat(step(processes, "consultationCycle", "planApproval").state()).isEqualTo(State.UNUSED);
	}

	@Test
	void aDrawingHoldsWhatIsDrawnAndNothingElse() {
		SampleCycle sample = this.cycles.start();
		sample.story().until("approveInvitation");
		for (CaseProcess process : staff(sample)) {
			String drawing = this.diagrams
				.drawing(sample.authority().id(), sample.id(), process.key(), process.version(), SWEDISH)
				.orElseThrow();
			assertThat(drawing).contains("BPMNShape", "name=")
				.doesNotContain("camunda", "${", "Steps.", "candidateGroups", "documentation", "conditionExpression",
						"messageRef", "formRef", "calledElement");
		}
		assertThat(this.diagrams.drawing(sample.authority().id(), sample.id(), "feedback", 1, SWEDISH))
			.as("not of this case")
			.isEmpty();
		assertThat(this.diagrams.drawing(this.authorities.region().id(), sample.id(), "consultationCycle",
				staff(sample).get(0).version(), SWEDISH))
			.isEmpty();
	}

	@Test
	void everyoneSeesTheWayAsAPictureAndInWords(Browser browser) {
		SampleCycle sample = failed();
		Consultation consultation = this.consultations.get(sample.id());
		Page page = browser.open();
		List<String> refused = refusals(page);
		page.navigate(consultation.path());
		page.getByText("Se hela vägen som en bild").click();
		drawn(page, 0);
		assertThat(page.locator("h1")).hasText("Vägen till beslut");
		assertThat(page.locator(".kl-phase")).hasCount(7);
		assertThat(page.locator(".kl-phase[aria-current=step]")).containsText("Möten och synpunkter");
		Locator way = page.locator("[data-diagram]");
		assertThat(way).hasCount(1);
		assertThat(way.locator("svg[role=img]")).hasAttribute("aria-label",
				"Bild av vägen till beslut. Skedena ovanför berättar samma sak i text.");
		assertThat(way.locator("[data-element-id=invitation]")).isVisible();
		assertThat(way.locator(".bjs-powered-by")).isVisible();
		assertThat(page.locator("[data-step], [class*=kl-step--], .kl-step__badge")).hasCount(0);
		for (String log : List.of("Test Person", "misslyckades", "avbröts", "pågår", "sedan", "Kontakta deltagaren")) {
			assertThat(page.locator("main")).not().containsText(log);
		}
		browser.assertAccessible(page);
		browser.screenshot(page, "case-public");
		double whole = width(way);
		way.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Större")).click();
		assertThat(width(way)).isGreaterThan(whole * 1.2);
		way.locator(".kl-diagram__paper").press("0");
		assertThat(width(way)).isEqualTo(whole);
		assertThat(refused).isEmpty();
		Page plain = browser.open(false);
		plain.navigate("/en" + consultation.path() + "/progress");
		assertThat(plain.locator(".kl-phase").first()).containsText("Associations register");
		assertThat(plain.locator("[data-diagram]")).isHidden();
		page.navigate("/fi" + consultation.path() + "/progress");
		drawn(page, 0);
		assertThat(page.locator("[data-element-id=planCycle]")).containsText("Suunnittele");
		browser.screenshot(page, "case-fi");
		String drawing = consultation.path() + "/progress/consultationCycle/" + staff(sample).get(0).version();
		assertThat(page.request().get(drawing).status()).isEqualTo(200);
		for (String none : List.of(drawing.replace(sample.authority().id(), this.authorities.region().id()),
				consultation.path() + "/progress/coverageSufficient/1", consultation.path() + "/progress/invitation/1",
				consultation.path() + "/progress/consultationCycle/x")) {
			assertThat(page.request().get(none).status()).as(none).isEqualTo(404);
		}
	}

	@Test
	void aManagerSeesWhatFailedAndHasItTriedAgain(Browser browser) {
		SampleCycle sample = failed();
		String path = "/staff/consultations/" + sample.id() + "/progress";
		Page officer = browser.open();
		browser.signIn(officer, sample.officer().id());
		officer.navigate("/staff/consultations/" + sample.id());
		assertThat(officer.locator("main")).containsText("Något har inte kunnat göras");
		assertThat(officer.locator("main")).not().containsText("Ingenting väntar på er");
		browser.assertAccessible(officer);
		officer.getByText("Se vilket steg det är").click();
		officer.waitForURL("**" + path);
		assertThat(officer.locator("[data-step=sendInvitations]")).containsText("misslyckades");
		assertThat(officer.locator("[data-step=sendInvitations]")).containsText("No address for …, …");
		assertThat(officer.locator("[data-step] button")).hasCount(0);
		Page page = browser.open();
		List<String> refused = refusals(page);
		browser.signIn(page, "manager-" + sample.authority().id());
		page.navigate(path);
		drawn(page, 0);
		browser.assertAccessible(page);
		browser.screenshot(page, "case-staff-failed");
		page.locator("[data-step=sendInvitations] button").click();
		assertThat(page.locator("[data-step=sendInvitations]")).not().containsText("misslyckades");
		assertThat(page.locator("[data-step=sendInvitations] button")).hasCount(0);
		Page soon = browser.open();
		browser.signIn(soon, "manager-" + sample.authority().id());
		soon.navigate("/staff/consultations/" + sample.id());
		assertThat(soon.locator("main")).containsText("Systemet försöker igen av sig självt");
		assertThat(soon.locator("main")).not().containsText("Ingenting väntar på er");
		this.cases.run();
		soon.reload();
		assertThat(soon.locator("main")).not().containsText("Systemet försöker igen");
		page.reload();
		assertThat(page.locator("[data-step=sendInvitations]")).containsText("klart");
		drawn(page, 0);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		browser.screenshot(page, "case-staff-print");
		assertThat(refused).isEmpty();
		assertThat(this.journal.of(sample.authority().id(), sample.id(), false, 5))
			.anySatisfy((entry) -> assertThat(entry.textKey()).isEqualTo("journal.case.retried"));
		Authority other = this.authorities.region();
		Page theirs = browser.open();
		browser.signIn(theirs, this.accounts.with(other.id(), Role.MANAGER).id());
		assertThat(theirs.navigate(path).status()).isEqualTo(404);
		assertThat(theirs.request().get(path + "/consultationCycle/1").status()).isEqualTo(404);
	}

	/** Sending the invitations has failed for good. */
	private SampleCycle failed() {
		SampleCycle sample = this.cycles.start();
		sample.story().until("writeInvitation");
		Task approval = this.tasks.createTaskQuery()
			.tenantIdIn(sample.authority().id())
			.taskDefinitionKey("approveInvitation")
			.singleResult();
		this.tasks.complete(approval.getId(), Map.of("decision", "approved"));
		Job job = this.management.createJobQuery()
			.tenantIdIn(sample.authority().id())
			.activityId("sendInvitations")
			.singleResult();
		this.management.setJobRetries(job.getId(), 0);
		this.jdbc.sql("update act_ru_job set exception_msg_ = :message where id_ = :id")
			.param("message", "No address for 'Eva Exempel', eva@forening.example\n\tat Some.step(Some.java:42)")
			.param("id", job.getId())
			.update();
		return sample;
	}

	private List<CaseProcess> staff(SampleCycle sample) {
		return this.diagrams.of(sample.authority().id(), sample.id(), SWEDISH);
	}

	private static CaseStep step(List<CaseProcess> processes, String process, String id) {
		return processes.stream()
			.filter((each) -> each.key().equals(process))
			.flatMap((each) -> each.steps().stream())
			.filter((step) -> step.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no step " + id));
	}

	private static void drawn(Page page, int place) {
		assertThat(page.locator("[data-diagram]").nth(place)).hasAttribute("data-drawn", "true");
	}

	private static double width(Locator figure) {
		return figure.locator(".djs-container > svg").boundingBox().width;
	}

	/** What the browser says about the page's policy, and whatever else goes wrong. */
	private static List<String> refusals(Page page) {
		List<String> refused = new ArrayList<>();
		page.onConsoleMessage((message) -> {
			if (List.of("error", "warning").contains(message.type())) {
				refused.add(message.text());
			}
		});
		page.onPageError(refused::add);
		return refused;
	}

}
