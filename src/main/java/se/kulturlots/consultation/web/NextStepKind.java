package se.kulturlots.consultation.web;

import se.kulturlots.core.web.Teasers.State;

/** What somebody from an association can do in a consultation now. */
public enum NextStepKind {

	/** Put an organisation in the register. */
	JOIN(State.COMING),
	/** Register for a meeting. */
	MEET(State.OPEN),
	/** Wait for the form to open. */
	SOON(State.COMING),
	/** Give input. */
	SAY(State.OPEN),
	/** Comment on the draft. */
	COMMENT(State.OPEN),
	/** Wait for the draft. */
	WAIT(State.WORKING),
	/** Wait for the decision. */
	DECISION(State.WORKING),
	/** Read the plan. */
	DECIDED(State.DECIDED),
	/** See what came of it, although no plan was decided. */
	ENDED(State.DECIDED),
	/** See what was said: the plan was rejected. */
	REJECTED(State.DECIDED),
	/** Nothing: it is cancelled. */
	CANCELLED(State.DECIDED);

	private final State state;

	NextStepKind(State state) {
		this.state = state;
	}

	/** Under which heading it stands on the front pages. */
	public State state() {
		return this.state;
	}

}
