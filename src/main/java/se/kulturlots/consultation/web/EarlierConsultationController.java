package se.kulturlots.consultation.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.EarlierInvitees;
import se.kulturlots.consultation.EarlierInvitees.Row;
import se.kulturlots.consultation.EarlierInvitees.Since;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.MeetingProposal;

/**
 * The earlier consultation that one begins from: what is proposed again, what has changed
 * since, and whom to invite once more.
 */
@Controller
@RequestMapping("/staff/consultations/{id}/earlier")
class EarlierConsultationController {

	private final StaffConsultation head;

	private final Consultations consultations;

	private final EarlierConsultations earlier;

	private final EarlierInvitees invitees;

	private final Questions questions;

	private final MeetingProposal meetings;

	private final Cycle cycle;

	EarlierConsultationController(StaffConsultation head, Consultations consultations, EarlierConsultations earlier,
			EarlierInvitees invitees, Questions questions, MeetingProposal meetings, Cycle cycle) {
		this.head = head;
		this.consultations = consultations;
		this.earlier = earlier;
		this.invitees = invitees;
		this.questions = questions;
		this.meetings = meetings;
		this.cycle = cycle;
	}

	@GetMapping
	String show(@PathVariable CaseId id, @RequestParam(required = false) @Nullable Integer invited,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		CaseId from = consultation.beginsFrom();
		model.addAttribute("invited", invited);
		return show(consultation, (from != null) ? page.form(Map.of("from", from.toString())) : page.form(), account,
				model);
	}

	private String show(Consultation consultation, Form form, Account account, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("choices", this.earlier.choices(account.authority(), consultation.id()));
		model.addAttribute("mayChoose", consultation.endedAt() == null && mayChoose(account));
		model.addAttribute("mayInvite", consultation.inviteesConfirmedAt() == null && mayInvite(account));
		CaseId from = consultation.beginsFrom();
		if (from != null) {
			model.addAttribute("earlier", this.consultations.get(account.authority(), from));
			model.addAttribute("questions", this.questions.of(from));
			model.addAttribute("meetings", this.meetings.again(from));
			model.addAttribute("counts", this.invitees.counts(consultation));
			Map<Since, List<Row>> changed = new EnumMap<>(Since.class);
			for (Since since : Since.values()) {
				if (since != Since.SAME) {
					changed.put(since, this.invitees.of(consultation, since));
				}
			}
			model.addAttribute("changed", changed);
		}
		return "consultation/staffEarlier";
	}

	@PostMapping
	String choose(@PathVariable CaseId id, @AuthenticationPrincipal Account account, FromForm sent,
			BindingResult binding, Page page, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		if (!mayChoose(account)) {
			throw CaseProblem.officersOnly();
		}
		Form form = page.submitted(binding);
		return form.done(() -> this.cycle.beginFrom(account.authority(), id, sent.from()))
				? "redirect:/staff/consultations/" + id + "/earlier" : show(consultation, form, account, model);
	}

	@PostMapping("/invitees")
	String invite(@PathVariable CaseId id, @RequestParam(required = false) @Nullable Since all,
			@RequestParam(required = false) @Nullable List<OrganisationId> organisations,
			@AuthenticationPrincipal Account account, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		if (!mayInvite(account)) {
			throw CaseProblem.officersOnly();
		}
		int invited = (all != null) ? this.invitees.invite(consultation, all)
				: this.invitees.invite(consultation, (organisations != null) ? organisations : List.of());
		return "redirect:/staff/consultations/" + id + "/earlier?invited=" + invited;
	}

	private static boolean mayChoose(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.MANAGER);
	}

	private static boolean mayInvite(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.LIAISON);
	}

	/**
	 * What is chosen.
	 *
	 * @param from the consultation to begin from, or nothing
	 */
	record FromForm(@Nullable CaseId from) {
	}

}
