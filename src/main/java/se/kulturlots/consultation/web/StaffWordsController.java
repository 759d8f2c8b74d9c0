package se.kulturlots.consultation.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.ConsultationWords;
import se.kulturlots.consultation.Question;
import se.kulturlots.consultation.Questions;
import se.kulturlots.consultation.Words;
import se.kulturlots.consultation.Words.Part;
import se.kulturlots.consultation.Words.Written;
import se.kulturlots.core.CaseId;
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

	private final ConsultationWords words;

	private final Questions questions;

	StaffWordsController(StaffConsultation head, ConsultationWords words, Questions questions) {
		this.head = head;
		this.words = words;
		this.questions = questions;
	}

	@GetMapping
	String show(@PathVariable CaseId id, @RequestParam Optional<String> saved, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Words words = this.words.of(id);
		Map<String, String> values = new HashMap<>();
		words.written()
			.forEach((each) -> values.put(new WordField(each.part(), each.place(), each.language(), null).key(),
					each.text()));
		model.addAttribute("saved", saved.isPresent());
		return show(consultation, words, Map.of(), page.form(values), page, model);
	}

	@PostMapping
	String save(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Words before = this.words.of(id);
		Form form = page.submitted();
		List<Written> wanted = new ArrayList<>(before.written());
		Map<String, String> stored = new HashMap<>();
		for (WordField field : fields(consultation, page)) {
			Written there = before.written(field.part(), field.place(), field.language()).orElse(null);
			String typed = typed(field, form);
			check(field, typed, form);
			String standing = (there != null) ? there.text() : null;
			boolean fits = form.isChosen(field.fitsKey(), "true");
			if (Objects.equals(typed, standing) ? !fits : mark(typed).equals(form.value(field.seenKey()))) {
				continue;
			}
			if (!Objects.equals(typed, standing) && !mark(standing).equals(form.value(field.seenKey()))) {
				stored.put(field.key(), Objects.requireNonNullElse(standing, ""));
			}
			wanted.remove(there);
			if (typed != null) {
				wanted.add(new Written(field.part(), field.place(), field.language(), typed, Words.mark(field.own())));
			}
		}
		if (form.hasErrors()) {
			stored.clear();
		}
		else {
			stored.keySet().forEach((key) -> form.add(ConsultationProblem.wordsChangedMeanwhile().at(key)));
		}
		if (form.done(() -> this.words.set(consultation, before, new Words(wanted)))) {
			return "redirect:" + page.url(path(id) + "?saved");
		}
		return show(consultation, this.words.of(id), stored, form, page, model);
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

	private String show(Consultation consultation, Words words, Map<String, String> stored, Form form, Page page,
			Model model) {
		List<WordField> fields = fields(consultation, page);
		Map<String, String> seen = new HashMap<>();
		fields.forEach((field) -> seen.put(field.key(), seen(field, words, stored, form)));
		model.addAttribute("form", form);
		model.addAttribute("fields", fields);
		model.addAttribute("languages", others(page));
		model.addAttribute("missing",
				fields.stream()
					.filter((field) -> field.own() != null && form.value(field.key()).isBlank())
					.map(WordField::key)
					.toList());
		model.addAttribute("outdated",
				fields.stream()
					.filter((field) -> words.written(field.part(), field.place(), field.language())
						.filter((each) -> !each.fits(field.own()) && each.text().equals(typed(field, form)))
						.isPresent())
					.map(WordField::key)
					.toList());
		model.addAttribute("stored", stored);
		model.addAttribute("seen", seen);
		model.addAttribute("path", path(consultation.id()));
		return "consultation/staffWords";
	}

	/* whoever is shown what somebody else has saved has seen it */
	private static String seen(WordField field, Words words, Map<String, String> stored, Form form) {
		String shown = stored.get(field.key());
		if (shown != null) {
			return mark(shown.isEmpty() ? null : shown);
		}
		return form.isSubmitted() ? form.value(field.seenKey())
				: mark(words.find(field.part(), field.place(), field.language()).orElse(null));
	}

	/* tells two states of a text from each other, empty for none */
	private static String mark(@Nullable String text) {
		return Objects.toString(Words.mark(text), "");
	}

	private List<WordField> fields(Consultation consultation, Page page) {
		List<WordField> fields = new ArrayList<>();
		List<Question> asked = this.questions.of(consultation.id());
		for (Locale language : others(page)) {
			String tag = language.getLanguage();
			fields.add(new WordField(Part.TITLE, 0, tag, consultation.title()));
			fields.add(new WordField(Part.SUBJECT, 0, tag, consultation.subject()));
			asked.forEach(
					(question) -> fields.add(new WordField(Part.QUESTION, question.position(), tag, question.text())));
			if (consultation.background() != null) {
				fields.add(new WordField(Part.BACKGROUND, 0, tag, consultation.background()));
			}
		}
		all(page).forEach((language) -> fields.add(new WordField(Part.EASY, 0, language.getLanguage(), null)));
		all(page).forEach((language) -> fields.add(new WordField(Part.SIGNED, 0, language.getLanguage(), null)));
		LanguageNames.WITHOUT_PAGES.forEach((tag) -> fields.add(new WordField(Part.SUMMARY, 0, tag, null)));
		return fields;
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
