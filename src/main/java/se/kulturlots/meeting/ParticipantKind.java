package se.kulturlots.meeting;

/** As what somebody takes part in a meeting. */
public enum ParticipantKind {

	/** Works with arts or culture. */
	CULTURAL_ACTOR,
	/** Speaks for an association. */
	ASSOCIATION,
	/** Works for a public body. */
	OFFICIAL,
	/** Is elected. */
	POLITICIAN,
	/** Speaks for themselves. */
	CITIZEN,
	/** None of these. */
	OTHER

}
