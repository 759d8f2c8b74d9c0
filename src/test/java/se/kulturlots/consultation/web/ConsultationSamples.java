package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Answers that plan a cycle. */
public final class ConsultationSamples {

	private ConsultationSamples() {
	}

	/**
	 * Answers to planCycle, about ten months before the decision.
	 * @param decision the day of the decision
	 * @return by the keys of the form
	 */
	public static Map<String, Object> plan(LocalDate decision) {
		Map<String, Object> answers = new HashMap<>();
		answers.put("decisionDate", decision.toString());
		answers.put("inventoryLastDay", decision.minusDays(250).toString());
		answers.put("inputOpens", decision.minusDays(240).toString());
		answers.put("answerLastDay", decision.minusDays(200).toString());
		answers.put("inputLastDay", decision.minusDays(150).toString());
		answers.put("referralWanted", true);
		answers.put("referralLastDay", decision.minusDays(50).toString());
		answers.put("numberOfMeetings", 2);
		answers.put("questions", "Vad saknas i kulturlivet?\nHur vill ni samarbeta med regionen?");
		answers.put("background", "Regionen arbetar fram en ny kulturplan tillsammans med civilsamhället.");
		return answers;
	}

}
