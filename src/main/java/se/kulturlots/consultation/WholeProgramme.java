package se.kulturlots.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Programme.ProgrammeItem;
import se.kulturlots.consultation.Programme.PublicMeeting;
import se.kulturlots.core.CaseId;

/** Everything that a consultation offers to take part in, whoever holds it. */
@Component
public class WholeProgramme {

	private final ObjectProvider<Programme> parts;

	WholeProgramme(ObjectProvider<Programme> parts) {
		this.parts = parts;
	}

	/**
	 * All meetings of a consultation.
	 * @return by time, those without a time last
	 */
	public List<ProgrammeItem> items(CaseId consultationId) {
		return this.parts.stream().flatMap((part) -> part.items(consultationId).stream()).toList();
	}

	/**
	 * The meetings of several consultations as the public sees them.
	 * @return by consultation, and by time
	 */
	public Map<CaseId, List<PublicMeeting>> published(Collection<Consultation> consultations) {
		if (consultations.isEmpty()) {
			return Map.of();
		}
		return this.parts.stream()
			.flatMap((part) -> part.published(consultations).stream())
			.collect(Collectors.groupingBy(PublicMeeting::consultationId));
	}

	/**
	 * The meetings that the public may see.
	 * @return by time
	 */
	public List<ProgrammeItem> published(CaseId consultationId) {
		return items(consultationId).stream().filter(ProgrammeItem::published).toList();
	}

}
