package se.kulturlots.workflow;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What the tasks of a process are about, where a case has several of its kind; given by
 * the module of the process.
 */
public interface TaskSubjects {

	ProcessKey process();

	/**
	 * The names of what it works on, in one statement.
	 * @param ids business keys
	 * @param locale the language
	 * @return by id
	 */
	Map<UUID, String> names(Collection<UUID> ids, Locale locale);

}
