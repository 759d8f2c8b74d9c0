package se.kulturlots;

import java.util.List;

import se.kulturlots.core.StartRefused;

/** What the operator has to set before Kulturlots can start, one thing a line. */
final class MissingSettings extends StartRefused {

	private final List<String> faults;

	MissingSettings(List<String> faults) {
		super("Production cannot start with these settings:\n\n    " + String.join("\n    ", faults),
				"Set them in the environment, or as files of the same names in /run/secrets (docs/operations.md).");
		this.faults = faults;
	}

	List<String> faults() {
		return this.faults;
	}

}
