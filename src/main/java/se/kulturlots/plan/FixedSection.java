package se.kulturlots.plan;

import java.util.Set;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.SectionId;

/**
 * A section of a fixed version.
 *
 * @param id its id, the same in every version
 * @param text its text, plain
 * @param inputIds the inputs that led to it
 */
public record FixedSection(SectionId id, String heading, String text, Set<InputId> inputIds) {

	/**
	 * The id of its element on pages.
	 * @return for links to its place
	 */
	public String anchor() {
		return PlanSection.anchor(this.id);
	}

}
