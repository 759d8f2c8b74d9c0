package se.kulturlots.consultation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@KulturlotsTest
class InventoryProcessTest {

	@Autowired
	Cycle cycle;

	@Autowired
	Consultations consultations;

	@Autowired
	Invitees invitees;

	@Autowired
	Processes processes;

	@Autowired
	Accounts accounts;

	@Autowired
	Cases cases;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	Authority authority;

	Consultation consultation;

	ProcessInstance instance;

	@BeforeEach
	void start() {
		this.authority = this.authorities.region();
		this.accounts.create(new Account("officer-" + this.authority.id(), "Test Person", "officer@region.example",
				this.authority.id(), Set.of(Role.OFFICER)), Browser.PASSWORD);
		LocalDate decision = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(300);
		this.consultation = this.cycle.want(this.authority.id(),
				new Wish("Ny kulturplan", "Vad ska planen handla om?", 2028, 2031, decision),
				"officer-" + this.authority.id());
		this.cycle.plan(this.consultation.id(), this.cycle.propose(this.authority.id(), decision, true),
				List.of("Vad saknas?"), null, 0);
		this.cycle.open(this.consultation.id());
		this.processes.start("inventory", this.consultation.id(), this.authority.id(), this.consultation.id(),
				this.consultation.responsibleOfficer());
		this.instance = this.cases.instance("inventory", this.consultation.id());
		this.cases.run();
	}

	@Test
	void gapsGoToTheLiaisonAndTheOfficerMayGoOnWithAReason() {
		UUID id = this.consultation.id();
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "collectOrganisations", Map.of()))
			.withMessageContaining("Listan är tom");
		invite(organisation("Hembygdsföreningen", "CULTURE"));
		this.cases.complete(id, "collectOrganisations", Map.of());
		assertThat(this.instance).isWaitingAt("reachOut");
		this.cases.complete(id, "reachOut", Map.of("note", "Ringde runt i kommunerna."));
		assertThatExceptionOfType(AnswersRefused.class)
			.isThrownBy(() -> this.cases.complete(id, "collectOrganisations", Map.of("proceedWithGaps", true)))
			.withMessageContaining("Varför går ni vidare");
		this.cases.complete(id, "collectOrganisations",
				Map.of("proceedWithGaps", true, "gapsReason", "Alla kända föreningar är tillfrågade."));
		assertThat(this.instance).isWaitingAt("confirmInvitees");
		this.cases.complete(id, "confirmInvitees", Map.of("confirmed", true));
		assertThat(this.instance).isEnded();
		Consultation after = this.consultations.get(id);
		assertThat(after.inviteesConfirmedAt()).isNotNull();
		assertThat(after.gapsReason()).isEqualTo("Alla kända föreningar är tillfrågade.");
		assertThatExceptionOfType(ConsultationProblem.class).isThrownBy(() -> this.invitees.add(after, List.of()));
	}

	@Test
	void theOfficerIsRemindedFiveDaysAndOneDayBefore() {
		UUID id = this.consultation.id();
		this.cases.fire(id, "inventoryReminderDue");
		this.cases.fire(id, "inventoryReminderOrLastDay");
		assertThat(this.jdbc
			.sql("select step from mail where occasion = :occasion and kind like '%INVENTORY' order by step")
			.param("occasion", "consultation:" + id)
			.query(Integer.class)
			.list()).containsExactly(1, 5);
		this.cases.fire(id, "inventoryReminderOrLastDay");
		assertThat(this.instance).isWaitingAt("inventoryDayMoved");
		Schedule before = this.consultations.get(id).schedule();
		LocalDate lastDay = before.inventoryLastDay().plusDays(20);
		this.cycle.reschedule(this.authority.id(), id,
				new Schedule(lastDay, before.answerLastDay().plusDays(20), before.inputOpens().plusDays(20),
						before.inputLastDay().plusDays(20), null, before.decisionDate().plusDays(20)));
		this.cases.run();
		this.cases.fire(id, "inventoryReminderOrLastDay");
		assertThat(this.clock.today(ZoneId.of("Europe/Stockholm"))).isBefore(lastDay);
		assertThat(this.jdbc
			.sql("select count(*) from mail where occasion = :occasion and kind like '%INVENTORY' and step = 5")
			.param("occasion", "consultation:" + id)
			.query(Integer.class)
			.single()).as("reminded of the new day").isEqualTo(2);
	}

	@Test
	void ofTwoStartsAtOnceOneIsRefused() throws Exception {
		LocalDate decision = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(300);
		UUID id = this.cycle
			.want(this.authority.id(), new Wish("Ny biblioteksplan", "Vad ska planen handla om?", 2028, 2031, decision),
					null)
			.id();
		this.cycle.plan(id, this.cycle.propose(this.authority.id(), decision, false), List.of("Vad saknas?"), null, 0);
		this.cycle.open(id);
		Account officer = this.accounts.find("officer-" + this.authority.id()).orElseThrow();
		Callable<UUID> start = () -> this.processes.startWithAnswers("inventory", officer,
				Map.of("consultation", id.toString()));
		ExecutorService people = Executors.newFixedThreadPool(4);
		try {
			List<Future<UUID>> starts = people.invokeAll(Collections.nCopies(4, start));
			List<Throwable> refusals = new ArrayList<>();
			for (Future<UUID> each : starts) {
				try {
					assertThat(each.get()).isEqualTo(id);
				}
				catch (ExecutionException ex) {
					refusals.add(ex.getCause());
				}
			}
			assertThat(refusals).hasSize(3)
				.allSatisfy((refusal) -> assertThat(refusal).isInstanceOf(AnswersRefused.class)
					.hasMessage("”Samrådsomgång som redan finns”: välj något av det som går att välja."));
		}
		finally {
			people.shutdown();
		}
		assertThat(this.cases.instance("inventory", id)).isNotNull();
	}

	@Test
	void aMovedLastDayMovesTimersAndDueDates() {
		UUID id = this.consultation.id();
		Schedule before = this.consultations.get(id).schedule();
		var dueBefore = this.cases.task(id, "collectOrganisations").getDueDate();
		this.cycle.reschedule(this.authority.id(), id,
				new Schedule(before.inventoryLastDay().plusDays(3), before.answerLastDay(),
						before.inventoryLastDay().plusDays(4), before.inputLastDay(), before.referralLastDay(),
						before.decisionDate()));
		this.cases.run();
		assertThat(this.cases.task(id, "collectOrganisations").getDueDate()).isAfter(dueBefore);
	}

	private UUID organisation(String name, String sector) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into organisation (id, version, authority_id, name, name_key, sector, language, source, status,
					created_at, changed_at)
				values (:id, 0, :authority, :name, lower(:name), :sector, 'sv', 'OFFICER', 'ACTIVE', :now, :now)""")
			.param("id", id)
			.param("authority", this.authority.id())
			.param("name", name)
			.param("sector", sector)
			.param("now", java.sql.Timestamp.from(this.clock.instant()))
			.update();
		return id;
	}

	private void invite(UUID organisation) {
		this.invitees.add(this.consultations.get(this.consultation.id()), List.of(organisation));
	}

}
