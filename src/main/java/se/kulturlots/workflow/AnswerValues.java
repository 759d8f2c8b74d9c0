package se.kulturlots.workflow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns the engine's values into plain ones and back. */
@Component
class AnswerValues {

	private final ObjectMapper json;

	private final MessageSource messages;

	AnswerValues(ObjectMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	/** Plain values of what arrived; anything but simple values and JSON is refused. */
	Map<String, Object> plain(@Nullable Object variables, Locale locale) {
		Map<String, Object> plain = new LinkedHashMap<>();
		if (variables instanceof Map<?, ?> map) {
			map.keySet().forEach((name) -> {
				Object value = (map instanceof VariableMap typed) ? typed.getValueTyped((String) name) : map.get(name);
				plain.put((String) name, plainValue(value, (String) name, locale));
			});
		}
		return plain;
	}

	private @Nullable Object plainValue(@Nullable Object value, String name, Locale locale) {
		try {
			if (value instanceof JsonValue jsonValue) {
				return this.json.readValue(jsonValue.getValueSerialized(), Object.class);
			}
			Object raw = (value instanceof TypedValue typed) ? typed.getValue() : value;
			if (raw instanceof SpinJsonNode node) {
				return this.json.readValue(node.toString(), Object.class);
			}
			boolean simple = raw == null || raw instanceof String || raw instanceof Number || raw instanceof Boolean
					|| raw instanceof List;
			if (simple) {
				return raw;
			}
		}
		catch (JsonProcessingException | RuntimeException ex) {
			// told below, in the person's language
		}
		throw new AnswersRefused(this.messages.getMessage("workflow.form.format", new Object[] { name }, locale));
	}

	/** How a fact is shown in a form. */
	@Nullable Object shown(@Nullable Object value) {
		if (value instanceof Collection || value instanceof Map) {
			try {
				return SpinValues.jsonValue(this.json.writeValueAsString(value)).create();
			}
			catch (JsonProcessingException ex) {
				throw new IllegalStateException(ex);
			}
		}
		boolean primitive = value instanceof Boolean || value instanceof Integer || value instanceof Long
				|| value instanceof Double;
		return (value == null || primitive) ? value : value.toString();
	}

	/** What stays in the engine: the answers that gateways read. */
	static Map<String, Object> decisions(FormSchema schema, Map<String, Object> answers) {
		VariableMap decisions = Variables.createVariables();
		schema.fields().stream().filter((field) -> field.variable() != null).forEach((field) -> {
			Object unanswered = field.type().equals("checkbox") ? Boolean.FALSE : null;
			decisions.put(field.variable(), answers.getOrDefault(field.key(), unanswered));
		});
		return decisions;
	}

}
