package se.kulturlots.invitation;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.OriginalTexts;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.CaseId;

/** The letter that invites, from when it is written until it is approved. */
@Component
@Order(20)
class InvitationOriginals implements OriginalTexts {

	private final Invitations invitations;

	private final MessageSource messages;

	InvitationOriginals(Invitations invitations, MessageSource messages) {
		this.invitations = invitations;
		this.messages = messages;
	}

	@Override
	public List<Group> of(CaseId caseId, Locale reader) {
		return this.invitations.findByConsultationId(caseId)
			.stream()
			.filter((letter) -> letter.isOpen() && letter.subject() != null && letter.body() != null)
			.limit(1)
			.map((letter) -> new Group(this.messages.getMessage("invitation.words", null, reader), caseId,
					List.of(new Original(Part.INVITATION_SUBJECT, letter.subject()),
							new Original(Part.INVITATION_TEXT, letter.body()))))
			.toList();
	}

}
