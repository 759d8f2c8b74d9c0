package se.kulturlots.core;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The id of something, of whatever kind: what a deadline belongs to, what a process works
 * on. Each kind has a class of its own, so that the compiler tells the id of a case from
 * that of a meeting. As text it is the UUID.
 */
public class Id implements Comparable<Id> {

	private final UUID value;

	public Id(UUID value) {
		this.value = value;
	}

	/** An id whose kind is not known, such as a business key. */
	public static Id parse(String text) {
		return new Id(UUID.fromString(text));
	}

	/** An id of a type that is known only at run time, as when a request is read. */
	public static <T extends Id> T of(Class<T> type, UUID value) {
		try {
			return type.getDeclaredConstructor(UUID.class).newInstance(value);
		}
		catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalArgumentException(type + " holds no UUID", ex);
		}
	}

	/** Ids of any kind as an array that a statement takes for a list of UUIDs. */
	public static String[] texts(Collection<? extends Id> ids) {
		return ids.stream().map(Id::toString).toArray(String[]::new);
	}

	@JsonValue
	public final UUID value() {
		return this.value;
	}

	@Override
	public final int compareTo(Id other) {
		return this.value.compareTo(other.value);
	}

	/** Whether it is the same, also where one side does not know the kind. */
	@Override
	public final boolean equals(@Nullable Object other) {
		return other instanceof Id id && this.value.equals(id.value);
	}

	@Override
	public final int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public final String toString() {
		return this.value.toString();
	}

}
