package se.kulturlots.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One sending of a form: which form, and what stood in its fields.
 *
 * @param id the id the form was given when it was shown; it is known to those alone who
 * have the form open, so it must not stand in the address of a receipt
 * @param digest SHA-256 of the fields in a canonical form, 64 hexadecimal digits
 */
public record FormSubmission(UUID id, String digest) {

	/** The hidden field that tells a form sent twice from two forms. */
	public static final String FIELD = "submissionId";

	/**
	 * A sending of a form.
	 * @param id the id of the form
	 * @param fields what was filled in: texts, numbers, dates, files as bytes, and lists,
	 * maps and records of these
	 */
	public static FormSubmission of(UUID id, @Nullable Object... fields) {
		return new FormSubmission(id, digest(fields));
	}

	/**
	 * What tells one content from every other.
	 * @param fields what was filled in
	 * @return SHA-256 of the fields in a canonical form, 64 hexadecimal digits
	 */
	public static String digest(@Nullable Object... fields) {
		StringBuilder canonical = new StringBuilder();
		write(canonical, Arrays.asList(fields));
		return sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Whether a form that is sent again with other words is still about the same person
	 * or organisation: it is, unless neither its name nor its address is the same.
	 * Somebody who corrects a name or an address counts once; somebody who fills in the
	 * form anew for another counts too.
	 */
	public static boolean isAboutSame(@Nullable String nameBefore, @Nullable String addressBefore,
			@Nullable String name, @Nullable String address) {
		return (name != null && nameBefore != null && PlainText.key(name).equals(PlainText.key(nameBefore)))
				|| (address != null && address.equalsIgnoreCase(addressBefore));
	}

	/* every text is preceded by its length, so that no two contents are written alike */
	private static void write(StringBuilder to, @Nullable Object value) {
		if (value instanceof Record record) {
			to.append('{');
			for (RecordComponent component : record.getClass().getRecordComponents()) {
				write(to, component.getName());
				write(to, read(component, record));
			}
			to.append('}');
		}
		else if (value instanceof Map<?, ?> map) {
			to.append('{');
			Map<String, Object> sorted = new TreeMap<>();
			map.forEach((key, inner) -> sorted.put(key.toString(), inner));
			sorted.forEach((key, inner) -> {
				write(to, key);
				write(to, inner);
			});
			to.append('}');
		}
		else if (value instanceof Collection<?> several) {
			to.append('[');
			Stream<?> all = (several instanceof Set<?>) ? several.stream().sorted() : several.stream();
			all.forEach((one) -> write(to, one));
			to.append(']');
		}
		else if (value == null) {
			to.append('-');
		}
		else {
			String text = (value instanceof byte[] file) ? sha256(file) : value.toString();
			to.append(text.length()).append(':').append(text);
		}
	}

	private static @Nullable Object read(RecordComponent component, Record record) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(record);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
