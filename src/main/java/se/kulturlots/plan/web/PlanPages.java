package se.kulturlots.plan.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Edition;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;
import se.kulturlots.plan.PlanVersions;

/** The plans that anyone may read. */
@Component
@Order(30)
class PlanPages implements PublicPages {

	private final Consultations consultations;

	private final PlanVersions versions;

	PlanPages(Consultations consultations, PlanVersions versions) {
		this.consultations = consultations;
		this.versions = versions;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		Map<CaseId, Edition> editions = this.versions.editions(authorityId);
		return this.consultations.published(authorityId)
			.stream()
			.filter((consultation) -> editions.containsKey(consultation.id()))
			.map((consultation) -> new PublicPage(consultation.path() + "/plan",
					texts.t("plan.page.title", consultation.titleIn(texts.locale(), texts.ownLang()).text()),
					Objects.requireNonNull(editions.get(consultation.id()))))
			.toList();
	}

}
