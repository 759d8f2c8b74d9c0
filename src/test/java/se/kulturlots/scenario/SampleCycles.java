package se.kulturlots.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputFields;
import se.kulturlots.input.InputFilter;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputRow;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.Intake;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Triage;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanInputs.Show;
import se.kulturlots.plan.PlanInputs.Wanted;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.Plans;
import se.kulturlots.plan.WorkedInput;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

/** Starts cycles, each of an authority of its own with somebody in every role. */
@TestComponent
public class SampleCycles {

	@Autowired
	CyclePlayer player;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Accounts accounts;

	@Autowired
	Processes processes;

	@Autowired
	Consultations consultations;

	@Autowired
	Invitees invitees;

	@Autowired
	InputSchedule inputs;

	@Autowired
	InputFields fields;

	@Autowired
	InputSearch search;

	@Autowired
	Intake intake;

	@Autowired
	Triage triage;

	@Autowired
	Plans plans;

	@Autowired
	PlanInputs planInputs;

	@Autowired
	PlanSections sections;

	@Autowired
	Drafting drafting;

	@Autowired
	Afterwards afterwards;

	@Autowired
	JdbcClient jdbc;

	SampleCycle start() {
		return start("Ny kulturplan", "Hembygdsföreningen", "Ungdomsgården", "Kulttuuriyhdistys");
	}

	SampleCycle start(String title, String... organisations) {
		return start(this.authorities.region(), title, "Vad ska den nya kulturplanen handla om?", organisations);
	}

	SampleCycle start(Authority authority, String title, String subject, String... organisations) {
		for (Role role : List.of(Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR)) {
			String name = role.group() + "-" + authority.id();
			this.accounts.create(
					new Account(name, "Test Person", name + "@region.example", authority.id(), Set.of(role)),
					Browser.PASSWORD);
		}
		Account officer = this.accounts.find("officer-" + authority.id()).orElseThrow();
		Id id = this.processes.startWithAnswers(new ProcessKey("consultationCycle"), officer, Map.of("title", title,
				"subject", subject, "planFrom", 2028, "planTo", 2031, "decisionDate", decision().toString()));
		SampleCycle cycle = new SampleCycle(authority, officer, new CaseId(id.value()));
		List.of(organisations).forEach(cycle::organisation);
		return cycle;
	}

	/** A consultation that somebody began otherwise. */
	SampleCycle of(Authority authority, Account officer, CaseId id) {
		return new SampleCycle(authority, officer, id);
	}

	private LocalDate decision() {
		return this.player.today().plusDays(330);
	}

	/** A cycle and what its people usually do in it. */
	final class SampleCycle {

		private final Authority authority;

		private final Account officer;

		private final CaseId id;

		private SampleCycle(Authority authority, Account officer, CaseId id) {
			this.authority = authority;
			this.officer = officer;
			this.id = id;
		}

		Authority authority() {
			return this.authority;
		}

		Account officer() {
			return this.officer;
		}

		CaseId id() {
			return this.id;
		}

		Story story() {
			return SampleCycles.this.player.of(this.id)
				.answering("planCycle", ConsultationSamples.plan(decision()))
				.before("collectOrganisations", () -> beforeTask("collectOrganisations"))
				.before("triageInput", () -> beforeTask("triageInput"))
				.before("writeDraft", () -> beforeTask("writeDraft"));
		}

		/** What staff do on pages before a task can be done. */
		void beforeTask(String task) {
			switch (task) {
				case "collectOrganisations" -> choose();
				case "triageInput" -> sortInput();
				case "writeDraft" -> draft();
				default -> {
				}
			}
		}

		Plan plan() {
			return SampleCycles.this.plans.findByConsultationId(this.id).orElseThrow();
		}

		void organisation(String name) {
			SampleCycles.this.jdbc
				.sql("""
						insert into organisation (id, version, authority_id, name, name_key, sector, email, language, source,
							status, created_at, changed_at)
						values (:id, 0, :authority, :name, lower(:name), 'CULTURE', :email, :language, 'OFFICER', 'ACTIVE', now(), now())""")
				.param("id", UUID.randomUUID())
				.param("authority", this.authority.id())
				.param("name", name)
				.param("language", this.authority.locale().getLanguage())
				.param("email", name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT) + "@forening.example")
				.update();
		}

		void say(String text, String email) {
			InputPeriod period = periods().get(0);
			Map<String, String> answers = new LinkedHashMap<>();
			answers.put(SampleCycles.this.fields.of(period).get(0).key(), text);
			SampleCycles.this.intake.receive(this.authority.id(), period.id(), UUID.randomUUID(),
					new Sender("Kulturföreningen", "Kim Exempel", new EmailAddress(email), null,
							Locale.forLanguageTag("sv")),
					answers);
		}

		private List<InputPeriod> periods() {
			return SampleCycles.this.inputs.of(SampleCycles.this.consultations.get(this.id));
		}

		private void choose() {
			SampleCycles.this.invitees.add(SampleCycles.this.consultations.get(this.id),
					SampleCycles.this.jdbc.sql("select id from organisation where authority_id = :authority")
						.param("authority", this.authority.id())
						.query(Columns.ids(OrganisationId::new))
						.list());
		}

		private void sortInput() {
			for (InputPeriod period : periods()) {
				List<InputId> rows = SampleCycles.this.search.rows(period.id(), InputFilter.ALL, 0, 100)
					.stream()
					.map(InputRow::id)
					.toList();
				if (!rows.isEmpty()) {
					SampleCycles.this.triage.assign(this.authority.id(), period.id(), this.officer.id(), rows,
							"Scener");
				}
			}
		}

		private void draft() {
			Plan plan = plan();
			if (SampleCycles.this.sections.of(plan.id()).isEmpty()) {
				SampleCycles.this.drafting.addSection(plan.id(), "Scener i hela länet",
						"Regionen stärker scener utanför staden.", this.officer.id());
			}
			SectionId section = SampleCycles.this.sections.of(plan.id()).get(0).id();
			Map<InputId, Integer> undecided = SampleCycles.this.planInputs
				.of(plan, new Wanted(Show.NONE, null, null), 0, 100)
				.stream()
				.collect(Collectors.toMap((input) -> input.said().inputId(), WorkedInput::version));
			if (!undecided.isEmpty()) {
				SampleCycles.this.drafting.link(plan.id(), undecided, section, null, this.officer.id());
			}
		}

	}

}
