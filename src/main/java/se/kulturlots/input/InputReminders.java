package se.kulturlots.input;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Unreached;
import se.kulturlots.register.RefusedAddresses;

/** What is written to those invited who may still give input. */
@Component
public class InputReminders {

	private static final String REFERRAL = "input-referral";

	private final Letters letters;

	private final Outbox outbox;

	private final Authorities authorities;

	private final Invitees invitees;

	private final InputSchedule schedule;

	private final Deadlines deadlines;

	private final SendingWindow window;

	private final AppClock clock;

	private final ReferralLetters referrals;

	private final RefusedAddresses refused;

	InputReminders(Letters letters, Outbox outbox, Authorities authorities, Invitees invitees, InputSchedule schedule,
			Deadlines deadlines, SendingWindow window, AppClock clock, ReferralLetters referrals,
			RefusedAddresses refused) {
		this.letters = letters;
		this.outbox = outbox;
		this.authorities = authorities;
		this.invitees = invitees;
		this.schedule = schedule;
		this.deadlines = deadlines;
		this.window = window;
		this.clock = clock;
		this.referrals = referrals;
		this.refused = refused;
	}

	/**
	 * Sends the draft out for comments: to everyone invited, and to whom its letter goes
	 * besides. An address gets it once.
	 * @param period the referral
	 */
	public void announceReferral(Consultation consultation, InputPeriod period) {
		Authority authority = this.authorities.get(period.authorityId());
		Deadline deadline = this.schedule.deadline(period);
		Instant from = this.window.nextBefore(authority.id(), this.clock.instant(), deadline.dueAt());
		LocalDate lastDay = this.schedule.lastDay(period);
		ReferralLetter own = this.referrals.of(consultation.id());
		Function<Locale, Letter> letters = inEachLanguage(
				(locale) -> referral(authority, consultation, own, lastDay, locale));
		BiFunction<EmailAddress, Locale, Mail> mail = (to, locale) -> new Mail(authority.id(), consultation.id(),
				"inputPeriod:" + period.id(), 0, REFERRAL, 0, to, letters.apply(locale), List.of(), from);
		Set<String> asked = new HashSet<>();
		this.invitees.forEachLot(consultation.id(), Invitees.Which.INVITED, (lot) -> {
			lot.stream()
				.map(Invitee::email)
				.filter(Objects::nonNull)
				.flatMap((email) -> EmailAddress.parse(email).stream())
				.forEach((email) -> asked.add(email.key()));
			put(lot, mail,
					(invitees) -> this.outbox.cannotReach(invitees.stream()
						.map((invitee) -> new Unreached(authority.id(), consultation.id(), "inputPeriod:" + period.id(),
								0, REFERRAL, invitee.organisationId(), letters.apply(invitee.locale())))
						.toList()));
		});
		if (own.toSenders()) {
			this.referrals.forEachSender(consultation.id(), (lot) -> send(authority, lot, asked, mail));
		}
		send(authority,
				own.bodies()
					.stream()
					.map((body) -> new ReferralLetters.Asked(body.email().value(), authority.locale()))
					.toList(),
				asked, mail);
	}

	/** To those who have not been asked before, nor asked not to be written to. */
	private void send(Authority authority, List<ReferralLetters.Asked> lot, Set<String> asked,
			BiFunction<EmailAddress, Locale, Mail> mail) {
		Map<String, Locale> locales = new HashMap<>();
		List<EmailAddress> to = new ArrayList<>();
		for (ReferralLetters.Asked one : lot) {
			EmailAddress.parse(one.address()).filter((email) -> asked.add(email.key())).ifPresent((email) -> {
				locales.put(email.key(), one.locale());
				to.add(email);
			});
		}
		Set<String> refused = this.refused.among(authority.id(), locales.keySet());
		this.outbox.putAll(to.stream()
			.filter((email) -> !refused.contains(email.key()))
			.map((email) -> mail.apply(email, Objects.requireNonNull(locales.get(email.key()))))
			.toList());
	}

	private Letter referral(Authority authority, Consultation consultation, ReferralLetter own, LocalDate lastDay,
			Locale locale) {
		LetterDraft letter = this.letters.of(authority, locale);
		String ownLang = letter.ownLang();
		if (own.subject().isBlank()) {
			Said title = consultation.titleIn(locale, ownLang);
			letter.subject("input.mail.referral.subject", title).paragraph("input.mail.referral.text", title);
		}
		else {
			Words words = consultation.words();
			letter.writtenSubject(words.say(Part.REFERRAL_SUBJECT, 0, locale, own.subject(), ownLang))
				.written(words.say(Part.REFERRAL_TEXT, 0, locale, own.body(), ownLang));
		}
		return letter.fact(CycleDeadline.REFERRAL.messageKey(), lastDay)
			.paragraph("input.mail.referral.how")
			.button("input.mail.referral.button", consultation.path() + "/input")
			.build();
	}

	/**
	 * Reminds those invited from whom nothing has come in this period, while it is open.
	 * @param rung how near the last day is
	 */
	public void remind(Consultation consultation, InputPeriod period, Rung rung) {
		if (this.schedule.openness(consultation, period) != Openness.OPEN) {
			return;
		}
		Authority authority = this.authorities.get(period.authorityId());
		Deadline deadline = this.schedule.deadline(period);
		Instant from = this.deadlines.sendFrom(period.id(), period.kind().deadline());
		LocalDate lastDay = this.schedule.lastDay(period);
		String key = "input.mail." + period.kind().name() + ".reminder";
		Function<Locale, Letter> letters = inEachLanguage((locale) -> {
			Said title = consultation.titleIn(locale, authority.ownLang(locale));
			return this.letters.of(authority, locale)
				.subject(key + ((rung.step() == 0) ? ".lastDay" : ".subject"), title)
				.paragraph(key + ".text", title)
				.fact(deadline.kind().messageKey(), lastDay)
				.paragraph("input.mail.reminder.how")
				.button(key + ".button", consultation.path() + "/input")
				.build();
		});
		this.invitees.forEachLotSilentOn(consultation.id(), period.id(), (lot) -> put(lot,
				(to, locale) -> new Mail(authority.id(), consultation.id(), "inputPeriod:" + period.id(),
						deadline.version(), "input-reminder", rung.step(), to, letters.apply(locale), List.of(), from),
				(invitees) -> this.outbox.cannotReach("input-reminder", invitees.size())));
	}

	/* the letter is the same for all who read a language */
	private static Function<Locale, Letter> inEachLanguage(Function<Locale, Letter> letter) {
		Map<Locale, Letter> written = new HashMap<>();
		return (locale) -> written.computeIfAbsent(locale, letter);
	}

	private void put(List<Invitee> invitees, BiFunction<EmailAddress, Locale, Mail> mail,
			Consumer<List<Invitee>> withoutAddress) {
		List<Mail> mails = new ArrayList<>();
		List<Invitee> others = new ArrayList<>();
		for (Invitee invitee : invitees) {
			Optional.ofNullable(invitee.email())
				.flatMap(EmailAddress::parse)
				.ifPresentOrElse((to) -> mails.add(mail.apply(to, invitee.locale()).to(invitee.organisationId())),
						() -> others.add(invitee));
		}
		withoutAddress.accept(others);
		this.outbox.putAll(mails);
	}

}
