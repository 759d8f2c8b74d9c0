package se.kulturlots.consultation.web;

/** What somebody from an association can do in a consultation now. */
public enum NextStepKind {

	/** Put an organisation in the register. */
	JOIN,
	/** Register for a meeting. */
	MEET,
	/** Wait for the form to open. */
	SOON,
	/** Give input. */
	SAY,
	/** Comment on the draft. */
	COMMENT,
	/** Wait for the draft. */
	WAIT,
	/** Wait for the decision. */
	DECISION,
	/** Read the plan. */
	DECIDED,
	/** See what came of it, although no plan was decided. */
	ENDED,
	/** See what was said: the plan was rejected. */
	REJECTED,
	/** Nothing: it is cancelled. */
	CANCELLED

}
