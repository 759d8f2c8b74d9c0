package se.kulturlots.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.SaidInput.SaidItem;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.deadline.Sending;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** The mails that tell people what their input led to. */
@Component
class AnswerLetters {

	private final PlanInputs inputs;

	private final PlanAnswers answers;

	private final PlanVersions versions;

	private final Letters letters;

	private final Outbox outbox;

	private final SendingWindow window;

	private final Authorities authorities;

	private final AppClock clock;

	AnswerLetters(PlanInputs inputs, PlanAnswers answers, PlanVersions versions, Letters letters, Outbox outbox,
			SendingWindow window, Authorities authorities, AppClock clock) {
		this.inputs = inputs;
		this.answers = answers;
		this.versions = versions;
		this.letters = letters;
		this.outbox = outbox;
		this.window = window;
		this.authorities = authorities;
		this.clock = clock;
	}

	/** Everyone who said something, also those whose input was joined to another. */
	static List<Voice> voices(List<SaidItem> items) {
		return items.stream()
			.flatMap((item) -> Stream.concat(
					Stream
						.of(Voice.of(item.inputId(), item.inputId(), item.reference(), item.email(), item.language())),
					item.alsoSaidBy()
						.stream()
						.map((also) -> Voice.of(also.inputId(), item.inputId(), also.reference(), also.email(),
								also.language()))))
			.toList();
	}

	Sending send(Plan plan, Consultation consultation) {
		Authority authority = this.authorities.get(plan.authorityId());
		Map<UUID, PlanAnswer> written = this.answers.of(plan.id());
		Map<UUID, FixedSection> sections = this.versions.fixed(plan.id(), plan.fixedVersion())
			.stream()
			.collect(Collectors.toMap(FixedSection::id, Function.identity()));
		List<Voice> all = voices(this.inputs.said(plan.consultationId())).stream()
			.filter((voice) -> voice.recipient() != null && written.containsKey(voice.answeredWith()))
			.toList();
		Map<UUID, String> pages = this.inputs.personalPaths(plan, all.stream().map(Voice::inputId).toList());
		Instant now = this.clock.instant();
		Instant from = this.window.next(plan.authorityId(), now);
		List<Mail> mails = new ArrayList<>();
		byRecipient(all).forEach((recipient, voices) -> {
			LetterDraft letter = this.letters.of(authority, recipient.language())
				.subject("plan.mail.answer.subject", consultation.title())
				.paragraph("plan.mail.answer.intro", consultation.title());
			Set<String> linked = new HashSet<>();
			for (Voice voice : voices) {
				PlanAnswer answer = written.get(voice.answeredWith());
				letter.heading("plan.mail.answer.input", voice.reference());
				if (linked.add(pages.get(voice.inputId()))) {
					letter.ourLink("plan.mail.answer.said", pages.get(voice.inputId()));
				}
				add(letter, answer, (answer.sectionId() != null) ? sections.get(answer.sectionId()) : null,
						consultation);
			}
			letter.button("plan.mail.answer.read", consultation.path() + "/plan");
			mails.add(new Mail(plan.authorityId(), consultation.id(), "plan:" + plan.id(), 0, "plan-answer", 0,
					recipient.address(), letter.build(), List.of(), from));
		});
		return this.window.sending(plan.authorityId(), this.outbox.putAll(mails), now, from);
	}

	private static void add(LetterDraft letter, PlanAnswer answer, @Nullable FixedSection section,
			Consultation consultation) {
		if (section != null) {
			letter.paragraph("plan.mail.answer.ledTo")
				.link(section.heading(), consultation.path() + "/plan#" + section.anchor());
		}
		else {
			letter
				.paragraph((answer.sectionId() != null) ? "plan.mail.answer.considered" : "plan.mail.answer.notTaken");
		}
		letter.written(answer.text());
	}

	/* a person who wrote in two languages gets one mail, in that of the first input */
	private static Map<Recipient, List<Voice>> byRecipient(List<Voice> voices) {
		Map<String, Recipient> known = new LinkedHashMap<>();
		Map<Recipient, List<Voice>> found = new LinkedHashMap<>();
		for (Voice voice : voices) {
			Recipient recipient = known.computeIfAbsent(voice.recipient(),
					(address) -> new Recipient(new EmailAddress(address), Locale.forLanguageTag(voice.language())));
			found.computeIfAbsent(recipient, (same) -> new ArrayList<>()).add(voice);
		}
		return found;
	}

	/**
	 * Somebody who said something.
	 *
	 * @param inputId what they said
	 * @param answeredWith the input whose answer is theirs, which theirs may be joined to
	 * @param reference the number of their own
	 * @param recipient where an answer goes, null if nowhere
	 * @param language in which language
	 */
	record Voice(UUID inputId, UUID answeredWith, String reference, @Nullable String recipient, String language) {

		static Voice of(UUID inputId, UUID answeredWith, String reference, @Nullable String email, String language) {
			String address = (email == null) ? null
					: EmailAddress.parse(email).map((parsed) -> parsed.value().toLowerCase(Locale.ROOT)).orElse(null);
			return new Voice(inputId, answeredWith, reference, address, language);
		}

	}

	private record Recipient(EmailAddress address, Locale language) {
	}

}
