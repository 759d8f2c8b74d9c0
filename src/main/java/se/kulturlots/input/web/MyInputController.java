package se.kulturlots.input.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.PersonalLinks.PersonalLink;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.input.Corrections;
import se.kulturlots.input.Input;
import se.kulturlots.input.InputField;
import se.kulturlots.input.InputLetters;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProblem;
import se.kulturlots.input.Inputs.EarlierText;
import se.kulturlots.input.Inputs;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Submission;
import se.kulturlots.input.Submissions;

/** What somebody sent, behind the link in their receipt. */
@Controller
@RequestMapping("/my/input/{token}")
class MyInputController {

	private final PersonalLinks links;

	private final Submissions submissions;

	private final Inputs inputs;

	private final InputPeriods periods;

	private final Consultations consultations;

	private final Corrections corrections;

	private final InputFormFinder formFinder;

	private final LedTo ledTo;

	MyInputController(PersonalLinks links, Submissions submissions, Inputs inputs, InputPeriods periods,
			Consultations consultations, Corrections corrections, InputFormFinder formFinder, LedTo ledTo) {
		this.links = links;
		this.submissions = submissions;
		this.inputs = inputs;
		this.periods = periods;
		this.consultations = consultations;
		this.corrections = corrections;
		this.formFinder = formFinder;
		this.ledTo = ledTo;
	}

	@GetMapping
	String show(@PathVariable String token, @RequestParam(required = false) @Nullable String done, Page page,
			Model model) {
		MyInput my = find(token, page);
		model.addAttribute("my", my);
		model.addAttribute("ledTo",
				this.ledTo.of(my.view().consultation().id(), my.said().stream().map(Input::answeredWith).toList()));
		model.addAttribute("changed", "changed".equals(done));
		return "input/my";
	}

	@GetMapping("/change")
	String change(@PathVariable String token, Page page, Model model) {
		MyInput my = changeable(token, page);
		Map<String, Object> values = new HashMap<>();
		my.said().forEach((input) -> values.put("answers[" + input.field() + "]", input.text()));
		Submission sent = my.submission();
		values.put("organisation", Objects.requireNonNullElse(sent.organisationName(), ""));
		values.put("name", Objects.requireNonNullElse(sent.name(), ""));
		values.put("municipality", Objects.requireNonNullElse(sent.municipalityCode(), ""));
		values.put("version", Objects.requireNonNull(sent.version()));
		return showForm(page.form(values), my, page, model);
	}

	@PostMapping("/change")
	String change(@PathVariable String token, @RequestParam int version, Page page, Model model) {
		MyInput my = changeable(token, page);
		Form form = page.submitted();
		InputAnswers answers = new InputAnswers(page, form);
		Map<String, String> texts = answers.texts(fields(my, page));
		Sender sender = answers.senderAgain(this.formFinder.municipalities(my.submission().authorityId()),
				my.submission().name());
		return form
			.attempt(() -> this.corrections.change(my.submission().authorityId(), my.submission().id(), version, sender,
					texts))
			.map((changed) -> "redirect:" + page.url("/my/input/" + token) + "?done=changed")
			.orElseGet(() -> showForm(form, my, page, model));
	}

	private String showForm(Form form, MyInput my, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("my", my);
		model.addAttribute("fields", fields(my, page));
		model.addAttribute("municipalities", this.formFinder.municipalities(my.submission().authorityId()));
		return "input/myChange";
	}

	private List<InputField> fields(MyInput my, Page page) {
		return this.formFinder.inReadersWords(page, Objects.requireNonNull(my.view().period()), this.corrections
			.fieldsFor(Objects.requireNonNull(my.view().period()), this.inputs.of(my.submission().id())));
	}

	@GetMapping("/withdraw")
	String withdraw(@PathVariable String token, Page page, Model model) {
		model.addAttribute("my", changeable(token, page));
		return "input/myWithdraw";
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable String token, Page page) {
		Submission sent = find(token, page).submission();
		this.corrections.withdraw(sent.authorityId(), sent.id());
		return "redirect:" + page.url("/my/input/" + token);
	}

	private MyInput changeable(String token, Page page) {
		MyInput my = find(token, page);
		if (!my.changeable()) {
			throw InputProblem.readOnly();
		}
		return my;
	}

	private MyInput find(String token, Page page) {
		PersonalLink link = this.links.resolve(InputLetters.PURPOSE, token);
		page.of(link.authorityId());
		Submission submission = this.submissions.get(link.authorityId(), new SubmissionId(link.subjectId().value()));
		InputPeriod period = this.periods.get(link.authorityId(), submission.periodId());
		Consultation consultation = this.consultations.get(link.authorityId(), period.consultationId());
		List<Input> answers = this.inputs.of(submission.id());
		EarlierWords earlier = new EarlierWords(submission,
				this.inputs.earlier(answers.stream().map(Input::id).toList())
					.stream()
					.collect(Collectors.groupingBy(EarlierText::inputId)),
				page);
		return new MyInput(token, this.formFinder.of(page, consultation, period), submission,
				answers.stream().filter(earlier::stands).toList(), earlier.of(answers),
				this.formFinder.municipality(submission.municipalityCode()),
				this.corrections.isChangeable(consultation, period, submission));
	}

}
