package se.kulturlots.invitation.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseNotes;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Programme;
import se.kulturlots.consultation.Programme.ProgrammeItem;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.DateText;
import se.kulturlots.invitation.Invitation;
import se.kulturlots.invitation.InvitationId;
import se.kulturlots.invitation.InvitationProblem;
import se.kulturlots.invitation.Invitations;
import se.kulturlots.invitation.Inviting;
import se.kulturlots.journal.Journal;
import se.kulturlots.workflow.CaseChoices;
import se.kulturlots.workflow.TaskContext;

/** The steps of {@code invitation}. */
@Component
public class InvitationSteps {

	private final Inviting inviting;

	private final Invitations invitations;

	private final Consultations consultations;

	private final Invitees invitees;

	private final Programme programme;

	private final CaseNotes notes;

	private final Authorities authorities;

	private final MessageSource messages;

	InvitationSteps(Inviting inviting, Invitations invitations, Consultations consultations, Invitees invitees,
			Programme programme, CaseNotes notes, Authorities authorities, MessageSource messages) {
		this.inviting = inviting;
		this.invitations = invitations;
		this.consultations = consultations;
		this.invitees = invitees;
		this.programme = programme;
		this.notes = notes;
		this.authorities = authorities;
		this.messages = messages;
	}

	public InvitationId startInvitation(String authorityId, StartInvitation answers) {
		Consultation consultation = this.consultations.get(authorityId, answers.caseId());
		if (this.inviting.isUnderWay(consultation)) {
			throw InvitationProblem.underWay().at("caseId");
		}
		return this.inviting.prepare(consultation).id();
	}

	public CaseChoices startInvitationFacts(String authorityId) {
		return CaseChoices.of(this.inviting.mayBeInvitedTo(authorityId).stream(), Consultation::id,
				Consultation::title);
	}

	public String prepareInvitation(CaseId consultationId) {
		return this.inviting.prepare(this.consultations.get(consultationId)).id().toString();
	}

	public void writeInvitation(InvitationId id, WriteInvitation answers) {
		this.inviting.write(id, answers.subject().strip(), answers.body().strip(), answers.answerLastDay());
	}

	public WriteInvitationFacts writeInvitationFacts(InvitationId id) {
		Invitation invitation = this.invitations.get(id);
		Consultation consultation = this.consultations.get(invitation.consultationId());
		Locale locale = this.authorities.get(invitation.authorityId()).locale();
		return new WriteInvitationFacts(facts(invitation, consultation),
				Objects.requireNonNullElseGet(invitation.subject(),
						() -> text("invitation.proposal.subject", locale, consultation.title())),
				Objects.requireNonNullElseGet(invitation.body(),
						() -> text("invitation.proposal.body", locale, consultation.title(), consultation.subject())),
				Objects.requireNonNullElse(invitation.comment(), ""));
	}

	public void approveInvitation(InvitationId id, ApproveInvitation answers) {
		if (answers.decision() == Decision.approved) {
			this.inviting.approve(id);
		}
		else {
			this.inviting.sendBack(id, answers.comment());
		}
	}

	public ApproveInvitationFacts approveInvitationFacts(InvitationId id) {
		Invitation invitation = this.invitations.get(id);
		return new ApproveInvitationFacts(facts(invitation, this.consultations.get(invitation.consultationId())),
				Objects.requireNonNullElse(invitation.subject(), ""), Objects.requireNonNullElse(invitation.body(), ""),
				Objects.requireNonNullElse(invitation.comment(), ""));
	}

	private InvitationFacts facts(Invitation invitation, Consultation consultation) {
		Authority authority = this.authorities.get(invitation.authorityId());
		List<ProgrammeItem> items = this.programme.items(consultation.id());
		InviteeNumbers numbers = this.invitees.numbers(consultation.id());
		return new InvitationFacts(consultation.title(), numbers.onList(), numbers.withoutEmail(),
				items.isEmpty() ? text("invitation.noMeetings", authority.locale())
						: items.stream()
							.map((item) -> line(item, authority.zone(), authority.locale()))
							.collect(Collectors.joining("\n")),
				invitation.answerLastDay(), "/staff/consultations/" + consultation.id() + "/invitees");
	}

	private String line(ProgrammeItem item, ZoneId zone, Locale locale) {
		return (item.startsAt() != null) ? item.title() + ", " + DateText.dateTime(item.startsAt(), zone, locale)
				: text("invitation.unplanned", locale);
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	public void sendInvitations(InvitationId id) {
		this.inviting.send(id);
	}

	public void remindSilent(InvitationId id) {
		this.inviting.remindSilent(id);
	}

	public boolean summariseAnswers(InvitationId id) {
		return this.inviting.summarise(id);
	}

	public void callSilent(InvitationId id, CallSilent answers, TaskContext context) {
		Invitation invitation = this.invitations.get(id);
		this.notes.write(invitation.authorityId(), invitation.consultationId(), "invitation.notes.topic.callSilent",
				Objects.requireNonNullElse(context.account(), Journal.SYSTEM), answers.note());
	}

	public CallSilentFacts callSilentFacts(InvitationId id) {
		Invitation invitation = this.invitations.get(id);
		Consultation consultation = this.consultations.get(invitation.consultationId());
		Locale locale = this.authorities.get(invitation.authorityId()).locale();
		InviteeNumbers counts = this.inviting.counts(consultation.id());
		String silent = this.invitees.of(consultation.id(), Invitees.Which.PRIORITY_SILENT)
			.stream()
			.map((invitee) -> text("invitation.silentLine", locale, invitee.name(),
					Objects.requireNonNullElse(invitee.municipality(), "–"),
					Objects.requireNonNullElse(invitee.phone(), "–")))
			.collect(Collectors.joining("\n"));
		return new CallSilentFacts(consultation.title(), silent, counts.prioritySilent(),
				"/staff/consultations/" + consultation.id() + "/invitees");
	}

	public void withdrawInvitations(CaseId consultationId) {
		this.inviting.withdraw(consultationId);
	}

	/** The facts that the forms of an invitation share. */
	public record InvitationFacts(String title, int invitees, int withoutEmail, String meetings,
			LocalDate answerLastDay, String inviteesPage) {
	}

	/** The facts of {@code writeInvitation.form}. */
	public record WriteInvitationFacts(InvitationFacts invitation, String subject, String body, String comment) {
	}

	/** The facts of {@code approveInvitation.form}. */
	public record ApproveInvitationFacts(InvitationFacts invitation, String subject, String body,
			String earlierComment) {
	}

	/** The facts of {@code callSilent.form}. */
	public record CallSilentFacts(String title, String silent, int silentCount, String inviteesPage) {
	}

	/**
	 * The answers of {@code startInvitation.form}.
	 *
	 * @param caseId to which consultation
	 */
	public record StartInvitation(CaseId caseId) {
	}

	/**
	 * The answers of {@code writeInvitation.form}.
	 *
	 * @param subject the subject of the mail
	 * @param body its text
	 * @param answerLastDay last day to answer
	 */
	public record WriteInvitation(String subject, String body, LocalDate answerLastDay) {
	}

	/**
	 * The answers of {@code approveInvitation.form}.
	 *
	 * @param decision approved or sent back
	 * @param comment what to change
	 */
	public record ApproveInvitation(Decision decision, @Nullable String comment) {
	}

	/** What a manager decides. */
	public enum Decision {

		approved, sentBack

	}

	/**
	 * The answers of {@code callSilent.form}.
	 *
	 * @param note whom the liaison reached and what came of it
	 */
	public record CallSilent(String note) {
	}

}
