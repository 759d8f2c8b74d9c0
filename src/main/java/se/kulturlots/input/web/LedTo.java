package se.kulturlots.input.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Dispositions.Disposition;
import se.kulturlots.consultation.Dispositions.Led;
import se.kulturlots.consultation.Dispositions;
import se.kulturlots.consultation.InputId;
import se.kulturlots.core.CaseId;

/** What inputs led to, whoever decided on them. */
@Component
class LedTo {

	private final ObjectProvider<Dispositions> dispositions;

	LedTo(ObjectProvider<Dispositions> dispositions) {
		this.dispositions = dispositions;
	}

	/** What has been published, by the id of the input. */
	Map<InputId, Disposition> of(CaseId consultationId, Collection<InputId> inputIds) {
		Map<InputId, Disposition> all = new HashMap<>();
		this.dispositions.stream().forEach((each) -> all.putAll(each.published(consultationId, inputIds)));
		return all;
	}

	/** How much led to each section of the plan. */
	List<Led> all(CaseId consultationId) {
		return this.dispositions.stream().flatMap((each) -> each.ledTo(consultationId).stream()).toList();
	}

}
