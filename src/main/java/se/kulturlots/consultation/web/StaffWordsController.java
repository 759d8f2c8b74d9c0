package se.kulturlots.consultation.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

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

	/** Those in which somebody may want the matter in short. */
	private static final List<String> SUMMARIES = List.of("se", "sma", "smj", "fit", "rom", "yi", "ar", "uk", "so",
			"fa", "ti");

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
		return show(consultation, words, page.form(values), page, model);
	}

	@PostMapping
	String save(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Words before = this.words.of(id);
		Form form = page.submitted();
		List<Written> written = new ArrayList<>();
		for (WordField field : fields(consultation, page)) {
			String typed = form.value(field.key());
			String text = field.isLine() ? PlainText.lineOrNull(typed) : PlainText.textOrNull(typed);
			if (text == null) {
				continue;
			}
			if (text.length() > field.part().longest()) {
				form.error(field.key(), "consultation.words.long", field.part().longest());
			}
			if (field.part() == Part.SIGNED && !isAddress(text)) {
				form.error(field.key(), "consultation.words.SIGNED.shape");
			}
			written.add(new Written(field.part(), field.place(), field.language(), text));
		}
		if (form.done(() -> {
			Words wanted = new Words(written);
			// sent twice it is saved once
			if (!wanted.equals(before) && !mark(before).equals(form.value("seen"))) {
				throw ConsultationProblem.wordsChangedMeanwhile();
			}
			this.words.set(consultation, before, wanted);
		})) {
			return "redirect:" + page.url(path(id) + "?saved");
		}
		return show(consultation, this.words.of(id), form, page, model);
	}

	private static boolean isAddress(String text) {
		return text.matches("https://[^\\s/$.?#][^\\s<>\"]*");
	}

	private String show(Consultation consultation, Words words, Form form, Page page, Model model) {
		List<WordField> fields = fields(consultation, page);
		model.addAttribute("form", form);
		model.addAttribute("fields", fields);
		model.addAttribute("languages", others(page));
		model.addAttribute("missing",
				fields.stream()
					.filter((field) -> field.own() != null && form.value(field.key()).isBlank())
					.map(WordField::key)
					.toList());
		model.addAttribute("seen", mark(words));
		model.addAttribute("path", path(consultation.id()));
		return "consultation/staffWords";
	}

	/* tells two states of the texts from each other */
	private static String mark(Words words) {
		return UUID.nameUUIDFromBytes(words.toString().getBytes(StandardCharsets.UTF_8)).toString();
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
		SUMMARIES.forEach((tag) -> fields.add(new WordField(Part.SUMMARY, 0, tag, null)));
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
