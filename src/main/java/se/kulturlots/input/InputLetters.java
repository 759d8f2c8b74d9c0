package se.kulturlots.input;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** What is written to those who have given input. */
@Component
public class InputLetters {

	/** What a personal link is for. */
	public static final String PURPOSE = "input";

	private static final Duration LINK_AFTER_DECISION = Duration.ofDays(365);

	private final Letters letters;

	private final Outbox outbox;

	private final PersonalLinks links;

	private final InputSchedule schedule;

	private final Deadlines deadlines;

	private final AppClock clock;

	InputLetters(Letters letters, Outbox outbox, PersonalLinks links, InputSchedule schedule, Deadlines deadlines,
			AppClock clock) {
		this.letters = letters;
		this.outbox = outbox;
		this.links = links;
		this.schedule = schedule;
		this.deadlines = deadlines;
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

	/**
	 * A new personal link to what somebody sent.
	 * @param consultationId the consultation
	 * @param submission what they sent
	 * @return the path of its page
	 */
	public String personalPath(UUID consultationId, Submission submission) {
		Instant ends = this.deadlines.find(consultationId, DeadlineKind.DECISION)
			.map(Deadline::dueAt)
			.orElseGet(this.clock::instant)
			.plus(LINK_AFTER_DECISION);
		return "/my/input/" + this.links.issue(submission.authorityId(), PURPOSE, submission.id(), ends).value();
	}

	private Letter withLink(LetterDraft letter, Consultation consultation, Submission submission) {
		return letter.button("input.mail.see", personalPath(consultation.id(), submission)).build();
	}

	private void send(Consultation consultation, Submission submission, String kind, int version, Letter letter) {
		Optional.ofNullable(submission.email())
			.flatMap(EmailAddress::parse)
			.ifPresent((to) -> this.outbox.put(new Mail(submission.authorityId(), consultation.id(),
					"input:" + submission.id(), version, kind, 0, to, letter, List.of(), null)));
	}

}
