package se.kulturlots.consultation.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.StepRetries;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.CaseDiagrams;

/** How a cycle came to where it stands, and another try for what has failed. */
@Controller
class StaffCaseController {

	private final StaffConsultation head;

	private final CaseDiagrams diagrams;

	private final StepRetries retries;

	StaffCaseController(StaffConsultation head, CaseDiagrams diagrams, StepRetries retries) {
		this.head = head;
		this.diagrams = diagrams;
		this.retries = retries;
	}

	@GetMapping("/staff/consultations/{id}/progress")
	String show(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		this.head.open(id, account, model);
		model.addAttribute("processes", this.diagrams.of(account.authority(), id, page.locale()));
		model.addAttribute("manager", account.has(Role.MANAGER));
		return "consultation/staffCase";
	}

	@GetMapping("/staff/consultations/{id}/progress/{process}/{version}")
	ResponseEntity<String> diagram(@PathVariable CaseId id, @PathVariable String process, @PathVariable int version,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		this.head.open(id, account, model);
		return this.diagrams.drawing(account.authority(), id, process, version, page.locale())
			.map((drawing) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(drawing))
			.orElseThrow(ConsultationProblem::unknown);
	}

	@PostMapping("/staff/consultations/{id}/progress/retry")
	String retry(@PathVariable CaseId id, @RequestParam String job, @AuthenticationPrincipal Account account,
			Model model) {
		this.head.open(id, account, model);
		if (!account.has(Role.MANAGER)) {
			throw CaseProblem.managersOnly();
		}
		this.retries.retry(account, id, job);
		return "redirect:/staff/consultations/" + id + "/progress";
	}

}
