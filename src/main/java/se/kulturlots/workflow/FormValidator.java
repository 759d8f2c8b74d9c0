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
import java.util.stream.Stream;

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
				faults.unknown(key);
			}
			// what is only shown comes back as the browser likes
			if (answerable.contains(key)) {
				context.put(key, value);
			}
		});
		Map<String, Object> answers = new LinkedHashMap<>();
		for (Field field : schema.fields()) {
			Object value = emptyToNull(clean(field, given.get(field.key())));
			boolean counts = field.answerable() && (value != null || required(field));
			boolean nothingToChoose = counts && required(field) && field.optionsFact() != null
					&& allowed(field, facts).isEmpty();
			if (counts && (nothingToChoose || !hidden(field, context))) {
				if (value != null) {
					Object checked = value(field, value, facts, faults);
					if (checked != null) {
						answers.put(field.key(), checked);
					}
				}
				else if (required(field)) {
					faults.add(field, nothingToChoose ? "workflow.form.nothing" : "workflow.form.required");
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
			return faults.add(field, "workflow.form.format");
		}
		int longest = field.rule("maxLength").asInt(field.type().equals("textarea") ? LONGEST_TEXT : LONGEST_LINE);
		if (text.length() > longest) {
			return faults.add(field, "workflow.form.tooLong", longest);
		}
		if (text.length() < field.rule("minLength").asInt(0)) {
			return faults.add(field, "workflow.form.tooShort", field.rule("minLength").asInt());
		}
		if (CONTROL.matcher(text).find()) {
			return faults.add(field, "workflow.form.characters");
		}
		String pattern = field.rule("pattern").asText("");
		String kind = field.rule("validationType").asText("");
		boolean matches = (pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find())
				&& (!kind.equals("email") || EmailAddress.parse(text).isPresent())
				&& (!kind.equals("phone") || PHONE.matcher(text).matches());
		return matches ? text : faults.add(field, "workflow.form.format");
	}

	private @Nullable Object number(Field field, Object value, Faults faults) {
		BigDecimal number;
		try {
			if (!(value instanceof Number) && !(value instanceof String)) {
				return faults.add(field, "workflow.form.number");
			}
			number = new BigDecimal(value.toString());
		}
		catch (NumberFormatException ex) {
			return faults.add(field, "workflow.form.number");
		}
		JsonNode min = field.rule("min");
		JsonNode max = field.rule("max");
		if (!min.isMissingNode() && number.compareTo(new BigDecimal(min.asText())) < 0) {
			return faults.add(field, "workflow.form.min", min.asText());
		}
		if (!max.isMissingNode() && number.compareTo(new BigDecimal(max.asText())) > 0) {
			return faults.add(field, "workflow.form.max", max.asText());
		}
		int decimals = field.node().path("decimalDigits").asInt(Integer.MAX_VALUE);
		if (number.stripTrailingZeros().scale() > decimals) {
			return faults.add(field, "workflow.form.format");
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
						return faults.add(field, "workflow.form.date");
					}
				}
				case "time" -> LocalTime.parse(text);
				default -> OffsetDateTime.parse(text);
			}
			return text;
		}
		catch (ClassCastException | DateTimeParseException ex) {
			return faults.add(field, "workflow.form.date");
		}
	}

	private @Nullable Object checkbox(Field field, Object value, Faults faults) {
		if (!(value instanceof Boolean checked)) {
			return faults.add(field, "workflow.form.format");
		}
		if (required(field) && !checked) {
			return faults.add(field, "workflow.form.required");
		}
		return checked;
	}

	private @Nullable Object option(Field field, Object value, Map<String, Object> facts, Faults faults) {
		return allowed(field, facts).contains(value.toString()) ? value.toString()
				: faults.add(field, "workflow.form.option");
	}

	private @Nullable Object options(Field field, Object value, Map<String, Object> facts, Faults faults) {
		if (!(value instanceof Collection<?> chosen)) {
			return faults.add(field, "workflow.form.format");
		}
		List<String> names = chosen.stream().map(String::valueOf).toList();
		return allowed(field, facts).containsAll(names) ? names : faults.add(field, "workflow.form.option");
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

		private final List<FormFault> found = new ArrayList<>();

		Faults(Locale locale) {
			this.translate = (fault) -> FormValidator.this.messages.getMessage(fault.key(), fault.arguments(), locale);
		}

		@Nullable Object add(Field field, String key, Object... arguments) {
			Object[] all = Stream.concat(Stream.of(field.label()), Stream.of(arguments)).toArray();
			this.found.add(new FormFault(field.key(), this.translate.apply(new FaultText(key, all))));
			return null;
		}

		void unknown(String key) {
			this.found.add(new FormFault(null,
					this.translate.apply(new FaultText("workflow.form.unknown", new Object[] { printable(key) }))));
		}

		void throwIfAny() {
			if (!this.found.isEmpty()) {
				throw new AnswersRefused(List.copyOf(this.found));
			}
		}

	}

	private record FaultText(String key, Object[] arguments) {
	}

}
