package se.kulturlots.workflow;

import java.util.Map;
import java.util.UUID;

/** Something to choose from in a form, as Camunda Forms read it from a fact. */
public final class FormChoice {

	private FormChoice() {
	}

	/**
	 * One choice of a list.
	 * @param label what people read
	 * @param value what is answered
	 */
	public static Map<String, String> of(String label, UUID value) {
		return Map.of("label", label, "value", value.toString());
	}

}
