package se.kulturlots.staff.web;

import java.util.Locale;

/** Which cycles are shown. */
public enum Shown {

	/** Those under way. */
	RUNNING,
	/** Those under way for which the reader is responsible. */
	MINE,
	/** Those that have ended. */
	ENDED;

	static Shown of(String wanted) {
		for (Shown each : values()) {
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
