package se.kulturlots.consultation;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Programme.ProgrammeItem;

/** Everything that a consultation offers to take part in, whoever holds it. */
@Component
public class WholeProgramme {

	private final ObjectProvider<Programme> parts;

	WholeProgramme(ObjectProvider<Programme> parts) {
		this.parts = parts;
	}

	/**
	 * All meetings of a consultation.
	 * @param consultationId the consultation
	 * @return by time, those without a time last
	 */
	public List<ProgrammeItem> items(UUID consultationId) {
		return this.parts.stream().flatMap((part) -> part.items(consultationId).stream()).toList();
	}

	/**
	 * The meetings that the public may see.
	 * @param consultationId the consultation
	 * @return by time
	 */
	public List<ProgrammeItem> published(UUID consultationId) {
		return items(consultationId).stream().filter(ProgrammeItem::published).toList();
	}

}
