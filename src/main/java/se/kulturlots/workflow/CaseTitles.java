package se.kulturlots.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What consultations are called; given by the module that knows them. */
public interface CaseTitles {

	/**
	 * The titles of some consultations, in one statement.
	 * @param consultationIds their ids
	 * @return by id
	 */
	Map<UUID, String> titles(Collection<UUID> consultationIds);

}
