package se.kulturlots.authority;

/** A text that an authority may write instead of, or besides, ours. */
public enum TextKind {

	/** What stands first on its front page, instead of ours. */
	FRONT_LEAD(600),
	/** Who its data protection officer is, on the page on personal data. */
	DATA_PROTECTION(1000),
	/** What its mails are signed with, instead of contact and name. */
	MAIL_SIGNATURE(300);

	private final int longest;

	TextKind(int longest) {
		this.longest = longest;
	}

	/**
	 * How many characters it may have.
	 * @return in each language
	 */
	public int longest() {
		return this.longest;
	}

}
