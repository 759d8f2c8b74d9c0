package se.kulturlots.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;
import se.kulturlots.workflow.FormSchema.Field;

/**
 * Judges answers by the form they were given in, with the same rules as the browser,
 * since a browser can be bypassed.
 */
@Component
class FormValidator {

	private static final int LONGEST_LINE = 255;

	private static final int LONGEST_TEXT = 20_000;

	/** What no keyboard writes and no program pastes. */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\s\\x{85}]]");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/-]{5,20}");

	private final MessageSource messages;

	/** Made with the first condition of a form: it would make the start longer. */
	private final Supplier<FeelEngineApi> feel = SingletonSupplier.of(() -> FeelEngineBuilder.forJava().build());

	private final Map<String, ParseResult> conditions = new ConcurrentHashMap<>();

	FormValidator(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Checks answers.
	 * @param schema the form
	 * @param given what arrived, plain values
	 * @param facts what the form was shown with; options may be among it
	 * @param locale the language of the sentences
	 * @return the answers that count, empty ones left out
	 * @throws AnswersRefused with a sentence for each fault
	 */
	Map<String, Object> check(FormSchema schema, Map<String, Object> given, Map<String, Object> facts, Locale locale) {
		Faults faults = new Faults(locale);
		Map<String, Object> context = new HashMap<>(facts);
		Set<String> known = new HashSet<>();
		Set<String> answerable = new HashSet<>();
		schema.fields().forEach((field) -> {
			known.add(field.key());
			if (field.answerable()) {
				answerable.add(field.key());
			}
			context.putIfAbsent(field.key(), null);
		});
		given.forEach((key, value) -> {
			if (!known.contains(key)) {
				faults.add("workflow.form.unknown", printable(key));
			}
			// what is only shown comes back as the browser likes
			if (answerable.contains(key)) {
				context.put(key, value);
			}
		});
		Map<String, Object> answers = new LinkedHashMap<>();
		for (Field field : schema.fields()) {
			boolean nothingToChoose = required(field) && field.optionsFact() != null && allowed(field, facts).isEmpty();
			if (field.answerable() && (nothingToChoose || !hidden(field, context))) {
				Object value = emptyToNull(clean(field, given.get(field.key())));
				if (value != null) {
					Object checked = value(field, value, facts, faults);
					if (checked != null) {
						answers.put(field.key(), checked);
					}
				}
				else if (required(field)) {
					faults.add(nothingToChoose ? "workflow.form.nothing" : "workflow.form.required", field.label());
				}
			}
		}
		faults.throwIfAny();
		return answers;
	}

	private boolean required(Field field) {
		return field.rule("required").asBoolean();
	}

	private boolean hidden(Field field, Map<String, Object> context) {
		if (field.hide() == null) {
			return false;
		}
		ParseResult condition = this.conditions.computeIfAbsent(field.hide(),
				(hide) -> this.feel.get().parseExpression(hide.replaceFirst("^=", "")));
		EvaluationResult result = this.feel.get().evaluate(condition.parsedExpression(), context);
		return result.isSuccess() && Boolean.TRUE.equals(result.result());
	}

	/** A text in a form's field is one line unless the field shows several. */
	private static @Nullable Object clean(Field field, @Nullable Object value) {
		if (!(value instanceof String text) || CONTROL.matcher(text).find()) {
			return value;
		}
		return switch (field.type()) {
			case "textfield" -> PlainText.line(text);
			case "textarea" -> PlainText.text(text);
			default -> text;
		};
	}

	private static @Nullable Object emptyToNull(@Nullable Object value) {
		boolean empty = (value instanceof String text && text.isBlank())
				|| (value instanceof Collection<?> list && list.isEmpty());
		return empty ? null : value;
	}

	private @Nullable Object value(Field field, Object value, Map<String, Object> facts, Faults faults) {
		return switch (field.type()) {
			case "textfield", "textarea" -> text(field, value, faults);
			case "number" -> number(field, value, faults);
			case "datetime" -> moment(field, value, faults);
			case "checkbox" -> checkbox(field, value, faults);
			case "radio", "select" -> option(field, value, facts, faults);
			default -> options(field, value, facts, faults);
		};
	}

	private @Nullable Object text(Field field, Object value, Faults faults) {
		if (!(value instanceof String text)) {
			return faults.add("workflow.form.format", field.label());
		}
		int longest = field.rule("maxLength").asInt(field.type().equals("textarea") ? LONGEST_TEXT : LONGEST_LINE);
		if (text.length() > longest) {
			return faults.add("workflow.form.tooLong", field.label(), longest);
		}
		if (text.length() < field.rule("minLength").asInt(0)) {
			return faults.add("workflow.form.tooShort", field.label(), field.rule("minLength").asInt());
		}
		if (CONTROL.matcher(text).find()) {
			return faults.add("workflow.form.characters", field.label());
		}
		String pattern = field.rule("pattern").asText("");
		String kind = field.rule("validationType").asText("");
		boolean matches = (pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find())
				&& (!kind.equals("email") || EmailAddress.parse(text).isPresent())
				&& (!kind.equals("phone") || PHONE.matcher(text).matches());
		return matches ? text : faults.add("workflow.form.format", field.label());
	}

	private @Nullable Object number(Field field, Object value, Faults faults) {
		BigDecimal number;
		try {
			if (!(value instanceof Number) && !(value instanceof String)) {
				return faults.add("workflow.form.number", field.label());
			}
			number = new BigDecimal(value.toString());
		}
		catch (NumberFormatException ex) {
			return faults.add("workflow.form.number", field.label());
		}
		JsonNode min = field.rule("min");
		JsonNode max = field.rule("max");
		if (!min.isMissingNode() && number.compareTo(new BigDecimal(min.asText())) < 0) {
			return faults.add("workflow.form.min", field.label(), min.asText());
		}
		if (!max.isMissingNode() && number.compareTo(new BigDecimal(max.asText())) > 0) {
			return faults.add("workflow.form.max", field.label(), max.asText());
		}
		int decimals = field.node().path("decimalDigits").asInt(Integer.MAX_VALUE);
		if (number.stripTrailingZeros().scale() > decimals) {
			return faults.add("workflow.form.format", field.label());
		}
		return number;
	}

	private @Nullable Object moment(Field field, Object value, Faults faults) {
		try {
			String text = (String) value;
			switch (field.subtype()) {
				case "date" -> {
					int year = LocalDate.parse(text).getYear();
					if (year < 1900 || year > 2200) {
						return faults.add("workflow.form.date", field.label());
					}
				}
				case "time" -> LocalTime.parse(text);
				default -> OffsetDateTime.parse(text);
			}
			return text;
		}
		catch (ClassCastException | DateTimeParseException ex) {
			return faults.add("workflow.form.date", field.label());
		}
	}

	private @Nullable Object checkbox(Field field, Object value, Faults faults) {
		if (!(value instanceof Boolean checked)) {
			return faults.add("workflow.form.format", field.label());
		}
		if (required(field) && !checked) {
			return faults.add("workflow.form.required", field.label());
		}
		return checked;
	}

	private @Nullable Object option(Field field, Object value, Map<String, Object> facts, Faults faults) {
		return allowed(field, facts).contains(value.toString()) ? value.toString()
				: faults.add("workflow.form.option", field.label());
	}

	private @Nullable Object options(Field field, Object value, Map<String, Object> facts, Faults faults) {
		if (!(value instanceof Collection<?> chosen)) {
			return faults.add("workflow.form.format", field.label());
		}
		List<String> names = chosen.stream().map(String::valueOf).toList();
		return allowed(field, facts).containsAll(names) ? names : faults.add("workflow.form.option", field.label());
	}

	private static Set<String> allowed(Field field, Map<String, Object> facts) {
		Set<String> allowed = new HashSet<>();
		String fact = field.optionsFact();
		if (fact != null) {
			if (facts.get(fact) instanceof Collection<?> options) {
				options.forEach((option) -> allowed
					.add((option instanceof FormChoice choice) ? choice.value() : option.toString()));
			}
		}
		else {
			field.node().path("values").forEach((option) -> allowed.add(option.path("value").asText()));
		}
		return allowed;
	}

	private static String printable(String key) {
		String shortened = key.substring(0, Math.min(40, key.length()));
		return CONTROL.matcher(shortened).replaceAll("?");
	}

	/** Collects the sentences. */
	private final class Faults {

		private final Function<FaultText, String> translate;

		private final List<String> sentences = new ArrayList<>();

		Faults(Locale locale) {
			this.translate = (fault) -> FormValidator.this.messages.getMessage(fault.key(), fault.arguments(), locale);
		}

		@Nullable Object add(String key, Object... arguments) {
			this.sentences.add(this.translate.apply(new FaultText(key, arguments)));
			return null;
		}

		void throwIfAny() {
			if (!this.sentences.isEmpty()) {
				throw new AnswersRefused(String.join(" ", this.sentences));
			}
		}

	}

	private record FaultText(String key, Object[] arguments) {
	}

}
