package se.kulturlots.workflow;

import java.util.HashMap;
import java.util.Map;

/**
 * What forms deployed before December 2026 call the case, which was always a
 * consultation. Tasks keep the form they began with, and programs send what they sent
 * then.
 */
final class EarlierKeys {

	private static final Map<String, String> FACTS = Map.of("cases", "consultations", "caseTitle", "consultationTitle");

	private static final String CASE_ANSWER = "consultation";

	private EarlierKeys() {
	}

	/** Facts by both keys. */
	static Map<String, Object> withEarlier(Map<String, Object> facts) {
		Map<String, Object> both = new HashMap<>(facts);
		FACTS.forEach((now, earlier) -> {
			if (facts.containsKey(now)) {
				both.put(earlier, facts.get(now));
			}
		});
		return both;
	}

	/** Answers by the keys that the form has. */
	static Map<String, Object> asked(FormSchema schema, Map<String, Object> answers) {
		return schema.hasField(CASE_ANSWER) ? answers : renamed(answers);
	}

	/** Answers by the keys of now. */
	static Map<String, Object> renamed(Map<String, Object> answers) {
		Map<String, Object> renamed = new HashMap<>(answers);
		if (renamed.containsKey(CASE_ANSWER)) {
			renamed.putIfAbsent(CaseVariableListener.CASE_ANSWER, renamed.remove(CASE_ANSWER));
		}
		return renamed;
	}

}
