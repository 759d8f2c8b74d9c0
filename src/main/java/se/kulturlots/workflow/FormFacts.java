package se.kulturlots.workflow;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/**
 * The facts of a form: a record with a component for each key. A component that is a
 * record itself holds facts that several forms share; null is left out.
 */
final class FormFacts {

	private FormFacts() {
	}

	static Map<String, Object> of(Record facts) {
		Map<String, Object> byKey = new HashMap<>();
		put(facts, byKey);
		return byKey;
	}

	private static void put(Record facts, Map<String, Object> byKey) {
		for (RecordComponent component : facts.getClass().getRecordComponents()) {
			Object value = value(facts, component);
			if (value instanceof Record shared) {
				put(shared, byKey);
			}
			else if (value != null) {
				byKey.put(component.getName(), value);
			}
		}
	}

	private static Object value(Record facts, RecordComponent component) {
		try {
			return component.getAccessor().invoke(facts);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
