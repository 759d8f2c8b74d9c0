package se.kulturlots.consultation;

import java.util.List;

import se.kulturlots.core.CaseId;

/**
 * The sections of the draft that comments are asked for; given by the module of the plan.
 */
public interface PlanOutline {

	/**
	 * The sections of the latest fixed version.
	 * @return in their order, empty before there is a draft
	 */
	List<OutlineSection> sections(CaseId consultationId);

	/**
	 * A section.
	 *
	 * @param sectionId its id, the same in every version
	 * @param text its text, plain
	 */
	record OutlineSection(SectionId sectionId, String heading, String text) {
	}

}
