package se.kulturlots.core.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Writes the values of a form's record as a browser would send them. */
final class FormValues {

	private FormValues() {
	}

	static Map<String, String[]> of(Object values) {
		Map<String, String[]> texts = new LinkedHashMap<>();
		if (values instanceof Map<?, ?> map) {
			map.forEach((name, value) -> put(texts, name.toString(), value));
		}
		else {
			for (RecordComponent component : values.getClass().getRecordComponents()) {
				put(texts, component.getName(), read(component, values));
			}
		}
		return texts;
	}

	private static void put(Map<String, String[]> texts, String name, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, inner) -> put(texts, name + "[" + key + "]", inner));
		}
		else if (value instanceof Collection<?> several) {
			texts.put(name, several.stream().map(Object::toString).toArray(String[]::new));
		}
		else if (value instanceof Record inner) {
			of(inner).forEach((key, text) -> texts.put(name + "." + key, text));
		}
		else if (value != null) {
			texts.put(name, new String[] { value.toString() });
		}
	}

	private static @Nullable Object read(RecordComponent component, Object values) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(values);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * The names of a record's components.
	 * @param target the record, or null if it could not be made
	 * @return in their order
	 */
	static List<String> order(@Nullable Object target) {
		List<String> names = new ArrayList<>();
		if (target instanceof Record) {
			for (RecordComponent component : target.getClass().getRecordComponents()) {
				names.add(component.getName());
			}
		}
		return names;
	}

}
