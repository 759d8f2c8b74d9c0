package se.kulturlots.mail;

/** Asked just before a mail passes into the server's hands. */
@FunctionalInterface
interface HandOver {

	/**
	 * Remembers that the mail is about to be handed over.
	 * @return false if it must not be
	 */
	boolean agreed();

}
