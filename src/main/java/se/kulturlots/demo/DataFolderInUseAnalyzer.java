package se.kulturlots.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words that the demo runs already. */
class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
		return new FailureAnalysis(
				"Another Kulturlots (process " + cause.holder() + ") uses the data folder " + cause.folder() + ".",
				"Stop it, or start this one with a folder of its own: KULTURLOTS_DATA=other-folder SERVER_PORT=8081",
				cause);
	}

}
