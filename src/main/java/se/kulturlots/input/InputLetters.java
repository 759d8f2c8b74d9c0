package se.kulturlots.input;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;
import se.kulturlots.core.Token;
import se.kulturlots.deadline.Deadline;
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

	/** Thanks for what came, with the number and the way to it. */
	void receipt(Consultation consultation, InputPeriod period, Submission submission) {
		String kind = "input.mail." + period.kind().name();
		LetterDraft letter = this.letters.of(submission.authorityId(), submission.locale());
		Said title = consultation.titleIn(submission.locale(), letter.ownLang());
		letter.subject(kind + ".receipt.subject", title).paragraph(kind + ".receipt.thanks", title);
		if (submission.late()) {
			letter.paragraph("input.mail.late", this.schedule.lastDay(period));
		}
		letter.fact("input.reference", submission.reference())
			.fact("input.mail.received", submission.receivedAt())
			.heading("input.next.title")
			.paragraph(kind + ".next");
		if (submission.late()) {
			letter.paragraph("input.mail.read");
		}
		else {
			letter.paragraph("input.mail.changeUntil", this.schedule.lastDay(period));
		}
		send(consultation, submission, "input-receipt", 0, withLink(letter, consultation, submission));
	}

	/** Ends the links to what somebody sent, which went to a mistyped address. */
	void endLinks(Submission submission) {
		this.links.revoke(PURPOSE, submission.id());
	}

	/** Confirms a change. */
	void changed(Consultation consultation, InputPeriod period, Submission submission) {
		LetterDraft letter = this.letters.of(submission.authorityId(), submission.locale());
		Said title = consultation.titleIn(submission.locale(), letter.ownLang());
		letter.subject("input.mail.changed.subject", title)
			.paragraph("input.mail.changed.text", title)
			.fact("input.reference", submission.reference());
		if (!submission.late()) {
			letter.paragraph("input.mail.changeUntil", this.schedule.lastDay(period));
		}
		send(consultation, submission, "input-changed", Objects.requireNonNull(submission.version()),
				withLink(letter, consultation, submission));
	}

	/** Confirms that something was withdrawn. */
	void withdrawn(Consultation consultation, Submission submission) {
		LetterDraft letter = this.letters.of(submission.authorityId(), submission.locale());
		letter.subject("input.mail.withdrawn.subject", submission.reference())
			.paragraph("input.mail.withdrawn.text", consultation.titleIn(submission.locale(), letter.ownLang()))
			.paragraph("input.withdraw.record");
		send(consultation, submission, "input-withdrawn", 0, letter.build());
	}

	/**
	 * A new personal link to what somebody sent.
	 * @param submission what they sent
	 * @return the path of its page
	 */
	public String personalPath(CaseId consultationId, Submission submission) {
		return Objects.requireNonNull(
				personalPaths(submission.authorityId(), consultationId, List.of(submission.id())).get(submission.id()));
	}

	Map<SubmissionId, String> personalPaths(String authorityId, CaseId consultationId,
			List<SubmissionId> submissionIds) {
		Instant now = this.clock.instant();
		Instant ends = this.deadlines.find(consultationId, CycleDeadline.DECISION)
			.map(Deadline::dueAt)
			.filter(now::isBefore)
			.orElse(now)
			.plus(LINK_AFTER_DECISION);
		List<Token> tokens = this.links.issueAll(authorityId, PURPOSE, submissionIds, ends);
		Map<SubmissionId, String> paths = new HashMap<>();
		for (int i = 0; i < tokens.size(); i++) {
			paths.put(submissionIds.get(i), "/my/input/" + tokens.get(i).value());
		}
		return paths;
	}

	private Letter withLink(LetterDraft letter, Consultation consultation, Submission submission) {
		return letter.button("input.mail.see", personalPath(consultation.id(), submission))
			.paragraph("input.mail.notYou")
			.build();
	}

	private void send(Consultation consultation, Submission submission, String kind, int version, Letter letter) {
		Optional.ofNullable(submission.email())
			.flatMap(EmailAddress::parse)
			.ifPresent((to) -> this.outbox.put(new Mail(submission.authorityId(), consultation.id(),
					"input:" + submission.id(), version, kind, 0, to, letter, List.of(), null)));
	}

}
