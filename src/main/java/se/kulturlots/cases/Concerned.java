package se.kulturlots.cases;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;

/**
 * People whom a change of a case concerns, apart by what they have to do with it. Who
 * changes something chooses which of them are told; beans of the modules that know them,
 * in the order in which they are shown.
 */
public interface Concerned {

	/** The sort of mail that tells them of moved dates. */
	String MOVED = "dates-moved";

	/** What forms call them; never changed. */
	String name();

	/** The key of what they are called, which takes how many they are. */
	String messageKey();

	/** How many they are in a case now, those without an address included. */
	int count(CaseId caseId);

	/** Whether they are told of every moved date unless somebody decides otherwise. */
	default boolean always() {
		return false;
	}

	/** Whether they read of it in a mail of their own, so that nobody chooses them. */
	default boolean toldAnyway() {
		return false;
	}

	/**
	 * Goes through them, as many at a time as memory holds easily.
	 * @param work what is done with each lot
	 */
	void forEachLot(CaseId caseId, Consumer<List<Recipient>> work);

	/**
	 * Somebody to tell.
	 *
	 * @param address null if there is none
	 * @param locale in which language
	 * @param organisation for which organisation, null if for the person
	 */
	record Recipient(@Nullable EmailAddress address, Locale locale, @Nullable OrganisationId organisation) {
	}

}
