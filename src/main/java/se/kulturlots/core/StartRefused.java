package se.kulturlots.core;

/** Why the application does not start, and what whoever starts it can do about it. */
public abstract class StartRefused extends RuntimeException {

	private final String action;

	/**
	 * A reason not to start.
	 * @param description what is wrong; shown on the console without a stack trace
	 * @param action what to do
	 */
	protected StartRefused(String description, String action) {
		super(description);
		this.action = action;
	}

	public final String action() {
		return this.action;
	}

}
