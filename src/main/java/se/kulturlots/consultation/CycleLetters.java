package se.kulturlots.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.identity.Role;
import se.kulturlots.identity.StaffAddresses;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Unreached;

/** The mails about a cycle as a whole. */
@Component
public class CycleLetters {

	private static final String CANCELLED = "consultation-cancelled";

	private final Consultations consultations;

	private final Invitees invitees;

	private final Deadlines deadlines;

	private final StaffAddresses staff;

	private final Authorities authorities;

	private final Letters letters;

	private final Outbox outbox;

	CycleLetters(Consultations consultations, Invitees invitees, Deadlines deadlines, StaffAddresses staff,
			Authorities authorities, Letters letters, Outbox outbox) {
		this.consultations = consultations;
		this.invitees = invitees;
		this.deadlines = deadlines;
		this.staff = staff;
		this.authorities = authorities;
		this.letters = letters;
		this.outbox = outbox;
	}

	/**
	 * Reminds staff of a deadline of the cycle: of the inventory the officer, of the
	 * decision the officer and the managers.
	 * @param kind INVENTORY or DECISION
	 */
	@Transactional
	public void remind(CaseId id, DeadlineKind kind) {
		Optional<Rung> rung = this.deadlines.rungNow(id, kind);
		if (rung.isEmpty()) {
			return;
		}
		Consultation consultation = this.consultations.get(id);
		String authorityId = consultation.authorityId();
		Deadline deadline = this.deadlines.get(id, kind);
		Letter letter = this.letters.of(authorityId, this.authorities.get(authorityId).locale())
			.subject("consultation.mail.reminder." + kind + ".subject", consultation.title())
			.paragraph("consultation.mail.reminder." + kind + ".intro", consultation.title())
			.fact("consultation.mail.lastDay", deadline.lastDay())
			.button("consultation.mail.openStaffPage", "/staff/consultations/" + id)
			.build();
		List<EmailAddress> managers = (kind == CycleDeadline.DECISION) ? this.staff.with(authorityId, Role.MANAGER)
				: List.of();
		this.outbox.putAll(Stream
			.concat(this.staff.ofOfficer(authorityId, consultation.responsibleOfficer()).stream(), managers.stream())
			.distinct()
			.map((address) -> new Mail(authorityId, id, "consultation:" + id, deadline.version(),
					"consultation-reminder-" + kind, rung.get().step(), address, letter, List.of(),
					this.deadlines.sendFrom(id, kind)))
			.toList());
	}

	/**
	 * Tells everyone invited that the cycle is cancelled. Who has been told as registered
	 * for a meeting is not told again: the occasion is the same.
	 */
	@Transactional
	public void tellCancelled(CaseId id) {
		Consultation consultation = this.consultations.get(id);
		Authority authority = this.authorities.get(consultation.authorityId());
		Map<Locale, Letter> letters = new HashMap<>();
		this.invitees.forEachLot(id, Invitees.Which.INVITED, (lot) -> {
			List<Mail> mails = lot.stream()
				.flatMap((invitee) -> Optional.ofNullable(invitee.email())
					.flatMap(EmailAddress::parse)
					.map((address) -> Mail
						.now(authority.id(), id, "cancellation:" + id, CANCELLED, address,
								letters.computeIfAbsent(invitee.locale(),
										(locale) -> cancellation(authority, consultation, locale)))
						.to(invitee.organisationId()))
					.stream())
				.toList();
			this.outbox.cannotReach(lot.stream()
				.filter((invitee) -> Optional.ofNullable(invitee.email()).flatMap(EmailAddress::parse).isEmpty())
				.map((invitee) -> new Unreached(authority.id(), id, "cancellation:" + id, 0, CANCELLED,
						invitee.organisationId(),
						letters.computeIfAbsent(invitee.locale(),
								(locale) -> cancellation(authority, consultation, locale))))
				.toList());
			this.outbox.putAll(mails);
		});
	}

	private Letter cancellation(Authority authority, Consultation consultation, Locale locale) {
		Said title = consultation.titleIn(locale, authority.ownLang(locale));
		return this.letters.of(authority, locale)
			.subject("consultation.mail.cancelled.subject", title)
			.paragraph("consultation.mail.cancelled.intro", title)
			.written(consultation.cancellationReason())
			.button("consultation.mail.openPage", consultation.path())
			.build();
	}

}
