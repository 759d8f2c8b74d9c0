package se.kulturlots.consultation.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;
import se.kulturlots.journal.Journal;

/** The consultations that anyone may read of. */
@Component
@Order(10)
class ConsultationPages implements PublicPages {

	private final Consultations consultations;

	private final Journal journal;

	ConsultationPages(Consultations consultations, Journal journal) {
		this.consultations = consultations;
		this.journal = journal;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		Map<CaseId, Instant> changes = this.journal.lastPublished(authorityId);
		return this.consultations.published(authorityId)
			.stream()
			.map((consultation) -> page(consultation, changes, texts))
			.toList();
	}

	private static PublicPage page(Consultation consultation, Map<CaseId, Instant> changes, Texts texts) {
		Instant published = Objects.requireNonNull(consultation.publishedAt());
		return PublicPage.of(consultation.path(), consultation.titleIn(texts.locale(), texts.ownLang()).text(),
				published, changes.getOrDefault(consultation.id(), published));
	}

}
