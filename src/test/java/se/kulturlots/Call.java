package se.kulturlots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call in an expression of a diagram.
 *
 * @param bean on what
 * @param method what is called
 * @param arguments with what
 */
record Call(String bean, String method, List<String> arguments) {

	private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\.(\\w+)\\(([^()]*)\\)");

	private static final Pattern NAME = Pattern.compile("(?<![\\w.'])[a-zA-Z]\\w*");

	private static final Set<String> WORDS = Set.of("execution", "true", "false", "null", "empty", "not", "and", "or",
			"eq", "ne");

	static List<Call> in(String expression) {
		List<Call> calls = new ArrayList<>();
		Matcher matcher = CALL.matcher(expression);
		while (matcher.find()) {
			List<String> arguments = Arrays.stream(matcher.group(3).split(","))
				.map(String::strip)
				.filter((argument) -> !argument.isEmpty())
				.toList();
			calls.add(new Call(matcher.group(1), matcher.group(2), arguments));
		}
		return calls;
	}

	/** The variables of the process that an expression reads. */
	static Set<String> variablesIn(String expression) {
		Set<String> variables = new TreeSet<>();
		Matcher matcher = NAME.matcher(CALL.matcher(expression).replaceAll("").replaceAll("'[^']*'", ""));
		while (matcher.find()) {
			if (!WORDS.contains(matcher.group())) {
				variables.add(matcher.group());
			}
		}
		return variables;
	}

}
