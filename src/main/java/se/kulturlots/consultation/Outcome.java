package se.kulturlots.consultation;

/** What a consultation has led to so far that everyone can read. */
public enum Outcome {

	/** A summary of what was said. */
	SUMMARY,
	/** A plan that is not decided on yet, or was rejected. */
	DRAFT,
	/** A plan that is decided on. */
	PLAN

}
