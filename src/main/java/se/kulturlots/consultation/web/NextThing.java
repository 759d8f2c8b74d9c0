package se.kulturlots.consultation.web;

/** What somebody from an association can do on the page of a consultation now. */
public enum NextThing {

	/** Put an organisation in the register. */
	JOIN,
	/** Give input. */
	SAY,
	/** Comment on the draft. */
	COMMENT,
	/** Wait for the draft or the decision. */
	WAIT,
	/** See what came of it. */
	RESULTS,
	/** Nothing: it is cancelled. */
	CANCELLED

}
