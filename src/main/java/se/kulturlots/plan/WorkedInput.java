package se.kulturlots.plan;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.ReceivedInput.ReceivedItem;

/**
 * An input and what was decided on it.
 *
 * @param said the input
 * @param disposition what was decided, null if nothing yet
 */
public record WorkedInput(ReceivedItem said, @Nullable InputDisposition disposition) {

	/**
	 * The version of what was decided.
	 * @return zero if nothing was
	 */
	public int version() {
		return (this.disposition != null) ? this.disposition.version() : 0;
	}

	/**
	 * Whether it led to a section.
	 * @return false if it led elsewhere or to nothing, or nothing was decided
	 */
	public boolean ledTo(UUID section) {
		return this.disposition != null && section.equals(this.disposition.sectionId());
	}

}
