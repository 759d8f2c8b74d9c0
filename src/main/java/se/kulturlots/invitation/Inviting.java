package se.kulturlots.invitation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Invitees.Which;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.LateInvitations;
import se.kulturlots.consultation.Programme;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Sending;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.journal.Journal;

/** What is done with an invitation, from its first draft to the last day to answer. */
@Component
public class Inviting implements LateInvitations {

	private final Invitations invitations;

	private final Consultations consultations;

	private final Invitees invitees;

	private final Programme programme;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final InvitationLetters letters;

	private final Journal journal;

	private final AppClock clock;

	Inviting(Invitations invitations, Consultations consultations, Invitees invitees, Programme programme,
			Deadlines deadlines, WorkingCalendars calendars, InvitationLetters letters, Journal journal,
			AppClock clock) {
		this.invitations = invitations;
		this.consultations = consultations;
		this.invitees = invitees;
		this.programme = programme;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.letters = letters;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Makes an invitation to a consultation.
	 * @param consultation the consultation, planned and with its list confirmed
	 * @throws InvitationProblem if the consultation is not so far
	 */
	@Transactional
	public Invitation prepare(Consultation consultation) {
		Schedule schedule = consultation.schedule();
		if (schedule == null || consultation.inviteesConfirmedAt() == null) {
			throw InvitationProblem.notPlanned();
		}
		Invitation invitation = this.invitations.save(Invitation.to(consultation, schedule.answerLastDay()));
		this.deadlines.follow(invitation.id(), CycleDeadline.ANSWER, consultation.id(), schedule.answerLastDay());
		return invitation;
	}

	/**
	 * Whether an invitation to a consultation is being written or still waits for
	 * answers.
	 * @return false if there is none, or all are withdrawn or past their last day
	 */
	public boolean isUnderWay(Consultation consultation) {
		LocalDate today = today(consultation.authorityId());
		return this.invitations.findByConsultationId(consultation.id())
			.stream()
			.anyMatch((invitation) -> invitation.isUnderWay(today));
	}

	/** The consultations with a confirmed list to which nobody is being invited. */
	public List<Consultation> mayBeInvitedTo(String authorityId) {
		List<Consultation> confirmed = this.consultations.open(authorityId)
			.stream()
			.filter((consultation) -> consultation.inviteesConfirmedAt() != null)
			.toList();
		LocalDate today = today(authorityId);
		Set<CaseId> underWay = this.invitations.ofAll(confirmed.stream().map(Consultation::id).toList())
			.stream()
			.filter((invitation) -> invitation.isUnderWay(today))
			.map(Invitation::consultationId)
			.collect(Collectors.toSet());
		return confirmed.stream().filter((consultation) -> !underWay.contains(consultation.id())).toList();
	}

	private LocalDate today(String authorityId) {
		return this.clock.today(this.calendars.of(authorityId).zone());
	}

	/**
	 * Writes an invitation.
	 * @param body what it says, plain text
	 * @param answerLastDay last day to answer
	 * @throws InvitationProblem if meetings are not planned yet, or the day has been
	 */
	@Transactional
	public void write(InvitationId id, String subject, String body, LocalDate answerLastDay) {
		Invitation invitation = this.invitations.get(id);
		requireToCome(invitation, answerLastDay);
		long unplanned = this.programme.items(invitation.consultationId())
			.stream()
			.filter((item) -> !item.planned())
			.count();
		if (unplanned > 0) {
			throw InvitationProblem.meetingsNotPlanned((int) unplanned);
		}
		invitation.write(subject, body);
		this.invitations.save(invitation);
		this.deadlines.set(invitation.authorityId(), id, CycleDeadline.ANSWER, answerLastDay);
	}

	private void requireToCome(Invitation invitation, LocalDate answerLastDay) {
		LocalDate today = this.clock.today(this.calendars.of(invitation.authorityId()).zone());
		if (!answerLastDay.isAfter(today)) {
			throw InvitationProblem.answerDayPast().at("answerLastDay");
		}
	}

	/**
	 * Approves an invitation; it goes out at once.
	 * @throws InvitationProblem if the last day to answer has come meanwhile
	 */
	@Transactional
	public void approve(InvitationId id) {
		Invitation invitation = this.invitations.get(id);
		requireToCome(invitation, invitation.answerLastDay());
		invitation.approve();
		this.invitations.save(invitation);
	}

	/**
	 * Sends an invitation back to who wrote it.
	 * @param comment what to change
	 */
	@Transactional
	public void sendBack(InvitationId id, @Nullable String comment) {
		Invitation invitation = this.invitations.get(id);
		invitation.sendBack(comment);
		this.invitations.save(invitation);
	}

	/** Sends an approved invitation to everyone on the list. */
	@Transactional
	public void send(InvitationId id) {
		this.invitations.lock(this.invitations.get(id).consultationId());
		Invitation invitation = this.invitations.get(id);
		if (invitation.status() == Invitation.Status.SENT) {
			return;
		}
		Consultation consultation = this.consultations.get(invitation.consultationId());
		Sending sending = this.letters.invite(invitation, consultation, this.programme.published(consultation.id()),
				Which.ALL);
		this.invitees.invited(consultation.id(), sending.from());
		invitation.sent(this.clock.instant());
		this.invitations.save(invitation);
		this.journal.publish(invitation.authorityId(), consultation.id(), sending.key("journal.invitation.sent"),
				sending.mails(), sending.dayText());
	}

	@Override
	public Way of(Consultation consultation) {
		List<Invitation> all = this.invitations.findByConsultationId(consultation.id());
		LocalDate today = today(consultation.authorityId());
		if (all.stream().anyMatch((invitation) -> isOpen(invitation, today))) {
			return Way.AT_ONCE;
		}
		boolean toCome = all.isEmpty() || all.stream().anyMatch((invitation) -> invitation.isUnderWay(today));
		return (consultation.endedAt() == null && toCome) ? Way.WITH_ALL : Way.CLOSED;
	}

	private static boolean isOpen(Invitation invitation, LocalDate today) {
		return invitation.status() == Invitation.Status.SENT && invitation.isUnderWay(today);
	}

	@Override
	@Transactional
	public void invite(Consultation consultation, Collection<OrganisationId> organisationIds) {
		LocalDate today = today(consultation.authorityId());
		this.invitations.lock(consultation.id());
		if (of(consultation) == Way.CLOSED) {
			throw ConsultationProblem.invitationClosed();
		}
		int added = this.invitees.addLate(consultation, organisationIds);
		if (added > 0) {
			this.journal.note(consultation.authorityId(), consultation.id(), "journal.invitation.addedLate", added);
		}
		if (this.invitees.count(consultation.id(), Which.NOT_INVITED) == 0) {
			return;
		}
		this.invitations.findByConsultationId(consultation.id())
			.stream()
			.filter((invitation) -> isOpen(invitation, today))
			.findFirst()
			.ifPresent((invitation) -> sendLate(invitation, consultation));
	}

	private void sendLate(Invitation invitation, Consultation consultation) {
		Sending sending = this.letters.invite(invitation, consultation, this.programme.published(consultation.id()),
				Which.NOT_INVITED);
		this.invitees.invited(consultation.id(), sending.from());
		this.journal.publish(invitation.authorityId(), consultation.id(), sending.key("journal.invitation.sentLate"),
				sending.mails(), sending.dayText());
	}

	/** Reminds those from whom nothing has been heard. */
	@Transactional
	public void remindSilent(InvitationId id) {
		this.deadlines.rungNow(id, CycleDeadline.ANSWER).ifPresent((rung) -> {
			Invitation invitation = this.invitations.get(id);
			Consultation consultation = this.consultations.get(invitation.consultationId());
			this.letters.remind(invitation, consultation, this.programme.published(consultation.id()), rung);
		});
	}

	/**
	 * Sums up on the last day, for the officer and the journal.
	 * @return whether an organisation of a priority group has not been heard from
	 */
	@Transactional
	public boolean summarise(InvitationId id) {
		Invitation invitation = this.invitations.get(id);
		InviteeNumbers counts = counts(invitation.consultationId());
		this.journal.note(invitation.authorityId(), invitation.consultationId(), "journal.invitation.answers",
				counts.invited(), counts.heard(), counts.silent());
		this.letters.summary(invitation, this.consultations.get(invitation.consultationId()), counts);
		return counts.prioritySilent() > 0;
	}

	/** Counts what has been answered. */
	public InviteeNumbers counts(CaseId consultationId) {
		return this.invitees.numbers(consultationId);
	}

	/** Takes back the invitations of a consultation that is cancelled. */
	@Transactional
	public void withdraw(CaseId consultationId) {
		List<Invitation> all = this.invitations.findByConsultationId(consultationId);
		all.forEach(Invitation::withdraw);
		all.forEach((invitation) -> this.deadlines.letGo(invitation.id(), CycleDeadline.ANSWER));
		this.invitations.saveAll(all);
	}

}
