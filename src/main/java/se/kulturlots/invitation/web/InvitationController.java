package se.kulturlots.invitation.web;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Invitee.Answer;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.invitation.InvitationAnswers;
import se.kulturlots.invitation.InvitationAnswers.Received;

/**
 * Where the personal link of an invitation leads: read it, answer, go on to the meetings.
 */
@Controller
class InvitationController {

	private final InvitationAnswers answers;

	private final AppClock clock;

	InvitationController(InvitationAnswers answers, AppClock clock) {
		this.answers = answers;
		this.clock = clock;
	}

	@GetMapping("/my/invitation/{token}")
	String show(@PathVariable String token, @RequestParam(defaultValue = "false") boolean answered, Page page,
			Model model) {
		Received received = this.answers.open(token);
		page.of(received.consultation().authorityId());
		Answer answer = received.invitee().answer();
		Form form = (answer != null) ? page.form(Map.of("answer", answer)) : page.form();
		return show(token, received, form, answered, page, model);
	}

	@PostMapping("/my/invitation/{token}")
	String answer(@PathVariable String token, @Valid AnswerForm sent, BindingResult binding, Page page, Model model) {
		Received received = this.answers.open(token);
		page.of(received.consultation().authorityId());
		Form form = page.submitted(binding);
		return form.done(() -> this.answers.answer(token, sent.answer()))
				? "redirect:" + page.url("/my/invitation/" + page.encode(token)) + "?answered=true"
				: show(token, received, form, false, page, model);
	}

	private String show(String token, Received received, Form form, boolean answered, Page page, Model model) {
		model.addAttribute("received", received);
		model.addAttribute("token", token);
		model.addAttribute("link", PersonalLinks.reference(token));
		model.addAttribute("form", form);
		model.addAttribute("answered", answered);
		model.addAttribute("late", this.clock.today(page.zone()).isAfter(received.invitation().answerLastDay()));
		model.addAttribute("choices", List.of(Choice.of(Answer.COMING.name(), page.t("invitation.answer.COMING")),
				Choice.of(Answer.NOT_COMING.name(), page.t("invitation.answer.NOT_COMING"))));
		return "invitation/invitation";
	}

	/**
	 * What the form sends.
	 *
	 * @param answer whether they take part
	 */
	record AnswerForm(@NotNull(message = "{invitation.answer.required}") Answer answer) {
	}

}
