package se.kulturlots.consultation;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingHost;
import se.kulturlots.meeting.Registration;

/** What a consultation gives its meetings. */
@Component
class ConsultationMeetings implements MeetingHost {

	private final Consultations consultations;

	private final Questions questions;

	private final Invitees invitees;

	private final InvitedSenders senders;

	ConsultationMeetings(Consultations consultations, Questions questions, Invitees invitees, InvitedSenders senders) {
		this.consultations = consultations;
		this.questions = questions;
		this.invitees = invitees;
		this.senders = senders;
	}

	@Override
	public String kind() {
		return ConsultationKind.KEY;
	}

	@Override
	public List<Question> questions(CaseId caseId) {
		return this.questions.of(caseId)
			.stream()
			.map((question) -> new Question(question.id(), question.position(), question.text()))
			.toList();
	}

	@Override
	public String theme(CaseId caseId) {
		return this.consultations.get(caseId).subject();
	}

	/**
	 * Between the last day to answer the invitation and the last day for input, so that
	 * what is said can be written down in time.
	 */
	@Override
	public @Nullable Days days(CaseId caseId) {
		Schedule schedule = this.consultations.get(caseId).schedule();
		return (schedule != null && schedule.inputLastDay().isAfter(schedule.answerLastDay()))
				? new Days(schedule.answerLastDay(), schedule.inputLastDay()) : null;
	}

	@Override
	public int numberOfMeetings(CaseId caseId) {
		return this.consultations.get(caseId).numberOfMeetings();
	}

	@Override
	public @Nullable CaseId beginsFrom(CaseId caseId) {
		return this.consultations.get(caseId).beginsFrom();
	}

	@Override
	public @Nullable String cancellationReason(CaseId caseId) {
		return this.consultations.get(caseId).cancellationReason();
	}

	@Override
	public void forEachLotUnregistered(CaseId caseId, Consumer<List<Invited>> work) {
		this.invitees.forEachLot(caseId, Invitees.Which.UNREGISTERED,
				(lot) -> work.accept(lot.stream()
					.map((invitee) -> new Invited(invitee.organisationId(), invitee.email(), invitee.locale()))
					.toList()));
	}

	@Override
	public void registered(Meeting meeting, Registration registration, @Nullable String link) {
		this.senders.registered(meeting.authorityId(), meeting.caseId(), meeting.id(), registration.id(),
				registration.organisation(), registration.email(), link);
	}

	@Override
	public void withdrawn(Registration registration) {
		this.senders.withdrawn(registration.id());
	}

}
