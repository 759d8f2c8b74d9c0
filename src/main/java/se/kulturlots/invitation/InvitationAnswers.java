package se.kulturlots.invitation;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitee.Answer;
import se.kulturlots.consultation.InviteeId;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Programme;
import se.kulturlots.consultation.Programme.ProgrammeItem;
import se.kulturlots.core.AppClock;

/** Answers to invitations, given by personal link. */
@Component
public class InvitationAnswers {

	private final InvitationLetters letters;

	private final Invitees invitees;

	private final Consultations consultations;

	private final Invitations invitations;

	private final Programme programme;

	private final AppClock clock;

	InvitationAnswers(InvitationLetters letters, Invitees invitees, Consultations consultations,
			Invitations invitations, Programme programme, AppClock clock) {
		this.letters = letters;
		this.invitees = invitees;
		this.consultations = consultations;
		this.invitations = invitations;
		this.programme = programme;
		this.clock = clock;
	}

	/**
	 * What a personal link leads to.
	 * @param token the token of the link
	 * @return the invitation of one organisation
	 * @throws se.kulturlots.identity.IdentityProblem if the link is unknown or has ended
	 * @throws InvitationProblem if the organisation is no longer on the list
	 */
	public Received open(String token) {
		InviteeId id = this.letters.inviteeOf(token);
		Invitee invitee = this.invitees.find(id).orElseThrow(InvitationProblem::unknown);
		Consultation consultation = this.consultations.get(invitee.authorityId(), invitee.consultationId());
		Invitation invitation = this.invitations.findByConsultationId(consultation.id())
			.stream()
			.filter((sent) -> sent.sentAt() != null)
			.findFirst()
			.orElseThrow(InvitationProblem::unknown);
		return new Received(invitee, consultation, invitation,
				this.programme.published(consultation.id()).stream().filter(this::isAhead).toList());
	}

	private boolean isAhead(ProgrammeItem meeting) {
		return meeting.startsAt() != null && meeting.startsAt().isAfter(this.clock.instant());
	}

	/**
	 * Stores an answer; the latest one counts.
	 * @param token the token of the link
	 * @throws InvitationProblem if the consultation has ended
	 */
	@Transactional
	public void answer(String token, Answer answer) {
		Received received = open(token);
		if (received.consultation().endedAt() != null) {
			throw InvitationProblem.closed();
		}
		this.invitees.answered(received.invitee().id(), answer);
	}

	/**
	 * An invitation as the invited sees it.
	 *
	 * @param invitee who is invited
	 * @param consultation to what
	 * @param invitation the letter
	 * @param meetings what is still ahead of its meetings
	 */
	public record Received(Invitee invitee, Consultation consultation, Invitation invitation,
			List<ProgrammeItem> meetings) {
	}

}
