package se.kulturlots.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.InputPeriod.Status;
import se.kulturlots.input.process.InputPeriodSteps;
import se.kulturlots.input.process.InputPeriodSteps.NumbersFacts;
import se.kulturlots.input.process.InputPeriodSteps.SummariseInputFacts;
import se.kulturlots.testing.Cases;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

class InputPeriodProcessTest extends InputCase {

	@Autowired
	InputPeriodSteps steps;

	@Autowired
	Processes processes;

	@Autowired
	Cases cases;

	@Autowired
	FormService forms;

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Test
	void opensOnTheFirstDayRemindsByTheLadderAndClosesByItself() {
		InputPeriodId id = prepared();
		ProcessInstance instance = started(id);
		assertThat(instance).isWaitingAt("inputOpens");
		assertThat(openness(id)).isEqualTo(Openness.NOT_YET);
		this.cases.fire(id, "inputOpens");
		assertThat(openness(id)).isEqualTo(Openness.OPEN);
		for (int rung = 0; rung < 3; rung++) {
			assertThat(instance).isWaitingAt("reminderOrLastDay");
			this.cases.fire(id, "reminderOrLastDay");
		}
		assertThat(mails(id, "input-reminder")).containsExactly("angen@forening.example 0", "angen@forening.example 3",
				"angen@forening.example 10", "koivu@yhdistys.example 0", "koivu@yhdistys.example 3",
				"koivu@yhdistys.example 10");
		this.cases.fire(id, "reminderOrLastDay");
		assertThat(instance).isWaitingAt("triageInput");
		assertThat(this.periods.get(id).status()).isEqualTo(Status.CLOSED);
		assertThat(openness(id)).isEqualTo(Openness.LATE);
	}

	@Test
	void remindersStopAtInputWhoeverOfTheOrganisationGaveIt() {
		InputPeriodId id = prepared();
		started(id);
		this.cases.fire(id, "inputOpens");
		InputPeriod period = this.periods.get(id);
		say(period, sender("hembygdsföreningen ängen", "annan@forening.example"), "Lokalerna.");
		this.cases.fire(id, "reminderOrLastDay");
		assertThat(mails(id, "input-reminder")).containsExactly("koivu@yhdistys.example 10");
		say(period, person("KOIVU@yhdistys.example"), "Tilat.");
		this.cases.fire(id, "reminderOrLastDay");
		assertThat(mails(id, "input-reminder")).containsExactly("koivu@yhdistys.example 10");
		assertThat(this.invitees.of(this.consultation.id(), Invitees.Which.WITHOUT_INPUT)).isEmpty();
	}

	@Test
	void theSummaryIsSentBackOnceAndThenPublished() {
		InputPeriodId id = prepared();
		ProcessInstance instance = started(id);
		this.cases.fire(id, "inputOpens");
		InputPeriod period = this.periods.get(id);
		Submission said = say(period, person("kim@person.example"), "Biblioteken.", "Fler scener.");
		runToTheEnd(id);
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "triageInput", Map.of()))
			.withMessageContaining("2 synpunkter är inte sorterade");
		assertThat(instance).isWaitingAt("triageInput");
		this.triage.assign(this.authority.id(), id, this.officer,
				this.inputs.of(said.id()).stream().map(Input::id).toList(), "Lokaler");
		this.cases.complete(id, "triageInput", Map.of());
		assertThat(this.steps.summariseInputFacts(id).numbers()).returns("Lokaler: 2", NumbersFacts::perTheme)
			.returns("Vad fungerar bra i dag?: 1\nVad saknas i kulturlivet?: 1\nNågot annat: 0",
					NumbersFacts::perField);
		this.cases.complete(id, "summariseInput", Map.of("summary", "De flesta talar om lokaler och scener."));
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "approveSummary", Map.of("decision", "sentBack")));
		this.cases.complete(id, "approveSummary", Map.of("decision", "sentBack", "comment", "Skriv om biblioteken."));
		assertThat(instance).isWaitingAt("summariseInput");
		assertThat(this.steps.summariseInputFacts(id)).returns("Skriv om biblioteken.", SummariseInputFacts::comment)
			.returns("De flesta talar om lokaler och scener.", SummariseInputFacts::summary);
		this.cases.complete(id, "summariseInput",
				Map.of("summary", "De flesta talar om lokaler, scener och bibliotek."));
		this.cases.complete(id, "approveSummary", Map.of("decision", "approved"));
		assertThat(instance).isEnded();
		assertThat(instance).hasPassedInOrder("openInput", "closeInput", "triageInput", "approveSummary",
				"summariseInput", "approveSummary", "publishSummary");
		InputPeriod published = this.periods.get(id);
		assertThat(published.status()).isEqualTo(Status.PUBLISHED);
		assertThat(published.summary()).isEqualTo("De flesta talar om lokaler, scener och bibliotek.");
		assertThat(published.comment()).isNull();
	}

	@Test
	void aReferralOpensAtOnceAndTellsEveryoneInvited() {
		InputPeriodId id = new InputPeriodId(UUID.fromString(this.steps.prepareReferral(this.consultation.id())));
		ProcessInstance instance = started(id);
		this.cases.fire(id, "inputOpens");
		assertThat(instance).isWaitingAt("reminderOrLastDay");
		assertThat(mails(id, "input-referral")).containsExactly("angen@forening.example 0", "koivu@yhdistys.example 0");
		assertThat(this.jdbc.sql("select subject from mail where occasion = :occasion and recipient like 'koivu%'")
			.param("occasion", "inputPeriod:" + id)
			.query(String.class)
			.single()).startsWith("Lukekaa ehdotus");
		InputPeriod period = this.periods.get(id);
		assertThat(this.schedule.lastDay(period)).isEqualTo(this.consultation.schedule().referralLastDay());
		assertThat(this.periods.current(this.authority.id(), this.consultation.id())).map(InputPeriod::kind)
			.contains(Kind.REFERRAL);
	}

	@Test
	void aCycleThatIsLateStillGivesPeopleAFairTime() {
		Schedule dates = this.consultation.schedule();
		this.clock.jumpTo(dates.inputLastDay().plusDays(3).atTime(12, 0).atZone(ZONE).toInstant());
		InputPeriodId id = new InputPeriodId(UUID.fromString(this.steps.prepareInputPeriod(this.consultation.id())));
		ProcessInstance instance = started(id);
		this.cases.fire(id, "inputOpens");
		assertThat(instance).isWaitingAt("reminderOrLastDay");
		assertThat(this.schedule.lastDay(this.periods.get(id))).isAfter(today().plusDays(12))
			.isBefore(today().plusDays(22));
	}

	@Test
	void aMovedLastDayMovesTheTimerAndRemindersComeAnew() {
		InputPeriodId id = prepared();
		started(id);
		this.cases.fire(id, "inputOpens");
		this.cases.fire(id, "reminderOrLastDay");
		LocalDate later = this.schedule.lastDay(this.periods.get(id)).plusDays(28);
		InputPeriod period = this.periods.get(id);
		this.schedule.move(this.authority.id(), id, period.opens(), later);
		this.cases.run();
		assertThat(this.consultations.get(this.consultation.id()).schedule().inputLastDay()).isEqualTo(later);
		assertThat(this.schedule.lastDay(period)).isEqualTo(later);
		this.cases.fire(id, "reminderOrLastDay");
		assertThat(this.clock.today(ZONE)).isAfter(later.minusDays(20));
		assertThat(mails(id, "input-reminder")).hasSize(4);
		assertThat(openness(id)).isEqualTo(Openness.OPEN);
	}

	@Test
	void theFirstDayFollowsTheDatesOfTheCycle() {
		InputPeriodId id = prepared();
		started(id);
		Schedule before = this.consultation.schedule();
		this.cycle.reschedule(this.authority.id(), this.consultation.id(),
				new Schedule(before.inventoryLastDay(), before.answerLastDay(), before.inputOpens().plusDays(7),
						before.inputLastDay(), before.referralLastDay(), before.decisionDate()));
		this.cases.run();
		this.cases.fire(id, "inputOpens");
		assertThat(today()).isEqualTo(before.inputOpens().plusDays(7));
	}

	@Test
	void anExtraPeriodKeepsItsDaysWhenTheCycleMoves() {
		Schedule before = this.consultation.schedule();
		LocalDate lastDay = before.inputLastDay();
		InputPeriod extra = this.schedule.planExtra(this.consultations.get(this.consultation.id()),
				InputPeriod.Kind.INPUT, today(), lastDay);
		this.cycle.reschedule(this.authority.id(), this.consultation.id(),
				before.with(CycleDeadline.INPUT, lastDay.plusDays(7)));
		assertThat(this.schedule.lastDay(extra)).isEqualTo(lastDay);
		this.schedule.move(this.authority.id(), extra.id(), extra.opens(), lastDay.plusDays(3));
		assertThat(this.schedule.lastDay(extra)).isEqualTo(lastDay.plusDays(3));
		assertThat(this.consultations.get(this.consultation.id()).schedule().inputLastDay())
			.isEqualTo(lastDay.plusDays(7));
	}

	@Test
	void anExtraPeriodIsStartedByItsFormAndRefusesDaysThatCannotBe() {
		this.identity.setAuthentication(this.officer, List.of(Role.OFFICER.group()), List.of(this.authority.id()));
		try {
			String definition = this.repository.createProcessDefinitionQuery()
				.processDefinitionKey("inputPeriod")
				.latestVersion()
				.singleResult()
				.getId();
			assertThatExceptionOfType(AnswersRefused.class)
				.isThrownBy(() -> this.forms.submitStartForm(definition, answers(today().plusDays(9), today())))
				.withMessage("Sista dagen kan inte komma före första dagen.");
			assertThatExceptionOfType(AnswersRefused.class)
				.isThrownBy(() -> this.forms.submitStartForm(definition, answers(today().minusDays(9), today())))
				.withMessageStartingWith("Första dagen har redan varit.");
			ProcessInstance instance = this.forms.submitStartForm(definition, answers(today(), today().plusDays(9)));
			assertThat(instance.getBusinessKey()).isNotNull();
			assertThatExceptionOfType(AnswersRefused.class)
				.isThrownBy(() -> this.forms.submitStartForm(definition, answers(today(), today().plusDays(9))))
				.as("the form does not offer it again")
				.withMessage("”Samrådsomgång”: välj något av det som går att välja.");
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private Map<String, Object> answers(LocalDate opens, LocalDate lastDay) {
		return Map.of("caseId", this.consultation.id().toString(), "kind", "INPUT", "opens", opens.toString(),
				"lastDay", lastDay.toString());
	}

	private InputPeriodId prepared() {
		return new InputPeriodId(UUID.fromString(this.steps.prepareInputPeriod(this.consultation.id())));
	}

	private ProcessInstance started(InputPeriodId id) {
		this.processes.start(new ProcessKey("inputPeriod"), id, this.authority.id(), this.consultation.id(),
				this.officer);
		return this.cases.instance("inputPeriod", id);
	}

	private void runToTheEnd(InputPeriodId id) {
		for (int timer = 0; timer < 4; timer++) {
			this.cases.fire(id, "reminderOrLastDay");
		}
	}

	private Openness openness(InputPeriodId id) {
		return this.schedule.openness(this.consultations.get(this.consultation.id()), this.periods.get(id));
	}

	private List<String> mails(InputPeriodId id, String kind) {
		return this.jdbc
			.sql("select recipient || ' ' || step from mail where occasion = :occasion and kind = :kind"
					+ " order by recipient, step")
			.param("occasion", "inputPeriod:" + id)
			.param("kind", kind)
			.query(String.class)
			.list();
	}

}
