package se.kulturlots.staff.web;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.MailExport;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.MailId;
import se.kulturlots.mail.MailLog;
import se.kulturlots.mail.MailState;

/** All mails of an authority: first those that somebody has to do something about. */
@Controller
class StaffMailController {

	private final MailLog mails;

	private final CaseKinds cases;

	private final MailExport export;

	StaffMailController(MailLog mails, CaseKinds cases, MailExport export) {
		this.mails = mails;
		this.cases = cases;
		this.export = export;
	}

	@GetMapping("/staff/mail")
	String list(@RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) @Nullable String to,
			@RequestParam(defaultValue = "false") boolean again,
			@RequestParam(name = "page", defaultValue = "1") int wanted, @AuthenticationPrincipal Account account,
			Model model) {
		Collection<MailState> states = states(all);
		int count = this.mails.count(account.authority(), null, states, to);
		int last = Math.max(1, (count + MailLog.PAGE_SIZE - 1) / MailLog.PAGE_SIZE);
		int number = Math.min(Math.max(1, wanted), last);
		List<MailLog.Entry> found = this.mails.of(account.authority(), null, states, to, number - 1);
		model.addAttribute("mails", found);
		model.addAttribute("cases", this.cases
			.links(found.stream().map(MailLog.Entry::caseId).filter(Objects::nonNull).distinct().toList()));
		model.addAttribute("all", all);
		model.addAttribute("to", to);
		model.addAttribute("again", again);
		model.addAttribute("number", number);
		model.addAttribute("last", last);
		model.addAttribute("mayRetry", mayRetry(account));
		return "staff/mail";
	}

	@GetMapping({ "/staff/mail.csv", "/staff/mail.xlsx" })
	void file(@RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) @Nullable String to,
			@AuthenticationPrincipal Account account, Page page, SheetDownload file) throws IOException {
		file.send(page.t("staff.mail.file"),
				(sheet) -> this.export.write(account.authority(), null, states(all), to, page, sheet));
	}

	private static Collection<MailState> states(boolean all) {
		return all ? List.of() : MailLog.TROUBLED;
	}

	@PostMapping("/staff/mail/{mailId}/retry")
	String retry(@PathVariable MailId mailId, @AuthenticationPrincipal Account account) {
		if (!mayRetry(account)) {
			throw CaseProblem.officersOnly();
		}
		this.mails.retry(account.authority(), mailId);
		return "redirect:/staff/mail?again=true";
	}

	private static boolean mayRetry(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.MANAGER);
	}

}
