package se.kulturlots.consultation.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.OriginalTexts;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Question;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.core.LanguageNames;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/**
 * What officers write of a consultation besides its own texts: other languages beside the
 * authority's own, easy words, films in sign language.
 */
@Controller
@RequestMapping("/staff/consultations/{id}/words")
class StaffWordsController {

	private final StaffConsultation head;

	private final CaseWords words;

	private final Questions questions;

	private final List<OriginalTexts> originals;

	StaffWordsController(StaffConsultation head, CaseWords words, Questions questions, List<OriginalTexts> originals) {
		this.originals = originals;
		this.head = head;
		this.words = words;
		this.questions = questions;
	}

	@GetMapping
	String show(@PathVariable CaseId id, @RequestParam Optional<String> saved, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Map<Id, Words> words = this.words.ofCase(id);
		List<WordGroup> groups = groups(consultation, page);
		Map<String, String> values = new HashMap<>();
		fields(groups).forEach((field) -> field.in(words).ifPresent((there) -> values.put(field.key(), there.text())));
		model.addAttribute("saved", saved.isPresent());
		return show(consultation, groups, words, Map.of(), page.form(values), page, model);
	}

	@PostMapping
	String save(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Map<Id, Words> before = this.words.ofCase(id);
		Form form = page.submitted();
		List<WordGroup> groups = groups(consultation, page);
		Map<Id, List<Written>> wanted = new HashMap<>();
		before.forEach((subject, words) -> wanted.put(subject, new ArrayList<>(words.written())));
		Map<String, String> stored = new HashMap<>();
		Map<String, String> proposed = proposed(consultation, groups, before);
		for (WordField field : fields(groups)) {
			Written there = field.in(before).orElse(null);
			String typed = typed(field, form);
			check(field, typed, form);
			String standing = (there != null) ? there.text() : null;
			if (typed == null && there == null && form.isChosen(field.useKey(), "true")) {
				typed = proposed.get(field.key());
				if (typed == null) {
					form.error(field.key(), "consultation.words.outdated");
				}
			}
			boolean fits = form.isChosen(field.fitsKey(), "true");
			if (Objects.equals(typed, standing) ? !fits : mark(typed).equals(form.value(field.seenKey()))) {
				continue;
			}
			if (!Objects.equals(typed, standing) && !mark(standing).equals(form.value(field.seenKey()))) {
				stored.put(field.key(), Objects.requireNonNullElse(standing, ""));
			}
			List<Written> all = wanted.computeIfAbsent(field.subject(), (subject) -> new ArrayList<>());
			all.remove(there);
			if (typed != null) {
				all.add(new Written(field.part(), field.place(), field.language(), typed, original(field, form)));
			}
		}
		Map<String, String> homeless = homeless(groups, form);
		if (!homeless.isEmpty()) {
			form.add(CaseProblem.wordsGone());
		}
		model.addAttribute("homeless", homeless);
		if (form.hasErrors()) {
			stored.clear();
		}
		else {
			stored.keySet().forEach((key) -> form.add(CaseProblem.wordsChangedMeanwhile().at(key)));
		}
		Map<Id, Words> after = new HashMap<>();
		wanted.forEach((subject, all) -> after.put(subject, new Words(all)));
		if (form.done(() -> this.words.set(consultation.authorityId(), id, before, after))) {
			return "redirect:" + page.url(path(id) + "?saved");
		}
		return show(consultation, groups, this.words.ofCase(id), stored, form, page, model);
	}

	/*
	 * what the text was shown beside; whoever has not seen what stands there now has not
	 * said it
	 */
	private static @Nullable UUID original(WordField field, Form form) {
		return (field.own() == null || mark(field.own()).equals(form.value(field.ownKey()))) ? Words.mark(field.own())
				: Words.mark("");
	}

	/**
	 * What was typed in fields that the page no longer has, because a letter has been
	 * approved or a meeting cancelled while it was open.
	 * @return by the name of the field
	 */
	private static Map<String, String> homeless(List<WordGroup> groups, Form form) {
		Set<String> there = fields(groups).stream().map(WordField::seenKey).collect(Collectors.toSet());
		Map<String, String> homeless = new LinkedHashMap<>();
		form.typed()
			.keySet()
			.stream()
			.filter((name) -> name.endsWith(WordField.SEEN) && !there.contains(name))
			.forEach((name) -> {
				String key = name.substring(0, name.length() - WordField.SEEN.length());
				String typed = PlainText.textOrNull(form.value(key));
				if (typed != null && !mark(typed).equals(form.value(name))) {
					homeless.put(key, typed);
				}
			});
		return homeless;
	}

	/**
	 * What was written in the earlier case that this one began from, of the same texts.
	 * @return by the name of the field
	 */
	private Map<String, String> proposed(Consultation consultation, List<WordGroup> groups, Map<Id, Words> words) {
		CaseId earlier = consultation.beginsFrom();
		if (earlier == null) {
			return Map.of();
		}
		List<Written> before = this.words.ofCase(earlier)
			.values()
			.stream()
			.flatMap((each) -> each.written().stream())
			.filter((each) -> each.original() != null)
			.toList();
		Map<String, String> proposed = new LinkedHashMap<>();
		fields(groups).stream()
			.filter((field) -> field.own() != null && field.in(words).isEmpty())
			.forEach((field) -> before.stream()
				.filter((each) -> each.part() == field.part() && each.language().equals(field.language())
						&& each.fits(field.own()))
				.findFirst()
				.ifPresent((each) -> proposed.put(field.key(), each.text())));
		return proposed;
	}

	private static @Nullable String typed(WordField field, Form form) {
		String typed = form.value(field.key());
		return field.isLine() ? PlainText.lineOrNull(typed) : PlainText.textOrNull(typed);
	}

	private static void check(WordField field, @Nullable String text, Form form) {
		if (text != null && text.length() > field.part().longest()) {
			form.error(field.key(), "consultation.words.long", field.part().longest());
		}
		if (text != null && field.part() == Part.SIGNED && !isAddress(text)) {
			form.error(field.key(), "consultation.words.SIGNED.shape");
		}
	}

	private static boolean isAddress(String text) {
		return text.matches("https://[^\\s/$.?#][^\\s<>\"]*");
	}

	private String show(Consultation consultation, List<WordGroup> groups, Map<Id, Words> words,
			Map<String, String> stored, Form form, Page page, Model model) {
		List<WordField> fields = fields(groups);
		Map<String, String> hidden = new HashMap<>();
		fields.forEach((field) -> {
			hidden.put(field.seenKey(), seen(field, words, stored, form));
			hidden.put(field.ownKey(), form.isSubmitted() ? form.value(field.ownKey()) : mark(field.own()));
		});
		model.addAttribute("form", form);
		model.addAttribute("groups", groups);
		model.addAttribute("languages", others(page));
		model.addAttribute("missing",
				fields.stream()
					.filter((field) -> field.own() != null && form.value(field.key()).isBlank())
					.map(WordField::key)
					.toList());
		model.addAttribute("outdated",
				fields.stream()
					.filter((field) -> field.in(words)
						.filter((each) -> !each.fits(field.own()) && each.text().equals(typed(field, form)))
						.isPresent())
					.map(WordField::key)
					.toList());
		model.addAttribute("stored", stored);
		model.addAttribute("proposed", proposed(consultation, groups, words));
		model.addAttribute("hidden", hidden);
		model.addAttribute("path", path(consultation.id()));
		return "consultation/staffWords";
	}

	/* whoever is shown what somebody else has saved has seen it */
	private static String seen(WordField field, Map<Id, Words> words, Map<String, String> stored, Form form) {
		String shown = stored.get(field.key());
		if (shown != null) {
			return mark(shown.isEmpty() ? null : shown);
		}
		return form.isSubmitted() ? form.value(field.seenKey()) : mark(field.in(words).map(Written::text).orElse(null));
	}

	/* tells two states of a text from each other, empty for none */
	private static String mark(@Nullable String text) {
		return Objects.toString(Words.mark(text), "");
	}

	private static List<WordField> fields(List<WordGroup> groups) {
		return groups.stream().flatMap((group) -> group.fields().stream()).toList();
	}

	private List<WordGroup> groups(Consultation consultation, Page page) {
		CaseId id = consultation.id();
		List<Question> asked = this.questions.of(id);
		List<OriginalTexts.Group> originals = this.originals.stream()
			.flatMap((each) -> each.of(id, page.locale()).stream())
			.toList();
		List<WordGroup> groups = new ArrayList<>();
		for (Locale language : others(page)) {
			String tag = language.getLanguage();
			List<WordField> fields = new ArrayList<>();
			fields.add(new WordField(id, Part.TITLE, 0, tag, consultation.title()));
			fields.add(new WordField(id, Part.SUBJECT, 0, tag, consultation.subject()));
			asked.forEach((question) -> fields
				.add(new WordField(id, Part.QUESTION, question.position(), tag, question.text())));
			if (consultation.background() != null) {
				fields.add(new WordField(id, Part.BACKGROUND, 0, tag, consultation.background()));
			}
			groups.add(new WordGroup(null, tag, fields));
			originals.forEach((group) -> groups.add(new WordGroup(group.heading(), tag,
					group.texts()
						.stream()
						.map((text) -> new WordField(group.subject(), text.part(), 0, tag, text.own()))
						.toList())));
		}
		List<WordField> added = new ArrayList<>();
		all(page).forEach((language) -> added.add(new WordField(id, Part.EASY, 0, language.getLanguage(), null)));
		all(page).forEach((language) -> added.add(new WordField(id, Part.SIGNED, 0, language.getLanguage(), null)));
		LanguageNames.WITHOUT_PAGES.forEach((tag) -> added.add(new WordField(id, Part.SUMMARY, 0, tag, null)));
		groups.add(new WordGroup(null, null, added));
		return groups;
	}

	private static List<Locale> all(Page page) {
		return Objects.requireNonNull(page.authority()).languages();
	}

	private static List<Locale> others(Page page) {
		return all(page).stream().skip(1).toList();
	}

	private Consultation forChange(CaseId id, Account account, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		if (!account.has(Role.OFFICER) && !account.has(Role.MANAGER)) {
			throw CaseProblem.officersOnly();
		}
		return consultation;
	}

	private static String path(CaseId id) {
		return "/staff/consultations/" + id + "/words";
	}

}
