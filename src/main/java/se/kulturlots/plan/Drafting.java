package se.kulturlots.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.journal.Journal;

/**
 * How a plan is written: sections, and what each input led to. Whoever writes gives the
 * version they have seen; if somebody else was quicker, nothing is overwritten.
 */
@Component
public class Drafting {

	private final Plans plans;

	private final PlanSections sections;

	private final PlanVersions versions;

	private final InputDispositions dispositions;

	private final PlanInputs inputs;

	private final Journal journal;

	private final AppClock clock;

	Drafting(Plans plans, PlanSections sections, PlanVersions versions, InputDispositions dispositions,
			PlanInputs inputs, Journal journal, AppClock clock) {
		this.plans = plans;
		this.sections = sections;
		this.versions = versions;
		this.dispositions = dispositions;
		this.inputs = inputs;
		this.journal = journal;
		this.clock = clock;
	}

	/** Makes the plan of a consultation, once. */
	@Transactional
	public Plan prepare(Consultation consultation) {
		Optional<Plan> found = this.plans.findByConsultationId(consultation.id());
		return found.orElseGet(() -> {
			this.journal.publish(consultation.authorityId(), consultation.id(), "journal.plan.begun");
			return this.plans.save(Plan.of(consultation, this.clock.instant()));
		});
	}

	/**
	 * Adds a section at the end.
	 * @param actor the account that writes
	 */
	@Transactional
	public SectionId addSection(PlanId planId, String heading, String text, String actor) {
		Plan plan = hold(planId);
		if (this.sections.of(planId).size() >= PlanSection.MOST) {
			throw PlanProblem.tooManySections(PlanSection.MOST);
		}
		return this.sections.add(plan, heading, text, actor);
	}

	/**
	 * Changes a section.
	 * @param version the version that was seen
	 * @param actor the account that writes
	 * @throws PlanProblem if somebody has changed it meanwhile
	 */
	@Transactional
	public void editSection(PlanId planId, SectionId sectionId, int version, String heading, String text,
			String actor) {
		share(planId);
		if (!this.sections.edit(planId, sectionId, version, heading, text, actor)) {
			section(planId, sectionId);
			throw PlanProblem.changedMeanwhile().at("text");
		}
	}

	/**
	 * Moves a section past its neighbour, if it has one on that side.
	 * @param up whether towards the beginning
	 */
	@Transactional
	public void moveSection(PlanId planId, SectionId sectionId, boolean up) {
		hold(planId);
		PlanSection moved = section(planId, sectionId);
		int place = moved.position() + (up ? -1 : 1);
		this.sections.of(planId)
			.stream()
			.filter((other) -> other.position() == place)
			.findFirst()
			.ifPresent((other) -> this.sections.swap(planId, moved, other));
	}

	/**
	 * Removes a section that no input led to; it can be had back.
	 * @param version the version that was seen
	 * @throws PlanProblem if it is in use, or somebody has changed it meanwhile
	 */
	@Transactional
	public void removeSection(PlanId planId, SectionId sectionId, int version) {
		Plan plan = hold(planId);
		PlanSection removed = section(planId, sectionId);
		if (removed.version() != version) {
			throw PlanProblem.changedMeanwhile().at("sections");
		}
		if (this.dispositions.anyFor(planId, sectionId)) {
			throw PlanProblem.sectionInUse();
		}
		this.sections.remove(planId, removed, this.journal.actor());
		this.journal.note(plan.authorityId(), plan.consultationId(), "journal.plan.sectionRemoved", removed.heading());
	}

	/**
	 * Puts a section that was removed at the end.
	 * @param actor the account that does so
	 * @throws PlanProblem if there are too many without it
	 */
	@Transactional
	public void restoreSection(PlanId planId, SectionId sectionId, String actor) {
		Plan plan = hold(planId);
		if (this.sections.of(planId).size() >= PlanSection.MOST) {
			throw PlanProblem.tooManySections(PlanSection.MOST);
		}
		if (this.sections.restore(planId, sectionId, actor)) {
			this.journal.note(plan.authorityId(), plan.consultationId(), "journal.plan.sectionRestored",
					section(planId, sectionId).heading());
		}
	}

	private PlanSection section(PlanId planId, SectionId sectionId) {
		return this.sections.find(planId, sectionId).orElseThrow(PlanProblem::unknownSection);
	}

	/**
	 * Links inputs to the section they led to.
	 * @param versionsByInput the inputs, and the version of their disposition that was
	 * seen, zero for none
	 * @param comment what was done, or null
	 * @param actor the account that decides
	 * @throws PlanProblem if somebody has changed one of them meanwhile; then none is
	 * changed
	 */
	@Transactional
	public void link(PlanId planId, Map<InputId, Integer> versionsByInput, SectionId sectionId,
			@Nullable String comment, String actor) {
		Plan plan = share(planId);
		section(planId, sectionId);
		decide(plan, versionsByInput, (sorted) -> this.dispositions.set(plan, sorted, sectionId, comment, actor));
	}

	/**
	 * Says why inputs led to nothing.
	 * @param versionsByInput the inputs, and the version of their disposition that was
	 * seen, zero for none
	 * @param reason why
	 * @param actor the account that decides
	 * @throws PlanProblem if somebody has changed one of them meanwhile; then none is
	 * changed
	 */
	@Transactional
	public void decline(PlanId planId, Map<InputId, Integer> versionsByInput, String reason, String actor) {
		Plan plan = share(planId);
		decide(plan, versionsByInput, (sorted) -> this.dispositions.set(plan, sorted, null, reason, actor));
	}

	/**
	 * Takes back what was decided on inputs.
	 * @param versionsByInput the inputs, and the version of their disposition that was
	 * seen
	 * @throws PlanProblem if somebody has changed one of them meanwhile; then none is
	 * changed
	 */
	@Transactional
	public void undo(PlanId planId, Map<InputId, Integer> versionsByInput) {
		Plan plan = share(planId);
		Map<InputId, Integer> decided = versionsByInput.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		if (decided.isEmpty()) {
			throw PlanProblem.nothingChosen().at("inputs");
		}
		decide(plan, decided, (sorted) -> this.dispositions.clear(plan, sorted));
	}

	private void decide(Plan plan, Map<InputId, Integer> versionsByInput,
			Function<Map<InputId, Integer>, List<InputId>> change) {
		if (versionsByInput.isEmpty()) {
			throw PlanProblem.nothingChosen().at("inputs");
		}
		Map<InputId, String> references = this.inputs.references(plan, versionsByInput.keySet(), false);
		if (!references.keySet().containsAll(versionsByInput.keySet())) {
			throw PlanProblem.unknownInput();
		}
		Set<InputId> left = new HashSet<>(versionsByInput.keySet());
		// in the order of their ids, so that two officers never wait for each other
		change.apply(new TreeMap<>(versionsByInput)).forEach(left::remove);
		if (!left.isEmpty()) {
			throw PlanProblem
				.inputsChangedMeanwhile(left.stream().map(references::get).sorted().collect(Collectors.joining(", ")))
				.at("inputs");
		}
	}

	/**
	 * That a draft can be handed on to be read.
	 * @throws PlanProblem if there is nothing to read
	 */
	public void requireSomething(PlanId planId) {
		List<PlanSection> written = this.sections.of(planId);
		if (written.isEmpty()) {
			throw PlanProblem.noSections();
		}
		written.stream().filter((section) -> section.text().isBlank()).findFirst().ifPresent((section) -> {
			throw PlanProblem.emptySection(section.heading());
		});
	}

	/**
	 * Hands the draft to the manager, if something was decided on every input.
	 * @return whether it was handed on
	 */
	@Transactional
	public boolean handOn(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		if (this.inputs.progress(plan).missing() > 0) {
			return false;
		}
		plan.review();
		this.plans.save(plan);
		return true;
	}

	/**
	 * Sends the draft back to be changed.
	 * @param comment what to change
	 */
	@Transactional
	public void sendBack(PlanId planId, @Nullable String comment) {
		Plan plan = this.plans.lock(planId);
		plan.sendBack(comment);
		this.plans.save(plan);
		this.journal.note(plan.authorityId(), plan.consultationId(), "journal.plan.draftSentBack");
	}

	/**
	 * Fixes the draft as the next version.
	 * @return the number of the version
	 */
	@Transactional
	public int fix(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		int number = plan.fix();
		this.versions.fix(plan, number);
		this.plans.save(plan);
		this.journal.publish(plan.authorityId(), plan.consultationId(), "journal.plan.fixed", String.valueOf(number));
		return number;
	}

	private Plan hold(PlanId planId) {
		Plan plan = this.plans.lock(planId);
		plan.requireWritable();
		return plan;
	}

	private Plan share(PlanId planId) {
		Plan plan = this.plans.findSharedById(planId).orElseThrow(PlanProblem::unknown);
		plan.requireWritable();
		return plan;
	}

}
