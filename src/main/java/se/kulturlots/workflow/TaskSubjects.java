package se.kulturlots.workflow;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Id;

/**
 * What the tasks of a process are about, where a case has several of its kind; given by
 * the module of the process.
 */
public interface TaskSubjects {

	ProcessKey process();

	/**
	 * The variable with the id of a person that some of the tasks are about.
	 * @return null if the names are of what the business key stands for
	 */
	default @Nullable ProcessVariable person() {
		return null;
	}

	/**
	 * The names of what it works on, in one statement.
	 * @param ids business keys, or what the variable of a person holds
	 * @param locale the language
	 * @return by id
	 */
	Map<? extends Id, String> names(Collection<? extends Id> ids, Locale locale);

}
