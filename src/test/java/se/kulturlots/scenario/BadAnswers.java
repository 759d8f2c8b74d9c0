package se.kulturlots.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.io.Resource;

/** Answers to a form that nobody may get through, each with one fault. */
final class BadAnswers {

	private static final int LONGEST_LINE = 255;

	private static final int LONGEST_TEXT = 20_000;

	private static final Pattern SHOWN_WHEN_CHECKED = Pattern.compile("(\\w+) != true");

	private final Map<String, Object> good;

	private final List<BadAnswer> all = new ArrayList<>();

	private BadAnswers(Map<String, Object> good) {
		this.good = good;
	}

	static List<BadAnswer> to(Resource form, Map<String, Object> good) {
		BadAnswers answers = new BadAnswers(good);
		try (InputStream in = form.getInputStream()) {
			answers.visit(new ObjectMapper().readTree(in));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		answers.add(good, "extra", "extra", "x");
		answers.add(good, "responsibleOfficer", "responsibleOfficer", "någon annan");
		return answers.all;
	}

	private void visit(JsonNode parent) {
		for (JsonNode component : parent.path("components")) {
			boolean shown = component.path("readonly").asBoolean() || component.path("disabled").asBoolean();
			if (component.hasNonNull("key") && !shown) {
				field(component);
			}
			visit(component);
		}
	}

	private void field(JsonNode field) {
		JsonNode rules = field.path("validate");
		List<Object> bad = new ArrayList<>();
		switch (field.path("type").asText()) {
			case "textfield" -> text(rules, LONGEST_LINE, bad);
			case "textarea" -> text(rules, LONGEST_TEXT, bad);
			case "number" -> number(rules, bad);
			case "datetime" -> moment(field.path("subtype").asText(), bad);
			case "checkbox" -> bad.addAll(List.of("ja", "true", 1, List.of(true)));
			case "radio", "select" -> bad.addAll(List.of("inget av dem", 7, true, List.of("approved")));
			case "checklist", "taglist" -> bad.addAll(List.of("text", List.of("inget av dem")));
			default -> {
				return;
			}
		}
		if (rules.path("required").asBoolean()) {
			bad.add(null);
			bad.add("   ");
		}
		if (rules.path("required").asBoolean() && field.path("type").asText().equals("checkbox")) {
			bad.add(false);
		}
		Map<String, Object> base = showing(field.at("/conditional/hide").asText(""));
		bad.forEach((value) -> add(base, label(field), field.path("key").asText(), value));
	}

	private static void text(JsonNode rules, int longest, List<Object> bad) {
		int shortest = rules.path("minLength").asInt(1);
		bad.add("x".repeat(rules.path("maxLength").asInt(longest) + 1));
		bad.add("x".repeat(shortest) + '\u0007');
		bad.add("x".repeat(shortest) + '\u0000');
		bad.add(List.of("x".repeat(shortest)));
		bad.add(42);
		if (shortest > 1) {
			bad.add("x".repeat(shortest - 1));
		}
	}

	private static void number(JsonNode rules, List<Object> bad) {
		bad.addAll(List.of("många", "1\u0007", true, List.of(1), rules.path("min").asInt() + 0.5));
		if (rules.has("min")) {
			bad.add(rules.path("min").asInt() - 1);
		}
		if (rules.has("max")) {
			bad.add(rules.path("max").asInt() + 1);
		}
	}

	private static void moment(String subtype, List<Object> bad) {
		bad.addAll(List.of("2026-02-30", "i kväll", 20261101, "25:00", "x\u0007"));
		bad.add(List.of(subtype.equals("date") ? "2027-01-01" : "18:00"));
		if (subtype.equals("date")) {
			bad.add("9999-01-01");
		}
	}

	/** The good answers, but such that a field that depends on another is there. */
	private Map<String, Object> showing(String hide) {
		Map<String, Object> base = new HashMap<>(this.good);
		if (hide.contains("decision")) {
			base.put("decision", "sentBack");
			base.put("comment", "Behöver skrivas om.");
		}
		Matcher checked = SHOWN_WHEN_CHECKED.matcher(hide);
		if (checked.find()) {
			base.put(checked.group(1), true);
		}
		return base;
	}

	private void add(Map<String, Object> base, String label, String key, Object value) {
		Map<String, Object> answers = new HashMap<>(base);
		if (value == null) {
			answers.remove(key);
		}
		else {
			answers.put(key, value);
		}
		this.all.add(new BadAnswer(label, key, value, answers));
	}

	private static String label(JsonNode field) {
		for (String name : List.of("label", "dateLabel", "timeLabel")) {
			if (!field.path(name).asText("").isBlank()) {
				return field.path(name).asText();
			}
		}
		throw new AssertionError("a field without a label: " + field);
	}

	/**
	 * Answers with one fault.
	 *
	 * @param label what people call the field that is wrong
	 * @param key its key
	 * @param value what is given for it, null if nothing
	 * @param answers all answers
	 */
	record BadAnswer(String label, String key, Object value, Map<String, Object> answers) {

		/** What is said of the field; one that depends on it may be told of too. */
		Pattern sentence() {
			return Pattern.compile("(Fältet )?”" + Pattern.quote(this.label) + "”[^”]*\\.");
		}

		@Override
		public String toString() {
			String shown = String.valueOf(this.value);
			return this.key + " = " + shown.substring(0, Math.min(40, shown.length()));
		}

	}

}
