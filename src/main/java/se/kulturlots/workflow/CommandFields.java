package se.kulturlots.workflow;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/** Reaches what the engine's commands were given, which they keep to themselves. */
final class CommandFields {

	private static final Map<Class<?>, Map<String, Field>> FIELDS = new ConcurrentHashMap<>();

	private CommandFields() {
	}

	private static Field field(Object target, String name) {
		return FIELDS.computeIfAbsent(target.getClass(), (type) -> new ConcurrentHashMap<>())
			.computeIfAbsent(name, (key) -> {
				Field field = ReflectionUtils.findField(target.getClass(), key);
				ReflectionUtils.makeAccessible(field);
				return field;
			});
	}

	static @Nullable Object read(Object target, String name) {
		return ReflectionUtils.getField(field(target, name), target);
	}

	static void write(Object target, String name, Object value) {
		ReflectionUtils.setField(field(target, name), target, value);
	}

}
