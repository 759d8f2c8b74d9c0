package se.kulturlots.core.web;

/** A page that explains this installation; the demo has one, production none. */
public interface Guide {

	/**
	 * Where it is.
	 * @return a path
	 */
	String path();

	/**
	 * What the link to it says.
	 * @return a key of the message files
	 */
	String messageKey();

}
