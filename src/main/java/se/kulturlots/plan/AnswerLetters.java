package se.kulturlots.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput.Answerable;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Said;
import se.kulturlots.deadline.Sending;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** The mails that tell people what their input led to. */
@Component
class AnswerLetters {

	private static final String KIND = "plan-answer";

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

	Sending send(Plan plan, Consultation consultation) {
		Instant now = this.clock.instant();
		Instant from = this.window.next(plan.authorityId(), now);
		Map<SectionId, FixedSection> sections = this.versions.fixed(plan.id(), plan.fixedVersion())
			.stream()
			.collect(Collectors.toMap(FixedSection::id, Function.identity()));
		AtomicInteger sent = new AtomicInteger();
		this.inputs.forEachSender(plan, (said) -> sent.addAndGet(send(plan, consultation, sections, said, from)));
		this.outbox.cannotReach(KIND, this.inputs.addressed(plan).withoutAddress());
		return this.window.sending(plan.authorityId(), sent.get(), now, from);
	}

	private int send(Plan plan, Consultation consultation, Map<SectionId, FixedSection> sections, List<Answerable> said,
			Instant from) {
		Authority authority = this.authorities.get(plan.authorityId());
		Map<InputId, PlanAnswer> written = this.answers.of(plan.id(),
				said.stream().map(Answerable::answeredWith).collect(Collectors.toSet()));
		List<Answerable> all = said.stream()
			.filter((voice) -> written.containsKey(voice.answeredWith())
					&& EmailAddress.parse(voice.recipient()).isPresent())
			.toList();
		Map<InputId, String> pages = this.inputs.personalPaths(plan, all.stream().map(Answerable::inputId).toList());
		List<Mail> mails = new ArrayList<>();
		byRecipient(all).forEach((recipient, voices) -> {
			LetterDraft letter = this.letters.of(authority, recipient.language());
			Said title = consultation.titleIn(recipient.language(), letter.ownLang());
			letter.subject("plan.mail.answer.subject", title).paragraph("plan.mail.answer.intro", title);
			Set<String> linked = new HashSet<>();
			for (Answerable voice : voices) {
				PlanAnswer answer = Objects.requireNonNull(written.get(voice.answeredWith()));
				String page = Objects.requireNonNull(pages.get(voice.inputId()));
				letter.heading("plan.mail.answer.input", voice.reference());
				if (linked.add(page)) {
					letter.ourLink("plan.mail.answer.said", page);
				}
				add(letter, answer, (answer.sectionId() != null) ? sections.get(answer.sectionId()) : null,
						consultation);
			}
			letter.button("plan.mail.answer.read", consultation.path() + "/plan");
			mails.add(new Mail(plan.authorityId(), consultation.id(), "plan:" + plan.id(), 0, KIND, 0,
					recipient.address(), letter.build(), List.of(), from));
		});
		return this.outbox.putAll(mails);
	}

	private static void add(LetterDraft letter, PlanAnswer answer, @Nullable FixedSection section,
			Consultation consultation) {
		if (section != null) {
			letter.paragraph("plan.mail.answer.ledTo")
				.link(letter.line(letter.own(section.heading()), ""),
						consultation.path() + "/plan#" + section.anchor());
		}
		else {
			letter
				.paragraph((answer.sectionId() != null) ? "plan.mail.answer.considered" : "plan.mail.answer.notTaken");
		}
		letter.written(answer.text());
	}

	/* a person who wrote in two languages gets one mail, in that of the first input */
	private static Map<Recipient, List<Answerable>> byRecipient(List<Answerable> voices) {
		Map<String, Recipient> known = new LinkedHashMap<>();
		Map<Recipient, List<Answerable>> found = new LinkedHashMap<>();
		for (Answerable voice : voices) {
			Recipient recipient = known.computeIfAbsent(voice.recipient(),
					(address) -> new Recipient(new EmailAddress(address), Locale.forLanguageTag(voice.language())));
			found.computeIfAbsent(recipient, (same) -> new ArrayList<>()).add(voice);
		}
		return found;
	}

	private record Recipient(EmailAddress address, Locale language) {
	}

}
