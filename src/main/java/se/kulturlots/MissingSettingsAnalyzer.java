package se.kulturlots;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is missing, one thing a line. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettings> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingSettings cause) {
		return new FailureAnalysis(
				"Production cannot start with these settings:\n\n    " + String.join("\n    ", cause.faults()),
				"Set them in the environment, or as files of the same names in /run/secrets (docs/operations.md).",
				cause);
	}

}
