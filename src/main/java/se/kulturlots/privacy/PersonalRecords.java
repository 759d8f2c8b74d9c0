package se.kulturlots.privacy;

import java.util.List;
import java.util.Optional;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.Texts;

/**
 * What a module stores about the person behind a mail address. Each module that stores
 * something implements it.
 */
public interface PersonalRecords {

	/**
	 * All of it at an authority.
	 * @param address the person's address; small and capital letters are the same
	 * @return the newest first
	 */
	List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts);

	/**
	 * Whether there is any of it.
	 * @param address the person's address; small and capital letters are the same
	 * @return true if something is stored
	 */
	boolean holds(String authorityId, EmailAddress address);

	/**
	 * Opens the page on which the person can change or withdraw something.
	 * @param address the person's address
	 * @param id the id of what is to be opened
	 * @return the path behind a new personal link; nothing if it is not the person's, or
	 * not this module's
	 */
	default Optional<String> open(String authorityId, EmailAddress address, Id id) {
		return Optional.empty();
	}

}
