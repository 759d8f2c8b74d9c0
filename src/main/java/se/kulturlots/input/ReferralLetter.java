package se.kulturlots.input;

import java.util.List;

/**
 * The letter that goes with a draft sent out for comments.
 *
 * @param version how often it has been written, 0 if never
 * @param subject one line; empty for the usual one in each reader's language
 * @param body plain text; empty for the usual one
 * @param toSenders whether those who have given input get it too
 * @param bodies who gets it besides
 */
public record ReferralLetter(int version, String subject, String body, boolean toSenders, List<ReferralBody> bodies) {

	/** The usual letter, to those invited. */
	public static final ReferralLetter USUAL = new ReferralLetter(0, "", "", false, List.of());

	public ReferralLetter {
		bodies = List.copyOf(bodies);
	}

}
