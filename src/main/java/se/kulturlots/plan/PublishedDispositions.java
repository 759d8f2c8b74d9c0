package se.kulturlots.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Dispositions;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.CaseId;

/** Tells other modules what was decided on input, once it is published. */
@Component
class PublishedDispositions implements Dispositions {

	private static final SectionId NO_SECTION = new SectionId(new UUID(0, 0));

	private final Plans plans;

	private final PlanAnswers answers;

	private final PlanVersions versions;

	private final Consultations consultations;

	private final Authorities authorities;

	private final MessageSource messages;

	PublishedDispositions(Plans plans, PlanAnswers answers, PlanVersions versions, Consultations consultations,
			Authorities authorities, MessageSource messages) {
		this.plans = plans;
		this.answers = answers;
		this.versions = versions;
		this.consultations = consultations;
		this.authorities = authorities;
		this.messages = messages;
	}

	@Override
	public Map<InputId, Disposition> published(CaseId consultationId, Collection<InputId> inputIds) {
		return this.plans.findByConsultationId(consultationId)
			.filter((plan) -> plan.answersPublishedAt() != null)
			.map((plan) -> dispositions(plan, inputIds))
			.orElse(Map.of());
	}

	@Override
	public List<Led> ledTo(CaseId consultationId) {
		return this.plans.findByConsultationId(consultationId)
			.filter((plan) -> plan.answersPublishedAt() != null)
			.map(this::led)
			.orElse(List.of());
	}

	private List<Led> led(Plan plan) {
		Map<SectionId, Integer> numbers = this.answers.perSection(plan.id(), NO_SECTION);
		String planPath = planPath(plan);
		List<Led> led = new ArrayList<>();
		this.versions.fixed(plan.id(), plan.fixedVersion()).forEach((section) -> {
			Integer number = numbers.remove(section.id());
			if (number != null) {
				led.add(new Led(section.heading(), planPath + section.anchor(), number));
			}
		});
		int others = numbers.values().stream().mapToInt(Integer::intValue).sum();
		if (others > 0) {
			led.add(new Led(null, null, others));
		}
		return led;
	}

	private String planPath(Plan plan) {
		return this.consultations.get(plan.consultationId()).path() + "/plan#";
	}

	@Override
	public Set<CaseId> answered(Collection<CaseId> consultationIds) {
		return this.plans.ofAll(consultationIds)
			.stream()
			.filter((plan) -> plan.answersSentAt() != null)
			.map(Plan::consultationId)
			.collect(Collectors.toSet());
	}

	private Map<InputId, Disposition> dispositions(Plan plan, Collection<InputId> inputIds) {
		Map<SectionId, FixedSection> sections = this.versions.fixed(plan.id(), plan.fixedVersion())
			.stream()
			.collect(Collectors.toMap(FixedSection::id, Function.identity()));
		String planPath = planPath(plan);
		Locale locale = this.authorities.get(plan.authorityId()).locale();
		Map<InputId, Disposition> told = new HashMap<>();
		this.answers.of(plan.id(), inputIds).forEach((input, answer) -> {
			FixedSection section = (answer.sectionId() != null) ? sections.get(answer.sectionId()) : null;
			told.put(input, new Disposition(text(answer, section, locale), (section != null) ? section.heading() : null,
					(section != null) ? planPath + section.anchor() : null));
		});
		return told;
	}

	private String text(PlanAnswer answer, @Nullable FixedSection section, Locale locale) {
		if (answer.text() != null) {
			return answer.text();
		}
		return (section != null)
				? this.messages.getMessage("plan.answer.ledTo", new Object[] { section.heading() }, locale)
				: this.messages.getMessage("plan.answer.considered", null, locale);
	}

}
