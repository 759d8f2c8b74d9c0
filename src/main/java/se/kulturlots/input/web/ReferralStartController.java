package se.kulturlots.input.web;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputProcess;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.Processes;
import se.kulturlots.workflow.web.BeforeSending;

/**
 * Sends a draft out for comments outside the order of the cycle. What goes out is shown
 * first.
 */
@Controller
@RequestMapping("/staff/consultations/{id}/input/referral/send")
class ReferralStartController {

	private final Consultations consultations;

	private final InputSchedule schedule;

	private final Processes processes;

	private final BeforeSending sending;

	private final AppClock clock;

	ReferralStartController(Consultations consultations, InputSchedule schedule, Processes processes,
			BeforeSending sending, AppClock clock) {
		this.consultations = consultations;
		this.schedule = schedule;
		this.processes = processes;
		this.sending = sending;
		this.clock = clock;
	}

	@GetMapping
	String open(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		requireOfficer(account);
		return show(this.consultations.get(account.authority(), id), page.form(), model);
	}

	@PostMapping
	String send(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid SendForm sent,
			BindingResult binding, Page page, Model model) {
		requireOfficer(account);
		Consultation consultation = this.consultations.get(account.authority(), id);
		Form form = page.submitted(binding);
		return this.sending
			.attempt(form, account.authority(), id, () -> start(consultation, account, sent, page),
					"redirect:/staff/consultations/" + id + "/input", model)
			.orElseGet(() -> show(consultation, form, model));
	}

	private void start(Consultation consultation, Account account, SendForm sent, Page page) {
		try {
			this.processes.startWithAnswers(InputProcess.KEY, account,
					Map.of("caseId", consultation.id().toString(), "kind", InputPeriod.Kind.REFERRAL.name(), "opens",
							this.clock.today(page.zone()).toString(), "lastDay", sent.lastDay().toString()));
		}
		catch (AnswersRefused ex) {
			throw ex.problem();
		}
	}

	private String show(Consultation consultation, Form form, Model model) {
		model.addAttribute("consultation", consultation);
		model.addAttribute("form", form);
		model.addAttribute("may", this.schedule.mayRefer(consultation));
		return "input/staffReferralSend";
	}

	private static void requireOfficer(Account account) {
		if (!account.has(Role.OFFICER)) {
			throw CaseProblem.officersOnly();
		}
	}

	/**
	 * What is asked.
	 *
	 * @param lastDay until when comments can be given
	 */
	record SendForm(@NotNull(message = "{input.referral.send.lastDay.required}") LocalDate lastDay) {
	}

}
