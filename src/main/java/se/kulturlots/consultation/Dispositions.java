package se.kulturlots.consultation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;

/**
 * What was decided on what people said; given by the module of the plan. Only what has
 * been published is told.
 */
public interface Dispositions {

	/**
	 * What some inputs of a consultation led to.
	 * @return by the id of the input; empty until the answers are published
	 */
	Map<InputId, Disposition> published(CaseId consultationId, Collection<InputId> inputIds);

	/**
	 * Those of some consultations in which everybody who gave input has been told what it
	 * led to.
	 */
	Set<CaseId> answered(Collection<CaseId> consultationIds);

	/**
	 * What was decided on an input.
	 *
	 * @param text the decision and its reason, plain text
	 * @param sectionHeading the heading of the section it led to, null if to none
	 * @param path the address of the section on the public page of the plan, with its
	 * anchor and without a language; null if there is none
	 */
	record Disposition(String text, @Nullable String sectionHeading, @Nullable String path) {
	}

}
