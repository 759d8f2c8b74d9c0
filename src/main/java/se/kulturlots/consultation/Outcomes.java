package se.kulturlots.consultation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import se.kulturlots.core.CaseId;

/**
 * What consultations have led to that the public may read; given by each module that
 * holds some of it.
 */
public interface Outcomes {

	/**
	 * What there is to read.
	 * @param consultationIds the consultations, at least one
	 * @return by consultation; those with nothing may be missing
	 */
	Map<CaseId, Set<Outcome>> of(Collection<CaseId> consultationIds);

}
