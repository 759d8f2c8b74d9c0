package se.kulturlots.plan;

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

}
