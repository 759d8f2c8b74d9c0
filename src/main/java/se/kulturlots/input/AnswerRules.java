package se.kulturlots.input;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import se.kulturlots.register.Municipalities;

/** What holds for everything that comes in, whichever way. */
@Component
class AnswerRules {

	private final Municipalities municipalities;

	AnswerRules(Municipalities municipalities) {
		this.municipalities = municipalities;
	}

	void check(Sender sender, Map<String, String> answers, Set<String> fields) {
		if (answers.isEmpty()) {
			throw InputProblem.nothingSaid();
		}
		answers.forEach((field, text) -> {
			if (!fields.contains(field) || text.isBlank()) {
				throw InputProblem.unknownField();
			}
			if (text.length() > Intake.LONGEST) {
				throw InputProblem.tooLong(Intake.LONGEST);
			}
		});
		if (sender.municipalityCode() != null && this.municipalities.find(sender.municipalityCode()).isEmpty()) {
			throw InputProblem.unknownMunicipality().at("municipality");
		}
	}

}
