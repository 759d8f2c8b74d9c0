package se.kulturlots.workflow;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * Recognises the engine's exceptions for query conditions that make no sense. The engine
 * itself answers most of them as faults of the server.
 */
final class InvalidQuery {

	private static final Set<String> TOLD_BY = Stream
		.of(NullPointerException.class, IllegalArgumentException.class, NullValueException.class,
				NotValidException.class, ProcessEngineException.class)
		.map(Class::getSimpleName)
		.collect(Collectors.toUnmodifiableSet());

	private InvalidQuery() {
	}

	/**
	 * Whether an exception tells of one, if it was thrown by a query.
	 * @param exception the simple name of its class, as the REST API tells it
	 * @return true if the question is at fault and not the server
	 */
	static boolean isToldBy(String exception) {
		return TOLD_BY.contains(exception);
	}

}
