package se.kulturlots.consultation;

import java.util.Collection;
import java.util.List;
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
	 * How many inputs of a consultation led to each section of the plan.
	 * @return by section as they stand, those that led to none last; empty until the
	 * answers are published
	 */
	List<Led> ledTo(CaseId consultationId);

	/**
	 * Those of some consultations in which everybody who gave input has been told what it
	 * led to.
	 */
	Set<CaseId> answered(Collection<CaseId> consultationIds);

	/**
	 * What several inputs led to.
	 *
	 * @param sectionHeading the heading of the section, null if to none
	 * @param path the address of the section, as {@link Disposition} has it
	 * @param number how many
	 */
	record Led(@Nullable String sectionHeading, @Nullable String path, int number) {
	}

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
