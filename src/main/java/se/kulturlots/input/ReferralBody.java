package se.kulturlots.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * A body that is asked for comments on a draft.
 *
 * @param name what it is called
 * @param email where it is reached
 */
public record ReferralBody(String name, EmailAddress email) {

	/** How many can be added by hand. */
	public static final int MOST = 200;

	private static final int LONGEST_NAME = 200;

	/**
	 * Reads bodies as somebody has typed or pasted them: one on each line, its address
	 * last, after a comma, a semicolon or a space.
	 * @return each address once
	 * @throws InputProblem that names the first line that cannot be read
	 */
	public static List<ReferralBody> read(String typed) {
		List<ReferralBody> bodies = new ArrayList<>();
		Set<String> known = new HashSet<>();
		List<String> lines = PlainText.text(typed).lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (!line.isEmpty()) {
				ReferralBody body = readLine(line, i + 1);
				if (known.add(body.email().key())) {
					bodies.add(body);
				}
			}
		}
		if (bodies.size() > MOST) {
			throw InputProblem.tooManyBodies(MOST).at("bodies");
		}
		return bodies;
	}

	private static ReferralBody readLine(String line, int number) {
		String[] words = line.split("[\\s,;<>]+");
		if (words.length == 0) {
			throw InputProblem.bodyWithoutAddress(number).at("bodies");
		}
		String last = words[words.length - 1];
		String name = line.substring(0, line.lastIndexOf(last)).replaceAll("[\\s,;<]+$", "");
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			throw InputProblem.bodyWithoutName(number).at("bodies");
		}
		return new ReferralBody(name,
				EmailAddress.parse(last).orElseThrow(() -> InputProblem.bodyWithoutAddress(number).at("bodies")));
	}

	/** The bodies as they can be typed again. */
	public static String written(List<ReferralBody> bodies) {
		return bodies.stream()
			.map((body) -> body.name() + ", " + body.email().value())
			.collect(Collectors.joining("\n"));
	}

}
