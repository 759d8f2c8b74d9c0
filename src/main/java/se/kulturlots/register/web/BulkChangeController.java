package se.kulturlots.register.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.register.BulkChangeId;
import se.kulturlots.register.BulkChanges;

/** Where a change of many organisations is looked back on, and undone. */
@Controller
class BulkChangeController {

	static final String CHANGES = "/staff/register/changes";

	private final BulkChanges changes;

	BulkChangeController(BulkChanges changes) {
		this.changes = changes;
	}

	@GetMapping(CHANGES + "/{id}")
	String done(@AuthenticationPrincipal Account account, @PathVariable BulkChangeId id, Model model) {
		Writing.check(account);
		model.addAttribute("change", this.changes.get(account.authority(), id));
		return "register/bulkChange";
	}

	@PostMapping(CHANGES + "/{id}/undo")
	String undo(@AuthenticationPrincipal Account account, @PathVariable BulkChangeId id, Page page) {
		Writing.check(account);
		this.changes.undo(account.authority(), id);
		return "redirect:" + page.url(CHANGES + "/" + id);
	}

}
