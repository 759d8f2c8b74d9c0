package se.kulturlots.consultation.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.cases.CaseNotes;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.CycleLetters;
import se.kulturlots.consultation.CycleProcess;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.journal.Journal;
import se.kulturlots.register.Coverage;
import se.kulturlots.register.CoverageResult;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.workflow.CaseChoices;
import se.kulturlots.workflow.Processes;
import se.kulturlots.workflow.TaskContext;

/** The steps of {@code inventory}. */
@Component
public class InventorySteps {

	private final Consultations consultations;

	private final Cycle cycle;

	private final CycleLetters letters;

	private final Invitees invitees;

	private final Coverage coverage;

	private final OrganisationSearch register;

	private final CaseNotes notes;

	private final Journal journal;

	private final Processes processes;

	private final Authorities authorities;

	private final MessageSource messages;

	InventorySteps(Consultations consultations, Cycle cycle, CycleLetters letters, Invitees invitees, Coverage coverage,
			OrganisationSearch register, CaseNotes notes, Journal journal, Processes processes, Authorities authorities,
			MessageSource messages) {
		this.consultations = consultations;
		this.cycle = cycle;
		this.letters = letters;
		this.invitees = invitees;
		this.coverage = coverage;
		this.register = register;
		this.notes = notes;
		this.journal = journal;
		this.processes = processes;
		this.authorities = authorities;
		this.messages = messages;
	}

	/**
	 * Begins the inventory of a consultation, or of a new one that has no cycle and whose
	 * other processes are started by hand.
	 */
	public CaseId startInventory(String authorityId, StartInventory answers, TaskContext context) {
		if (answers.caseId() == null) {
			return begun(authorityId, answers, context.account());
		}
		Consultation consultation = this.consultations.get(authorityId, answers.caseId());
		if (consultation.inviteesConfirmedAt() != null) {
			throw ConsultationProblem.inviteesFixed().at("caseId");
		}
		if (this.processes.running(authorityId, CycleProcess.INVENTORY).contains(consultation.id())) {
			throw ConsultationProblem.inventoryRuns().at("caseId");
		}
		return consultation.id();
	}

	private CaseId begun(String authorityId, StartInventory answers, @Nullable String officer) {
		CaseId id = this.cycle
			.want(authorityId,
					new Wish(answers.title().strip(), answers.subject().strip(), answers.planFrom(), answers.planTo(),
							answers.decisionDate()),
					officer)
			.id();
		this.cycle.plan(id, this.cycle.propose(authorityId, answers.decisionDate()), Questions.in(answers.questions()),
				null, 0);
		this.cycle.open(id);
		return id;
	}

	public CaseChoices startInventoryFacts(String authorityId) {
		Set<Id> running = this.processes.running(authorityId, CycleProcess.INVENTORY);
		return CaseChoices.of(this.consultations.open(authorityId)
			.stream()
			.filter((consultation) -> consultation.inviteesConfirmedAt() == null
					&& !running.contains(consultation.id())),
				Consultation::id, Consultation::title);
	}

	public void announceInventory(CaseId id) {
		Consultation consultation = this.consultations.get(id);
		this.journal.publish(consultation.authorityId(), id, "journal.consultation.inventoryAnnounced");
	}

	public void collectOrganisations(CaseId id, CollectOrganisations answers) {
		if (this.invitees.numbers(id).onList() == 0) {
			throw ConsultationProblem.noInvitees();
		}
		if (Boolean.TRUE.equals(answers.proceedWithGaps())) {
			if (answers.gapsReason() == null) {
				throw ConsultationProblem.reasonMissing().at("gapsReason");
			}
			this.cycle.acceptGaps(id, answers.gapsReason());
		}
	}

	public InventoryFacts collectOrganisationsFacts(CaseId id) {
		return facts(id);
	}

	/**
	 * How well the list covers the area, as shares from 0 to 1 for the decision table.
	 * @return the three shares
	 */
	public Map<String, Object> computeCoverage(CaseId id) {
		CoverageResult result = result(this.consultations.get(id));
		// the engine can write any map, but read back only those with a constructor
		return new HashMap<>(Map.of("municipalityShare", result.municipalityShare(), "sectorShare",
				result.sectorShare(), "priorityShare", result.priorityShare()));
	}

	public void reachOut(CaseId id, ReachOut answers, TaskContext context) {
		this.notes.write(this.consultations.get(id).authorityId(), id, "consultation.notes.topic.reachOut",
				Objects.requireNonNullElse(context.account(), Journal.SYSTEM), answers.note());
	}

	public InventoryFacts reachOutFacts(CaseId id) {
		return facts(id);
	}

	public void confirmInvitees(CaseId id) {
		this.cycle.confirmInvitees(id, this.invitees.numbers(id).onList());
	}

	public InventoryFacts confirmInviteesFacts(CaseId id) {
		return facts(id);
	}

	public boolean inviteesConfirmed(CaseId id) {
		return this.consultations.get(id).inviteesConfirmedAt() != null;
	}

	public void remindInventory(CaseId id) {
		this.letters.remind(id, CycleDeadline.INVENTORY);
	}

	private CoverageResult result(Consultation consultation) {
		return this.coverage.of(consultation.authorityId(), this.invitees.organisationIds(consultation.id()));
	}

	private InventoryFacts facts(CaseId id) {
		Consultation consultation = this.consultations.get(id);
		InviteeNumbers numbers = this.invitees.numbers(id);
		CoverageResult result = result(consultation);
		Locale locale = this.authorities.get(consultation.authorityId()).locale();
		var counts = this.register.counts(consultation.authorityId());
		return new InventoryFacts(consultation.title(), counts.active(), counts.pending(), numbers.onList(),
				numbers.withoutEmail(), gaps(result, locale), "/staff/consultations/" + id + "/invitees");
	}

	private String gaps(CoverageResult result, Locale locale) {
		if (result.isComplete()) {
			return this.messages.getMessage("consultation.coverage.complete", null, locale);
		}
		String municipalities = result.municipalitiesWithout()
			.stream()
			.map(Municipality::name)
			.collect(Collectors.joining(", "));
		String sectors = result.sectorsWithout()
			.stream()
			.map((sector) -> this.messages.getMessage(sector.messageKey(), null, locale))
			.collect(Collectors.joining(", "));
		String groups = result.priorityGroupsWithout()
			.stream()
			.map((group) -> this.messages.getMessage(group.messageKey(), null, locale))
			.collect(Collectors.joining(", "));
		return line("consultation.coverage.municipalities", municipalities, locale)
				+ line("consultation.coverage.sectors", sectors, locale)
				+ line("consultation.coverage.groups", groups, locale).strip();
	}

	private String line(String key, String names, Locale locale) {
		return names.isEmpty() ? "" : this.messages.getMessage(key, new Object[] { names }, locale) + "\n";
	}

	/** The facts of the forms of an inventory. */
	public record InventoryFacts(String title, int registered, int pending, int invitees, int withoutEmail, String gaps,
			String inviteesPage) {
	}

	/**
	 * The answers of {@code startInventory.form}.
	 *
	 * @param caseId for which consultation, null for a new one
	 * @param title the name of the new one
	 * @param subject what is consulted on
	 * @param planFrom the first year of the plan
	 * @param planTo its last year
	 * @param decisionDate when the committee decides
	 * @param questions one on each line
	 */
	public record StartInventory(@Nullable CaseId caseId, String title, String subject, int planFrom, int planTo,
			LocalDate decisionDate, String questions) {
	}

	/**
	 * The answers of {@code collectOrganisations.form}.
	 *
	 * @param proceedWithGaps whether to go on although somebody is missing
	 * @param gapsReason why
	 */
	public record CollectOrganisations(@Nullable Boolean proceedWithGaps, @Nullable String gapsReason) {
	}

	/**
	 * The answers of {@code reachOut.form}.
	 *
	 * @param note what has been done
	 */
	public record ReachOut(String note) {
	}

}
