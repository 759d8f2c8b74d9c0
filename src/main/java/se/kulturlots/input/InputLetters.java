package se.kulturlots.input;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Token;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** What is written to those who may give input, or have. */
@Component
public class InputLetters {

	/** What a personal link is for. */
	public static final String PURPOSE = "input";

	private static final Duration LINK_AFTER_DECISION = Duration.ofDays(365);

	private final Letters letters;

	private final Outbox outbox;

	private final PersonalLinks links;

	private final Authorities authorities;

	private final Invitees invitees;

	private final InputSchedule schedule;

	private final InputSearch search;

	private final Deadlines deadlines;

	private final SendingWindow window;

	private final AppClock clock;

	InputLetters(Letters letters, Outbox outbox, PersonalLinks links, Authorities authorities, Invitees invitees,
			InputSchedule schedule, InputSearch search, Deadlines deadlines, SendingWindow window, AppClock clock) {
		this.letters = letters;
		this.outbox = outbox;
		this.links = links;
		this.authorities = authorities;
		this.invitees = invitees;
		this.schedule = schedule;
		this.search = search;
		this.deadlines = deadlines;
		this.window = window;
		this.clock = clock;
	}

	/** Thanks for what came, with the number, a copy and the way to it. */
	void receipt(Consultation consultation, InputPeriod period, Submission submission, List<Input> inputs) {
		Locale locale = submission.locale();
		String kind = "input.mail." + period.kind().name();
		LetterDraft letter = this.letters.of(submission.authorityId(), locale)
			.subject(kind + ".receipt.subject", submission.reference())
			.paragraph(kind + ".receipt.thanks", consultation.title());
		if (submission.late()) {
			letter.paragraph("input.mail.late", this.schedule.lastDay(period));
		}
		letter.fact("input.reference", submission.reference())
			.fact("input.mail.received", submission.receivedAt())
			.fact("input.organisation", submission.organisationName());
		copy(letter, inputs);
		letter.heading("input.next.title").paragraph(kind + ".next");
		if (!submission.late()) {
			letter.paragraph("input.mail.changeUntil", this.schedule.lastDay(period));
		}
		send(consultation, submission, "input-receipt", 0, withLink(letter, consultation, submission));
	}

	/** Confirms a change, with how it reads now. */
	void changed(Consultation consultation, InputPeriod period, Submission submission, List<Input> inputs) {
		LetterDraft letter = this.letters.of(submission.authorityId(), submission.locale())
			.subject("input.mail.changed.subject", submission.reference())
			.paragraph("input.mail.changed.text", consultation.title())
			.fact("input.reference", submission.reference())
			.fact("input.organisation", submission.organisationName());
		copy(letter, inputs.stream().filter((it) -> !it.isWithdrawn()).toList());
		letter.paragraph("input.mail.changeUntil", this.schedule.lastDay(period));
		send(consultation, submission, "input-changed", Objects.requireNonNull(submission.version()),
				withLink(letter, consultation, submission));
	}

	/** Confirms that something was withdrawn. */
	void withdrawn(Consultation consultation, Submission submission) {
		Letter letter = this.letters.of(submission.authorityId(), submission.locale())
			.subject("input.mail.withdrawn.subject", submission.reference())
			.paragraph("input.mail.withdrawn.text", consultation.title())
			.paragraph("input.withdraw.record")
			.build();
		send(consultation, submission, "input-withdrawn", 0, letter);
	}

	private static void copy(LetterDraft letter, List<Input> inputs) {
		letter.heading("input.mail.copy");
		for (Input input : inputs) {
			if (input.heading() != null) {
				letter.written(input.heading());
			}
			letter.quote(input.text());
		}
	}

	private Letter withLink(LetterDraft letter, Consultation consultation, Submission submission) {
		Instant ends = this.deadlines.find(consultation.id(), DeadlineKind.DECISION)
			.map(Deadline::dueAt)
			.orElseGet(this.clock::instant)
			.plus(LINK_AFTER_DECISION);
		Token token = this.links.issue(submission.authorityId(), PURPOSE, submission.id(), ends);
		return letter.button("input.mail.see", "/my/input/" + token.value()).build();
	}

	private void send(Consultation consultation, Submission submission, String kind, int version, Letter letter) {
		Optional.ofNullable(submission.email())
			.flatMap(EmailAddress::parse)
			.ifPresent((to) -> this.outbox.put(new Mail(submission.authorityId(), consultation.id(),
					"input:" + submission.id(), version, kind, 0, to, letter, List.of(), null)));
	}

	/**
	 * Tells everyone invited that the draft is out for comments.
	 * @param consultation the consultation
	 * @param period the referral
	 */
	public void announceReferral(Consultation consultation, InputPeriod period) {
		Authority authority = this.authorities.get(period.authorityId());
		Deadline deadline = this.schedule.deadline(period);
		Instant from = this.window.nextBefore(authority.id(), this.clock.instant(), deadline.dueAt());
		LocalDate lastDay = deadline.day(authority.zone());
		Function<Locale, Letter> letters = inEachLanguage((locale) -> this.letters.of(authority, locale)
			.subject("input.mail.referral.subject", consultation.title())
			.paragraph("input.mail.referral.text", consultation.title())
			.fact("deadline.kind.REFERRAL", lastDay)
			.paragraph("input.mail.referral.how")
			.button("input.mail.referral.button", consultation.path() + "/input")
			.build());
		this.outbox.putAll(mails(
				this.invitees.of(consultation.id()).stream().filter((invitee) -> invitee.invitedAt() != null).toList(),
				(to, locale) -> new Mail(authority.id(), consultation.id(), "inputPeriod:" + period.id(), 0,
						"input-referral", 0, to, letters.apply(locale), List.of(), from)));
	}

	/**
	 * Reminds those invited from whom nothing has come in this period.
	 * @param consultation the consultation
	 * @param period the period
	 * @param rung how near the last day is
	 */
	public void remind(Consultation consultation, InputPeriod period, Rung rung) {
		Authority authority = this.authorities.get(period.authorityId());
		Deadline deadline = this.schedule.deadline(period);
		Instant from = this.deadlines.sendFrom(period.id(), period.kind().deadline());
		LocalDate lastDay = deadline.day(authority.zone());
		String key = "input.mail." + period.kind().name() + ".reminder";
		Function<Locale, Letter> letters = inEachLanguage((locale) -> this.letters.of(authority, locale)
			.subject(key + ((rung.step() == 0) ? ".lastDay" : ".subject"), consultation.title())
			.paragraph(key + ".text", consultation.title())
			.fact("deadline.kind." + deadline.kind().name(), lastDay)
			.paragraph("input.mail.reminder.how")
			.button(key + ".button", consultation.path() + "/input")
			.build());
		this.outbox.putAll(mails(silent(period),
				(to, locale) -> new Mail(authority.id(), consultation.id(), "inputPeriod:" + period.id(),
						deadline.version(), "input-reminder", rung.step(), to, letters.apply(locale), List.of(),
						from)));
	}

	/* the letter is the same for all who read a language */
	private static Function<Locale, Letter> inEachLanguage(Function<Locale, Letter> letter) {
		Map<Locale, Letter> written = new HashMap<>();
		return (locale) -> written.computeIfAbsent(locale, letter);
	}

	private static List<Mail> mails(List<Invitee> invitees, BiFunction<EmailAddress, Locale, Mail> mail) {
		return invitees.stream()
			.flatMap((invitee) -> Optional.ofNullable(invitee.email())
				.flatMap(EmailAddress::parse)
				.map((to) -> mail.apply(to, invitee.locale()))
				.stream())
			.toList();
	}

	private List<Invitee> silent(InputPeriod period) {
		List<InputSearch.Heard> heard = this.search.heard(period.id());
		Set<UUID> organisations = heard.stream()
			.map(InputSearch.Heard::organisationId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Set<String> addresses = heard.stream()
			.map(InputSearch.Heard::email)
			.filter(Objects::nonNull)
			.map((email) -> email.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return this.invitees.of(period.consultationId())
			.stream()
			.filter((invitee) -> invitee.invitedAt() != null && !organisations.contains(invitee.organisationId()))
			.filter((invitee) -> invitee.email() == null
					|| !addresses.contains(invitee.email().toLowerCase(Locale.ROOT)))
			.toList();
	}

}
