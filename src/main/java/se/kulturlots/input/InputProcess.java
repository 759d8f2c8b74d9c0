package se.kulturlots.input;

import se.kulturlots.workflow.ProcessKey;

/** The process of a time in which input is given. */
public final class InputProcess {

	public static final ProcessKey KEY = new ProcessKey("inputPeriod");

	private InputProcess() {
	}

}
