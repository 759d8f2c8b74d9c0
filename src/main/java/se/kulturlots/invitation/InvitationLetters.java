package se.kulturlots.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InvitedSenders;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.InviteeId;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Invitees.Which;
import se.kulturlots.consultation.Programme.ProgrammeItem;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.DateText;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;
import se.kulturlots.core.Token;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.Sending;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.identity.StaffAddresses;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Unreached;

/** The mails of an invitation. */
@Component
class InvitationLetters {

	private final Invitees invitees;

	private final PersonalLinks links;

	private final Letters letters;

	private final Outbox outbox;

	private final Deadlines deadlines;

	private final SendingWindow window;

	private final WorkingCalendars calendars;

	private final StaffAddresses staff;

	private final Authorities authorities;

	private final AppClock clock;

	InvitationLetters(Invitees invitees, PersonalLinks links, Letters letters, Outbox outbox, Deadlines deadlines,
			SendingWindow window, WorkingCalendars calendars, StaffAddresses staff, Authorities authorities,
			AppClock clock) {
		this.invitees = invitees;
		this.links = links;
		this.letters = letters;
		this.outbox = outbox;
		this.deadlines = deadlines;
		this.window = window;
		this.calendars = calendars;
		this.staff = staff;
		this.authorities = authorities;
		this.clock = clock;
	}

	Sending invite(Invitation invitation, Consultation consultation, List<ProgrammeItem> meetings, Which which) {
		Instant from = this.deadlines.sendFrom(invitation.id(), CycleDeadline.ANSWER);
		// later than what is sent at once
		Instant now = this.clock.instant();
		int mails = putAll(invitation, consultation, meetings, which, null, from);
		return this.window.sending(invitation.authorityId(), mails, now, from);
	}

	void remind(Invitation invitation, Consultation consultation, List<ProgrammeItem> meetings, Rung rung) {
		Instant from = this.deadlines.sendFrom(invitation.id(), CycleDeadline.ANSWER);
		putAll(invitation, consultation, meetings, Which.SILENT, rung, from);
	}

	private int putAll(Invitation invitation, Consultation consultation, List<ProgrammeItem> meetings, Which which,
			@Nullable Rung rung, Instant from) {
		// the link lives as long as the consultation: it leads to registration and input
		// too
		Instant expires = this.calendars.of(invitation.authorityId()).endOf(consultation.decisionDate());
		int version = (rung != null)
				? this.deadlines.find(invitation.id(), CycleDeadline.ANSWER).map(Deadline::version).orElse(1) : 1;
		Sent sent = new Sent(invitation, consultation, meetings, this.authorities.get(invitation.authorityId()), rung,
				version, expires, from);
		AtomicInteger put = new AtomicInteger();
		this.invitees.forEachLot(consultation.id(), which, (lot) -> put.addAndGet(put(sent, lot)));
		return put.get();
	}

	private int put(Sent sent, List<Invitee> recipients) {
		List<Invitee> reachable = recipients.stream().filter(InvitationLetters::isReachable).toList();
		String kind = (sent.rung() != null) ? "invitation-reminder" : "invitation";
		cannotReach(sent, kind, recipients.stream().filter((invitee) -> !isReachable(invitee)).toList());
		List<Token> tokens = this.links.issueAll(sent.authority().id(), InvitedSenders.INVITATION,
				reachable.stream().map(Invitee::id).toList(), sent.expires());
		List<Mail> mails = new ArrayList<>();
		for (int i = 0; i < reachable.size(); i++) {
			mails.add(new Mail(sent.authority().id(), sent.consultation().id(), "invitation:" + sent.invitation().id(),
					sent.version(), kind, (sent.rung() != null) ? sent.rung().step() : 0,
					new EmailAddress(Objects.requireNonNull(reachable.get(i).email()).strip()),
					letter(sent, reachable.get(i), tokens.get(i)), List.of(), sent.from())
				.to(reachable.get(i).organisationId()));
		}
		return this.outbox.putAll(mails);
	}

	private static boolean isReachable(Invitee invitee) {
		return invitee.email() != null && EmailAddress.parse(invitee.email()).isPresent();
	}

	private void cannotReach(Sent sent, String kind, List<Invitee> invitees) {
		if (sent.rung() != null) {
			this.outbox.cannotReach(kind, invitees.size());
			return;
		}
		this.outbox.cannotReach(invitees.stream()
			.map((invitee) -> new Unreached(sent.authority().id(), sent.consultation().id(),
					"invitation:" + sent.invitation().id(), sent.version(), kind, invitee.organisationId(),
					letter(sent, invitee, null)))
			.toList());
	}

	private Letter letter(Sent sent, Invitee invitee, @Nullable Token token) {
		Invitation invitation = sent.invitation();
		Consultation consultation = sent.consultation();
		Rung rung = sent.rung();
		Locale locale = invitee.locale();
		String ownLang = sent.authority().ownLang(locale);
		Said title = consultation.titleIn(locale, ownLang);
		LetterDraft letter = this.letters.of(sent.authority(), locale);
		if (rung != null) {
			letter
				.subject((rung.step() == 0) ? "invitation.mail.lastDay.subject" : "invitation.mail.reminder.subject",
						title)
				.paragraph("invitation.mail.reminder.intro", invitee.name(), title, invitation.answerLastDay());
		}
		else {
			letter.writtenSubject(invitation.subjectIn(consultation.words(), locale, ownLang))
				.paragraph("invitation.mail.to", invitee.name());
		}
		letter.written(invitation.bodyIn(consultation.words(), locale, ownLang))
			.fact("invitation.mail.answerLastDay", invitation.answerLastDay());
		if (!sent.meetings().isEmpty()) {
			letter.heading("invitation.mail.meetings")
				.items(sent.meetings()
					.stream()
					.map((item) -> letter.line(item.titleIn(locale, ownLang),
							rest(item, sent.authority().zone(), locale)))
					.toList());
		}
		return (token != null) ? letter.button("invitation.mail.answer", "/my/invitation/" + token.value()).build()
				: letter.button("consultation.mail.openPage", consultation.path()).build();
	}

	private static String rest(ProgrammeItem item, ZoneId zone, Locale locale) {
		String when = (item.startsAt() != null) ? DateText.dateTime(item.startsAt(), zone, locale) : "";
		return Stream.of(when, item.place())
			.filter((part) -> part != null && !part.isBlank())
			.map((part) -> ", " + part)
			.collect(Collectors.joining());
	}

	void summary(Invitation invitation, Consultation consultation, InviteeNumbers counts) {
		String authorityId = invitation.authorityId();
		Letter letter = this.letters.of(authorityId, this.authorities.get(authorityId).locale())
			.subject("invitation.mail.summary.subject", consultation.title())
			.paragraph("invitation.mail.summary.intro", consultation.title())
			.fact("invitation.mail.summary.invited", counts.invited())
			.fact("invitation.mail.summary.coming", counts.coming())
			.fact("invitation.mail.summary.notComing", counts.notComing())
			.fact("invitation.mail.summary.silent", counts.silent())
			.fact("invitation.mail.summary.prioritySilent", counts.prioritySilent())
			.button("consultation.mail.openStaffPage", "/staff/consultations/" + consultation.id() + "/invitees")
			.build();
		this.outbox.putAll(this.staff.ofOfficer(authorityId, consultation.responsibleOfficer())
			.stream()
			.map((address) -> Mail.now(authorityId, consultation.id(), "invitation:" + invitation.id(),
					"invitation-summary", address, letter))
			.toList());
	}

	InviteeId inviteeOf(String token) {
		return new InviteeId(this.links.resolve(InvitedSenders.INVITATION, token).subjectId().value());
	}

	/**
	 * What all who are written to have in common.
	 *
	 * @param rung the rung of the ladder, null for the invitation itself
	 * @param version the version of the last day to answer
	 * @param expires when the personal links end
	 * @param from when the mails may go
	 */
	private record Sent(Invitation invitation, Consultation consultation, List<ProgrammeItem> meetings,
			Authority authority, @Nullable Rung rung, int version, Instant expires, Instant from) {
	}

}
