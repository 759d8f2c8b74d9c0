package se.kulturlots.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import se.kulturlots.core.Id;
import se.kulturlots.core.Said;
import se.kulturlots.deadline.Sending;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Unreached;

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
		AtomicInteger toBeTold = new AtomicInteger();
		this.inputs.forEachWithoutAddress(plan,
				(said) -> toBeTold.addAndGet(cannotReach(plan, consultation, sections, said)));
		this.outbox.cannotReach(KIND, this.inputs.addressed(plan).withoutAddress() - toBeTold.get());
		return this.window.sending(plan.authorityId(), sent.get(), now, from);
	}

	private int send(Plan plan, Consultation consultation, Map<SectionId, FixedSection> sections, List<Answerable> said,
			Instant from) {
		Authority authority = this.authorities.get(plan.authorityId());
		Map<InputId, PlanAnswer> written = written(plan, said);
		List<Answerable> all = said.stream()
			.filter((voice) -> written.containsKey(voice.answeredWith())
					&& EmailAddress.parse(voice.recipient()).isPresent())
			.toList();
		Map<InputId, String> pages = this.inputs.personalPaths(plan, all.stream().map(Answerable::inputId).toList());
		List<Mail> mails = new ArrayList<>();
		byRecipient(all).forEach((voices) -> mails.add(new Mail(plan.authorityId(), consultation.id(), occasion(plan),
				0, KIND, 0, new EmailAddress(voices.get(0).recipient()),
				letter(authority, consultation, sections, voices, written, pages), List.of(), from)));
		return this.outbox.putAll(mails);
	}

	/* without personal links */
	private int cannotReach(Plan plan, Consultation consultation, Map<SectionId, FixedSection> sections,
			List<Answerable> said) {
		Authority authority = this.authorities.get(plan.authorityId());
		Map<InputId, PlanAnswer> written = written(plan, said);
		List<Answerable> all = said.stream().filter((voice) -> written.containsKey(voice.answeredWith())).toList();
		this.outbox.cannotReach(byRecipient(all).stream()
			.map((voices) -> new Unreached(plan.authorityId(), consultation.id(), occasion(plan), 0, KIND,
					Id.parse(voices.get(0).recipient()),
					letter(authority, consultation, sections, voices, written, Map.of())))
			.toList());
		return (int) said.stream().map(Answerable::inputId).distinct().count();
	}

	private static String occasion(Plan plan) {
		return "plan:" + plan.id();
	}

	private Map<InputId, PlanAnswer> written(Plan plan, List<Answerable> said) {
		return this.answers.of(plan.id(), said.stream().map(Answerable::answeredWith).collect(Collectors.toSet()));
	}

	private Letter letter(Authority authority, Consultation consultation, Map<SectionId, FixedSection> sections,
			List<Answerable> voices, Map<InputId, PlanAnswer> written, Map<InputId, String> pages) {
		Locale language = Locale.forLanguageTag(voices.get(0).language());
		LetterDraft letter = this.letters.of(authority, language);
		Said title = consultation.titleIn(language, letter.ownLang());
		letter.subject("plan.mail.answer.subject", title).paragraph("plan.mail.answer.intro", title);
		Set<String> linked = new HashSet<>();
		for (Answerable voice : voices) {
			PlanAnswer answer = Objects.requireNonNull(written.get(voice.answeredWith()));
			String page = pages.get(voice.inputId());
			letter.heading("plan.mail.answer.input", voice.reference());
			if (page != null && linked.add(page)) {
				letter.ourLink("plan.mail.answer.said", page);
			}
			add(letter, answer, (answer.sectionId() != null) ? sections.get(answer.sectionId()) : null, consultation);
		}
		return letter.button("plan.mail.answer.read", consultation.path() + "/plan").build();
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
	private static Collection<List<Answerable>> byRecipient(List<Answerable> voices) {
		return voices.stream()
			.collect(Collectors.groupingBy(Answerable::recipient, LinkedHashMap::new, Collectors.toList()))
			.values();
	}

}
