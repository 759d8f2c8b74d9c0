package se.kulturlots.staff.web;

import java.util.Locale;

/** Which cases the progress page shows. */
public enum ProgressFilter {

	/** Those under way. */
	RUNNING,
	/** Those under way for which the reader is responsible. */
	MINE,
	/** Those that have ended. */
	ENDED;

	static ProgressFilter of(String wanted) {
		for (ProgressFilter each : values()) {
			if (each.value().equals(wanted)) {
				return each;
			}
		}
		return RUNNING;
	}

	/**
	 * What it is called in addresses.
	 * @return its name in small letters
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

}
