package se.kulturlots.cases.web;

import java.util.Map;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;

/** What has happened in a case. */
@Controller
class CaseJournalController {

	private static final int LINES = 200;

	private final CaseKinds kinds;

	private final Journal journal;

	private final Accounts accounts;

	CaseJournalController(CaseKinds kinds, Journal journal, Accounts accounts) {
		this.kinds = kinds;
		this.journal = journal;
		this.accounts = accounts;
	}

	@GetMapping("/staff/{cases}/{id}/journal")
	String journal(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		model.addAttribute("of", this.kinds.get(account.authority(), cases, id));
		Map<String, String> names = this.accounts.names(account.authority());
		model.addAttribute("journal",
				JournalLine.of(this.journal.of(account.authority(), id, false, LINES), names, page));
		return "cases/journal";
	}

}
