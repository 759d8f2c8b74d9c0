package se.kulturlots.plan;

import java.util.Set;
import java.util.UUID;

/**
 * A section of a fixed version.
 *
 * @param id its id, the same in every version
 * @param heading its heading
 * @param text its text, plain
 * @param inputIds the inputs that led to it
 */
public record FixedSection(UUID id, String heading, String text, Set<UUID> inputIds) {

	/**
	 * The id of its element on pages.
	 * @return for links to its place
	 */
	public String anchor() {
		return PlanSection.anchor(this.id);
	}

}
