package se.kulturlots.consultation.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.LateInvitations;
import se.kulturlots.consultation.LateInvitations.Way;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.register.Coverage;
import se.kulturlots.register.OrganisationPage;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.OrganisationStatus;
import se.kulturlots.register.SavedFilters;
import se.kulturlots.workflow.web.BeforeSending;

/**
 * The list of those invited: who is on it, who is missing, and choosing from the
 * register.
 */
@Controller
class StaffInviteesController {

	private static final int PAGE_SIZE = 100;

	private final StaffConsultation head;

	private final Invitees invitees;

	private final Coverage coverage;

	private final OrganisationSearch register;

	private final SavedFilters saved;

	private final OrganisationChoices organisations;

	private final ConsultationSheets sheets;

	private final LateInvitations late;

	private final BeforeSending sending;

	StaffInviteesController(StaffConsultation head, Invitees invitees, Coverage coverage, OrganisationSearch register,
			SavedFilters saved, OrganisationChoices organisations, ConsultationSheets sheets, LateInvitations late,
			BeforeSending sending) {
		this.head = head;
		this.invitees = invitees;
		this.coverage = coverage;
		this.register = register;
		this.saved = saved;
		this.organisations = organisations;
		this.sheets = sheets;
		this.late = late;
		this.sending = sending;
	}

	@GetMapping("/staff/consultations/{id}/invitees")
	String list(@PathVariable CaseId id, InviteeChoices choices,
			@RequestParam(name = "page", defaultValue = "1") int number, @RequestParam(defaultValue = "1") int listed,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		Set<OrganisationId> chosen = this.invitees.organisationIds(id);
		int last = Math.max(1, (chosen.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int current = Math.min(Math.max(1, listed), last);
		boolean open = consultation.inviteesConfirmedAt() == null && mayChoose(account);
		Way late = (consultation.inviteesConfirmedAt() != null && mayChoose(account)) ? this.late.of(consultation)
				: Way.CLOSED;
		OrganisationPage found = (open || late != Way.CLOSED)
				? this.register.find(account.authority(), choices.filter(), number - 1) : null;
		model.addAttribute("list", this.invitees.of(id, (current - 1) * PAGE_SIZE, PAGE_SIZE));
		model.addAttribute("listed", current);
		model.addAttribute("lastListed", last);
		model.addAttribute("coverage", this.coverage.of(account.authority(), chosen));
		model.addAttribute("open", open);
		model.addAttribute("late", late);
		model.addAttribute("removed", open ? this.invitees.removed(id) : List.of());
		model.addAttribute("found", found);
		model.addAttribute("chosen", chosen);
		model.addAttribute("then", (open && choices.isNarrow())
				? this.coverage.withAll(account.authority(), chosen, choices.filter()) : null);
		model.addAttribute("saved",
				(found != null) ? this.saved.of(account.authority())
					.stream()
					.filter((each) -> each.filter().status() == OrganisationStatus.ACTIVE)
					.toList() : List.of());
		model.addAttribute("form", page.submitted());
		model.addAttribute("choices", choices);
		this.organisations.add(account.authority(), page, model);
		return "consultation/staffInvitees";
	}

	@GetMapping({ "/staff/consultations/{id}/invitees.csv", "/staff/consultations/{id}/invitees.xlsx" })
	void file(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model,
			SheetDownload file) throws IOException {
		Consultation consultation = this.head.open(id, account, model);
		file.send(page.t("consultation.invitees.file", consultation.slug()),
				(sheet) -> this.sheets.invitees(id, page, sheet));
	}

	@PostMapping("/staff/consultations/{id}/invitees/add")
	String add(@PathVariable CaseId id, @RequestParam(required = false) @Nullable List<OrganisationId> organisations,
			@AuthenticationPrincipal Account account, Model model) {
		Consultation consultation = forChange(id, account, model);
		this.invitees.add(consultation, (organisations != null) ? organisations : List.of());
		return "redirect:/staff/consultations/" + id + "/invitees";
	}

	@PostMapping("/staff/consultations/{id}/invitees/add-all")
	String addAll(@PathVariable CaseId id, InviteeChoices choices, @AuthenticationPrincipal Account account,
			Model model) {
		Consultation consultation = forChange(id, account, model);
		this.invitees.add(consultation, this.register.idsOf(account.authority(), choices.filter()));
		return "redirect:/staff/consultations/" + id + "/invitees";
	}

	@PostMapping("/staff/consultations/{id}/invitees/late")
	String late(@PathVariable CaseId id, @RequestParam(required = false) @Nullable List<OrganisationId> organisations,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		String done = "/staff/consultations/" + id + "/invitees";
		if (organisations == null || organisations.isEmpty()) {
			return "redirect:" + done;
		}
		Form form = page.submitted();
		Runnable invite = () -> this.late.invite(consultation, organisations);
		if (this.late.of(consultation) != Way.AT_ONCE) {
			invite.run();
			return "redirect:" + done;
		}
		return this.sending.ask(form, account.authority(), id, invite, "redirect:" + done, model)
			.orElse("redirect:" + done);
	}

	@PostMapping("/staff/consultations/{id}/invitees/remove")
	String remove(@PathVariable CaseId id, @RequestParam(required = false) @Nullable List<OrganisationId> organisations,
			@RequestParam(defaultValue = "false") boolean sure, @AuthenticationPrincipal Account account, Model model) {
		Consultation consultation = forChange(id, account, model);
		List<OrganisationId> chosen = (organisations != null) ? organisations : List.of();
		if (!sure && !chosen.isEmpty()) {
			model.addAttribute("going", this.invitees.named(id, chosen));
			return "consultation/staffInviteesRemove";
		}
		this.invitees.remove(consultation, chosen);
		return "redirect:/staff/consultations/" + id + "/invitees";
	}

	@PostMapping("/staff/consultations/{id}/invitees/restore")
	String restore(@PathVariable CaseId id,
			@RequestParam(required = false) @Nullable List<OrganisationId> organisations,
			@AuthenticationPrincipal Account account, Model model) {
		Consultation consultation = forChange(id, account, model);
		this.invitees.restore(consultation, (organisations != null) ? organisations : List.of());
		return "redirect:/staff/consultations/" + id + "/invitees#removed";
	}

	private Consultation forChange(CaseId id, Account account, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		if (!mayChoose(account)) {
			throw CaseProblem.officersOnly();
		}
		return consultation;
	}

	private static boolean mayChoose(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.LIAISON);
	}

}
