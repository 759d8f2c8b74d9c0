package se.kulturlots.workflow.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseProblem;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.StepRetries;

/** How a case came to where it stands, and another try for what has failed. */
@Controller
class ProgressOfCaseController {

	private final CaseKinds kinds;

	private final CaseDiagrams diagrams;

	private final StepRetries retries;

	ProgressOfCaseController(CaseKinds kinds, CaseDiagrams diagrams, StepRetries retries) {
		this.kinds = kinds;
		this.diagrams = diagrams;
		this.retries = retries;
	}

	@GetMapping("/staff/{cases}/{id}/progress")
	String show(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		model.addAttribute("of", of);
		model.addAttribute("path", this.kinds.progressPath(of));
		model.addAttribute("processes", this.diagrams.of(account.authority(), id, page.locale()));
		model.addAttribute("manager", account.has(Role.MANAGER));
		return "workflow/progress";
	}

	@GetMapping("/staff/{cases}/{id}/progress/{process}/{version}")
	ResponseEntity<String> diagram(@PathVariable String cases, @PathVariable CaseId id, @PathVariable String process,
			@PathVariable int version, @AuthenticationPrincipal Account account, Page page) {
		this.kinds.get(account.authority(), cases, id);
		return this.diagrams.drawing(account.authority(), id, process, version, page.locale())
			.map((drawing) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(drawing))
			.orElseThrow(CaseProblem::unknown);
	}

	@PostMapping("/staff/{cases}/{id}/progress/retry")
	String retry(@PathVariable String cases, @PathVariable CaseId id, @RequestParam String job,
			@AuthenticationPrincipal Account account) {
		Case of = this.kinds.get(account.authority(), cases, id);
		if (!account.has(Role.MANAGER)) {
			throw CaseProblem.managersOnly();
		}
		this.retries.retry(account, id, job);
		return "redirect:" + this.kinds.progressPath(of);
	}

}
