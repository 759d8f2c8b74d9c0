package se.kulturlots.cases.web;

import java.io.IOException;
import java.util.List;

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
import se.kulturlots.cases.MailExport;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.MailId;
import se.kulturlots.mail.MailLog;

/** The mails of a case, and another try for one that did not arrive. */
@Controller
class CaseMailController {

	private final CaseKinds kinds;

	private final MailLog mails;

	private final MailExport export;

	CaseMailController(CaseKinds kinds, MailLog mails, MailExport export) {
		this.kinds = kinds;
		this.mails = mails;
		this.export = export;
	}

	@GetMapping("/staff/{cases}/{id}/mail")
	String mails(@PathVariable String cases, @PathVariable CaseId id,
			@RequestParam(name = "page", defaultValue = "1") int wanted, @AuthenticationPrincipal Account account,
			Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		int number = Math.max(1, wanted);
		long all = this.mails.count(account.authority(), id, List.of());
		model.addAttribute("of", of);
		model.addAttribute("path", this.kinds.link(of).mailPath());
		model.addAttribute("mails", this.mails.of(account.authority(), id, List.of(), number - 1));
		model.addAttribute("number", number);
		model.addAttribute("last", (int) Math.max(1, (all + MailLog.PAGE_SIZE - 1) / MailLog.PAGE_SIZE));
		model.addAttribute("mayRetry", mayRetry(account));
		return "cases/mail";
	}

	@GetMapping({ "/staff/{cases}/{id}/mail.csv", "/staff/{cases}/{id}/mail.xlsx" })
	void file(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page,
			SheetDownload file) throws IOException {
		Case of = this.kinds.get(account.authority(), cases, id);
		file.send(page.t("cases.mails.file", of.slug()),
				(sheet) -> this.export.write(account.authority(), id, List.of(), null, page, sheet));
	}

	@PostMapping("/staff/{cases}/{id}/mail/{mailId}/retry")
	String retry(@PathVariable String cases, @PathVariable CaseId id, @PathVariable MailId mailId,
			@AuthenticationPrincipal Account account) {
		Case of = this.kinds.get(account.authority(), cases, id);
		if (!mayRetry(account)) {
			throw CaseProblem.officersOnly();
		}
		this.mails.retry(account.authority(), id, mailId);
		return "redirect:" + this.kinds.link(of).mailPath();
	}

	private static boolean mayRetry(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.MANAGER);
	}

}
