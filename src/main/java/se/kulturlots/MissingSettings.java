package se.kulturlots;

import java.util.List;

/** What the operator has to set before Kulturlots can start. */
final class MissingSettings extends RuntimeException {

	private final List<String> faults;

	MissingSettings(List<String> faults) {
		super(String.join("; ", faults));
		this.faults = faults;
	}

	List<String> faults() {
		return this.faults;
	}

}
