package se.kulturlots.plan.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.plan.Answering;
import se.kulturlots.plan.FixedSection;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanAnswer;
import se.kulturlots.plan.PlanAnswers;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanVersions;

/** Where the answers to those who gave input are read and changed. */
@Controller
class StaffAnswersController {

	private static final String ANSWERS = "/staff/consultations/{id}/plan/answers";

	private static final int PAGE_SIZE = 25;

	private final PlanAccess planAccess;

	private final Answering answering;

	private final PlanAnswers answers;

	private final PlanInputs inputs;

	private final PlanVersions versions;

	StaffAnswersController(PlanAccess planAccess, Answering answering, PlanAnswers answers, PlanInputs inputs,
			PlanVersions versions) {
		this.planAccess = planAccess;
		this.answering = answering;
		this.answers = answers;
		this.inputs = inputs;
		this.versions = versions;
	}

	@GetMapping(ANSWERS)
	String list(@AuthenticationPrincipal Account account, @PathVariable CaseId id,
			@RequestParam(defaultValue = "1") int page, Model model) {
		Plan plan = this.planAccess.read(account, id);
		int pages = Math.max(1, (this.inputs.countAnswered(plan) + PAGE_SIZE - 1) / PAGE_SIZE);
		int number = Math.min(Math.max(1, page), pages);
		List<ReceivedItem> items = this.inputs.answered(plan, (number - 1) * PAGE_SIZE, PAGE_SIZE);
		model.addAttribute("consultation", this.planAccess.consultation(account, id));
		model.addAttribute("plan", plan);
		model.addAttribute("mayWrite", PlanAccess.mayWrite(account) && plan.answersSentAt() == null);
		model.addAttribute("toGo", this.answering.areToGo(plan));
		model.addAttribute("recipients", this.answering.recipients(plan));
		model.addAttribute("items", items);
		model.addAttribute("answers", this.answers.of(plan.id(), items.stream().map(ReceivedItem::inputId).toList()));
		model.addAttribute("headings", headings(plan));
		model.addAttribute("number", number);
		model.addAttribute("pages", pages);
		return "plan/staffAnswers";
	}

	private Map<SectionId, String> headings(Plan plan) {
		return this.versions.fixed(plan.id(), plan.fixedVersion())
			.stream()
			.collect(Collectors.toMap(FixedSection::id, FixedSection::heading));
	}

	@GetMapping(ANSWERS + "/{input}")
	String edit(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable InputId input,
			Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		PlanAnswer stored = stored(plan, input);
		return show(account, plan, stored, null,
				page.form(Map.of("text", Objects.requireNonNullElse(stored.text(), ""))), model);
	}

	@PostMapping(ANSWERS + "/{input}")
	String change(@AuthenticationPrincipal Account account, @PathVariable CaseId id, @PathVariable InputId input,
			@Valid Answered answered, BindingResult binding, Page page, Model model) {
		Plan plan = this.planAccess.write(account, id);
		stored(plan, input);
		Form form = page.submitted(binding);
		if (form.done(() -> this.answering.edit(plan.id(), input, answered.seen(), answered.text()))) {
			return "redirect:/staff/consultations/" + id + "/plan/answers#answer-" + input;
		}
		PlanAnswer now = stored(plan, input);
		return show(account, plan, now, (now.version() != answered.seen()) ? now : null, form, model);
	}

	private PlanAnswer stored(Plan plan, InputId input) {
		PlanAnswer stored = this.answers.of(plan.id(), List.of(input)).get(input);
		if (stored == null) {
			throw PlanProblem.unknownInput();
		}
		return stored;
	}

	private String show(Account account, Plan plan, PlanAnswer answer, @Nullable PlanAnswer theirs, Form form,
			Model model) {
		model.addAttribute("consultation", this.planAccess.consultation(account, plan.consultationId()));
		model.addAttribute("said", this.inputs.find(answer.inputId()).orElseThrow(PlanProblem::unknownInput));
		model.addAttribute("answer", answer);
		model.addAttribute("theirs", theirs);
		model.addAttribute("heading", (answer.sectionId() != null) ? headings(plan).get(answer.sectionId()) : null);
		model.addAttribute("form", form);
		return "plan/staffAnswer";
	}

	/**
	 * An answer as it was typed.
	 *
	 * @param text the answer
	 * @param version the version that was seen
	 */
	record Answered(@SeveralLines @Nullable @Size(max = PlanAnswer.LONGEST_TEXT) String text,
			@Nullable Integer version) {

		int seen() {
			return (this.version != null) ? this.version : 0;
		}

	}

}
