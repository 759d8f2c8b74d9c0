package se.kulturlots.testing.sample;

import se.kulturlots.workflow.ProcessKey;

/** The process of a circle. */
final class SampleProcess {

	static final ProcessKey KEY = new ProcessKey("sampleCircle");

	private SampleProcess() {
	}

}
