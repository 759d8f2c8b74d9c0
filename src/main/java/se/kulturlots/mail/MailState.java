package se.kulturlots.mail;

/** Where a mail is on its way. */
public enum MailState {

	/** Waits for its first try. */
	PENDING,
	/** A sender has it. */
	SENDING,
	/** The mail server has taken it. */
	SENT,
	/** Waits for another try. */
	RETRY,
	/** Refused for good, or given up. */
	FAILED,
	/** Handed over, but nobody knows whether it was taken; never sent again by itself. */
	UNKNOWN

}
