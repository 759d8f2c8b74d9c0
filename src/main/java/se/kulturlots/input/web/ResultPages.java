package se.kulturlots.input.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Edition;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;

/** The pages that show what came in. */
@Component
@Order(40)
class ResultPages implements PublicPages {

	private final Consultations consultations;

	private final InputPeriods periods;

	ResultPages(Consultations consultations, InputPeriods periods) {
		this.consultations = consultations;
		this.periods = periods;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		Map<CaseId, List<InputPeriod>> published = this.periods
			.findByAuthorityIdAndStatus(authorityId, InputPeriod.Status.PUBLISHED)
			.stream()
			.collect(Collectors.groupingBy(InputPeriod::consultationId));
		return this.consultations.published(authorityId)
			.stream()
			.filter((consultation) -> published.containsKey(consultation.id()))
			.map((consultation) -> new PublicPage(consultation.path() + "/results",
					texts.t("input.results.title", consultation.titleIn(texts.locale(), texts.ownLang()).text()),
					edition(Objects.requireNonNull(published.get(consultation.id())), consultation)))
			.toList();
	}

	/* what it led to is published when the consultation ends */
	static Edition edition(List<InputPeriod> published, Consultation consultation) {
		List<Instant> dates = published.stream()
			.map((period) -> Objects.requireNonNull(period.publishedAt()))
			.sorted()
			.toList();
		Instant last = (consultation.endedAt() != null) ? consultation.endedAt() : dates.get(dates.size() - 1);
		return Edition.of(dates.get(0), last);
	}

}
