package se.kulturlots.input;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.OriginalTexts;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.CaseId;

/**
 * The letter that goes with a draft, if an officer has written one, until it has gone
 * out.
 */
@Component
@Order(30)
class ReferralOriginals implements OriginalTexts {

	private final ReferralLetters letters;

	private final MessageSource messages;

	ReferralOriginals(ReferralLetters letters, MessageSource messages) {
		this.letters = letters;
		this.messages = messages;
	}

	@Override
	public List<Group> of(CaseId caseId, Locale reader) {
		ReferralLetter letter = this.letters.of(caseId);
		return (letter.subject().isBlank() || this.letters.isSent(caseId)) ? List.of()
				: List.of(new Group(this.messages.getMessage("input.words", null, reader), caseId,
						List.of(new Original(Part.REFERRAL_SUBJECT, letter.subject()),
								new Original(Part.REFERRAL_TEXT, letter.body()))));
	}

}
