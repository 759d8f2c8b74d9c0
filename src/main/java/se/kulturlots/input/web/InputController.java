package se.kulturlots.input.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProblem;
import se.kulturlots.input.Intake;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Submission;
import se.kulturlots.input.Submission.Channel;
import se.kulturlots.input.Submissions;

/**
 * Where people say what they think: the form, a look at what was filled in, and the
 * receipt.
 */
@Controller
@RequestMapping("/{authority}/consultations/{slug}/input")
class InputController {

	private final InputFormFinder formFinder;

	private final Intake intake;

	private final Submissions submissions;

	private final InputPeriods periods;

	InputController(InputFormFinder formFinder, Intake intake, Submissions submissions, InputPeriods periods) {
		this.formFinder = formFinder;
		this.intake = intake;
		this.submissions = submissions;
		this.periods = periods;
	}

	@GetMapping
	String form(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		InputView view = this.formFinder.find(page, authority, slug);
		model.addAttribute("view", view);
		return view.openness().takesInput() ? show("input/form", page.form(), model) : "input/closed";
	}

	@PostMapping
	String submit(@PathVariable String authority, @PathVariable String slug,
			@RequestParam(required = false) @Nullable String step, @RequestParam MultiValueMap<String, String> sent,
			Page page, Model model, HttpServletResponse response) {
		InputView view = this.formFinder.find(page, authority, slug);
		model.addAttribute("view", view);
		Form form = page.submitted();
		InputPeriod period = view.period();
		boolean open = view.openness().takesInput();
		// what has been taken already gets its receipt also when the form has closed
		if (period == null || !(open || "send".equals(step))) {
			return closed(view, sent, model, response);
		}
		if ("change".equals(step)) {
			return show("input/form", form, model);
		}
		InputAnswers answers = new InputAnswers(page, form);
		Map<String, String> texts = answers.texts(view.fields());
		Sender sender = answers.sender(view.municipalities());
		List<String> orphans = typed(view, sent, true);
		if (!orphans.isEmpty()) {
			model.addAttribute("orphans", orphans);
			form.refuse(Problem.Kind.INVALID.status(), "input.problem.unknownField");
		}
		if (form.hasErrors()) {
			return open ? show("input/form", form, model) : closed(view, sent, model, response);
		}
		if (!"send".equals(step)) {
			model.addAttribute("facts", InputAnswers.facts(view, texts, sender));
			return show("input/check", form, model);
		}
		try {
			return form
				.attempt(() -> this.intake.receive(authority, period.id(), form.submissionId(), sender, texts,
						page.cameBy()))
				.map((kept) -> "redirect:" + view.receiptPath(kept.id()))
				.orElseGet(() -> show("input/form", form, model));
		}
		catch (InputProblem problem) {
			if (!problem.isFormClosed()) {
				throw problem;
			}
			return closed(view, sent, model, response);
		}
	}

	private static String closed(InputView view, MultiValueMap<String, String> sent, Model model,
			HttpServletResponse response) {
		response.setStatus(InputProblem.formClosed().kind().status());
		model.addAttribute("typed", typed(view, sent, false));
		return "input/closed";
	}

	private static String show(String template, Form form, Model model) {
		model.addAttribute("form", form);
		return template;
	}

	/* texts for fields that the form has no more, so that nobody loses them */
	private static List<String> typed(InputView view, MultiValueMap<String, String> sent, boolean orphansOnly) {
		List<String> names = view.fields().stream().map(InputAnswers::name).toList();
		return sent.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith("answers[")
					&& !(orphansOnly && names.contains(entry.getKey())))
			.map((entry) -> PlainText.textOrNull(entry.getValue().get(0)))
			.filter(Objects::nonNull)
			.toList();
	}

	@GetMapping("/{submissionId}")
	String receipt(@PathVariable String authority, @PathVariable String slug, @PathVariable SubmissionId submissionId,
			Page page, Model model) {
		InputView view = this.formFinder.find(page, authority, slug);
		Submission submission = this.submissions.findByIdAndAuthorityId(submissionId, authority)
			.filter((found) -> found.channel() == Channel.WEB)
			.orElseThrow(InputProblem::unknown);
		InputPeriod period = this.periods.get(authority, submission.periodId());
		if (!period.consultationId().equals(view.consultation().id())) {
			throw InputProblem.unknown();
		}
		model.addAttribute("view", this.formFinder.of(page, view.consultation(), period));
		model.addAttribute("submission", submission);
		return "input/receipt";
	}

}
