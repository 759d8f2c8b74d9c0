package se.kulturlots.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Texts;

/** In what organisations had part; given by each module that knows some of it. */
public interface Participation {

	/**
	 * What there is of it.
	 * @param organisationIds an organisation and those that have become it
	 * @return the newest first, at most {@link #MOST}
	 */
	List<Part> of(String authorityId, Collection<OrganisationId> organisationIds, Texts texts);

	/** How many are shown of each kind. */
	int MOST = 50;

	/**
	 * Something that an organisation had part in.
	 *
	 * @param at when
	 * @param kind what it was: invited, registered, said something
	 * @param title the name of the consultation or meeting
	 * @param path the page of staff about it
	 * @param more what came of it, or null
	 * @param open whether it is an invitation that still stands
	 */
	record Part(Instant at, String kind, String title, String path, @Nullable String more, boolean open) {
	}

}
