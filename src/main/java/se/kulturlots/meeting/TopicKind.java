package se.kulturlots.meeting;

/** What somebody wants to raise at a meeting. */
public enum TopicKind {

	/** Something that is hard. */
	CHALLENGE,
	/** Something that could be used. */
	OPPORTUNITY,
	/** Something new. */
	IDEA

}
