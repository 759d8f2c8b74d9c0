package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What has been put to be sent, so that the journal says no more than what has happened.
 *
 * @param mails how many
 * @param from when they may go
 * @param day the day they go, in the authority's zone, or null if they go at once
 */
public record Sending(int mails, Instant from, @Nullable LocalDate day) {

	/** The key of the journal's sentence; the one for later takes the day as well. */
	public String key(String sent) {
		return (this.day == null) ? sent : sent + ".later";
	}

	/** The day as the journal keeps it. */
	public String dayText() {
		return (this.day != null) ? this.day.toString() : "";
	}

}
