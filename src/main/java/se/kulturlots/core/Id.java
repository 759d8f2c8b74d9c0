package se.kulturlots.core;

import java.lang.reflect.InvocationTargetException;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of one kind of thing, a record of nothing but the UUID, so that the compiler
 * tells the id of a case from that of a meeting. As text it is the UUID.
 */
public interface Id {

	@JsonValue
	UUID value();

	/** An id of a type that is known only at run time, as when a request is read. */
	static <T extends Id> T of(Class<T> type, UUID value) {
		try {
			return type.getDeclaredConstructor(UUID.class).newInstance(value);
		}
		catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalArgumentException(type + " holds no UUID", ex);
		}
	}

}
