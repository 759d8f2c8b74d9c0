package se.kulturlots.mail;

import java.util.List;

/**
 * What stands around every letter of an authority.
 *
 * @param authority its name
 * @param contact who answers questions
 * @param email where to write
 * @param phone where to call, or empty
 * @param ink a colour that can be read on it
 * @param regards the closing words
 * @param questions that one may answer the mail
 * @param buttonAddress what stands before a button's address
 * @param signature the lines after the closing words
 */
public record LetterFrame(String authority, String contact, String email, String phone, String colour, String ink,
		String regards, String questions, String buttonAddress, List<String> signature) {

	/**
	 * How to reach the authority.
	 * @return one line
	 */
	public String reach() {
		return this.phone.isEmpty() ? this.email : this.email + " · " + this.phone;
	}

}
