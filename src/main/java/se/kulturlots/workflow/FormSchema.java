package se.kulturlots.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a Camunda Form, as much of it as the server needs to judge answers.
 *
 * @param id the form's id
 * @param fields the fields that can be answered, in order
 */
record FormSchema(String id, List<Field> fields) {

	private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

	private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

	private static final Set<String> FEEL = Set.of("if", "then", "else", "and", "or", "not", "null", "true", "false");

	private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "datetime", "checkbox",
			"checklist", "radio", "select", "taglist");

	static FormSchema read(ObjectMapper json, InputStream form) {
		try (form) {
			JsonNode root = json.readTree(form);
			List<Field> fields = new ArrayList<>();
			collect(root, null, fields);
			return new FormSchema(root.path("id").asText(), List.copyOf(fields));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether answers can only be judged with the facts that the form was shown with. */
	boolean needsFacts() {
		List<Field> answerable = this.fields.stream().filter(Field::answerable).toList();
		Set<String> keys = answerable.stream().map(Field::key).collect(Collectors.toSet());
		return answerable.stream()
			.anyMatch((field) -> field.optionsFact() != null || !keys.containsAll(field.hiddenBy()));
	}

	/** The field that decides whether mails go to many, null if none do. */
	@Nullable Field mailing() {
		return this.fields.stream().filter((field) -> field.mailsWhen() != null).findFirst().orElse(null);
	}

	/** Whether some answers are such that mails go to many. */
	boolean mailsMany(Map<String, ?> answers) {
		Field mailing = mailing();
		return mailing != null && (Field.ANY.equals(mailing.mailsWhen())
				|| String.valueOf(answers.get(mailing.key())).equals(mailing.mailsWhen()));
	}

	boolean hasField(String key) {
		return this.fields.stream().anyMatch((field) -> field.key().equals(key));
	}

	private static void collect(JsonNode parent, @Nullable String inheritedHide, List<Field> fields) {
		for (JsonNode component : parent.path("components")) {
			String hide = component.at("/conditional/hide").asText(null);
			String condition = (hide != null) ? hide : inheritedHide;
			if (INPUTS.contains(component.path("type").asText()) && component.hasNonNull("key")) {
				fields.add(new Field(component, condition));
			}
			collect(component, condition, fields);
		}
	}

	/**
	 * A field.
	 *
	 * @param node how the form describes it
	 * @param hide a FEEL expression that hides it, or null
	 */
	record Field(JsonNode node, @Nullable String hide) {

		/** Of {@link #mailsWhen()}: whatever is answered. */
		static final String ANY = "any";

		String key() {
			return this.node.path("key").asText();
		}

		String type() {
			return this.node.path("type").asText();
		}

		/** Date, time or datetime, for a field of type datetime. */
		String subtype() {
			return this.node.path("subtype").asText("date");
		}

		String label() {
			for (String name : List.of("label", "dateLabel", "timeLabel")) {
				if (!this.node.path(name).asText("").isBlank()) {
					return this.node.path(name).asText();
				}
			}
			return key();
		}

		/**
		 * Whether what arrives for it counts; shown facts are sent back by the browser.
		 */
		boolean answerable() {
			return !this.node.path("readonly").asBoolean() && !this.node.path("disabled").asBoolean();
		}

		/**
		 * The variable of the engine that keeps the answer for a gateway, null if none
		 * does. It is named for its step; in forms deployed before that it was the key.
		 */
		@Nullable String variable() {
			String name = this.node.at("/properties/decision").asText(null);
			return "true".equals(name) ? key() : name;
		}

		/**
		 * The answer after which mails go to many, "any" for each; null if none does so.
		 */
		@Nullable String mailsWhen() {
			return this.node.at("/properties/mails").asText(null);
		}

		/** The names that decide whether it is hidden. */
		Set<String> hiddenBy() {
			if (this.hide == null) {
				return Set.of();
			}
			return WORD.matcher(TEXT.matcher(this.hide).replaceAll(""))
				.results()
				.map(MatchResult::group)
				.filter((word) -> !FEEL.contains(word))
				.collect(Collectors.toUnmodifiableSet());
		}

		JsonNode rule(String name) {
			return this.node.path("validate").path(name);
		}

		/**
		 * Name of the fact that lists the options, or null when they stand in the form.
		 */
		@Nullable String optionsFact() {
			String key = this.node.path("valuesKey").asText(null);
			String expression = this.node.path("valuesExpression").asText(null);
			return (key != null || expression == null) ? key : expression.replaceFirst("^=", "").strip();
		}

	}

}
