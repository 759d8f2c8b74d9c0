package se.kulturlots.plan.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.web.Edition;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.PublicPage;
import se.kulturlots.core.web.PublicPages;
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
	public List<PublicPage> of(String authorityId, Page page) {
		Map<UUID, Edition> editions = this.versions.editions(authorityId);
		return this.consultations.published(authorityId)
			.stream()
			.filter((consultation) -> editions.containsKey(consultation.id()))
			.map((consultation) -> new PublicPage(consultation.path() + "/plan",
					page.t("plan.page.title", consultation.title()), editions.get(consultation.id())))
			.toList();
	}

}
