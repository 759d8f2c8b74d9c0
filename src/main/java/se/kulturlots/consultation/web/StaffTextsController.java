package se.kulturlots.consultation.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.Concerned;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.ConsultationTexts;
import se.kulturlots.consultation.ConsultationTexts.Texts;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.web.BeforeSending;

/** Where officers change the texts of a consultation that the public can read already. */
@Controller
@RequestMapping("/staff/consultations/{id}/texts")
class StaffTextsController {

	private static final String QUESTION = "question";

	private final StaffConsultation head;

	private final ConsultationTexts texts;

	private final List<Concerned> concerned;

	private final BeforeSending sending;

	StaffTextsController(StaffConsultation head, ConsultationTexts texts, List<Concerned> concerned,
			BeforeSending sending) {
		this.head = head;
		this.texts = texts;
		this.concerned = concerned;
		this.sending = sending;
	}

	@GetMapping
	String show(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Texts now = this.texts.of(consultation);
		Map<String, String> values = new HashMap<>();
		values.put("subject", now.subject());
		values.put("background", Objects.requireNonNullElse(now.background(), ""));
		for (int i = 0; i < now.questions().size(); i++) {
			values.put(QUESTION + (i + 1), now.questions().get(i));
		}
		return show(consultation, now, now.mark(), page.form(values), page, model);
	}

	@PostMapping
	String change(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid TextsForm sent,
			BindingResult binding, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Form form = page.submitted(binding);
		Texts now = this.texts.of(consultation);
		Texts wanted = new Texts(Objects.requireNonNullElse(sent.subject(), ""), sent.background(),
				questions(now, form));
		String seen = Objects.requireNonNullElse(sent.seen(), "");
		if (!form.hasErrors() && !now.mark().equals(seen) && !now.equals(wanted)) {
			form.refuse(Problem.Kind.CONFLICT.status(), "consultation.problem.textsChangedMeanwhile");
		}
		Set<String> told = tellable(id).stream()
			.map(Concerned::name)
			.filter((name) -> form.isChosen("told", name))
			.collect(Collectors.toSet());
		Runnable change = () -> this.texts.change(account.authority(), id, seen, wanted, told);
		String done = "redirect:/staff/consultations/" + id + "/texts";
		if (told.isEmpty() || now.equals(wanted)) {
			return form.done(change) ? done : show(consultation, now, now.mark(), form, page, model);
		}
		return this.sending.ask(form, account.authority(), id, change, done, model)
			.orElseGet(() -> show(consultation, now, now.mark(), form, page, model));
	}

	/* as many as there are; none can be taken away */
	private static List<String> questions(Texts now, Form form) {
		List<String> questions = new ArrayList<>();
		for (int i = 1; i <= now.questions().size(); i++) {
			String field = QUESTION + i;
			String typed = PlainText.lineOrNull(form.value(field));
			if (typed == null) {
				form.error(field, "consultation.texts.question.required");
			}
			else if (typed.length() > Part.QUESTION.longest()) {
				form.error(field, "consultation.words.long", Part.QUESTION.longest());
			}
			questions.add(Objects.requireNonNullElse(typed, ""));
		}
		return questions;
	}

	private String show(Consultation consultation, Texts now, String seen, Form form, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("now", now);
		model.addAttribute("seen", seen);
		model.addAttribute("changes", this.texts.changes(consultation));
		model.addAttribute("choices",
				(consultation.publishedAt() == null) ? List.of() : tellable(consultation.id()).stream()
					.map((each) -> Choice.of(each.name(), page.t(each.messageKey(), each.count(consultation.id()))))
					.toList());
		return "consultation/staffTexts";
	}

	private List<Concerned> tellable(CaseId id) {
		return this.concerned.stream().filter((each) -> !each.toldAnyway() && each.count(id) > 0).toList();
	}

	private Consultation forChange(CaseId id, Account account, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		if (!account.has(Role.OFFICER) && !account.has(Role.MANAGER)) {
			throw CaseProblem.officersOnly();
		}
		if (consultation.endedAt() != null) {
			throw ConsultationProblem.ended();
		}
		return consultation;
	}

	/**
	 * The texts as typed; the questions come one by one besides.
	 *
	 * @param subject what it is about
	 * @param background what it builds on
	 * @param seen the mark of the texts that were shown
	 */
	record TextsForm(
			@SeveralLines @NotBlank(message = "{consultation.texts.subject.required}") @Size(max = 2000,
					message = "{consultation.texts.subject.long}") String subject,
			@SeveralLines @Nullable @Size(max = 6000,
					message = "{consultation.texts.background.long}") String background,
			@Nullable String seen) {
	}

}
