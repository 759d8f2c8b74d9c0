package se.kulturlots.staff.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;
import se.kulturlots.mail.MailLog;
import se.kulturlots.staff.AccountService;
import se.kulturlots.staff.StaffAccount;

/** One account, as its administrator sees it. */
@Controller
class AccountController {

	private static final String ACCOUNT = AccountsController.ACCOUNTS + "/{id}";

	private static final int LINES = 50;

	private final AccountService accountService;

	private final Cases cases;

	private final CaseKinds kinds;

	private final Journal journal;

	private final Accounts accounts;

	private final MailLog mails;

	AccountController(AccountService accountService, Cases cases, CaseKinds kinds, Journal journal, Accounts accounts,
			MailLog mails) {
		this.accountService = accountService;
		this.cases = cases;
		this.kinds = kinds;
		this.journal = journal;
		this.accounts = accounts;
		this.mails = mails;
	}

	static String path(String id, Page page) {
		return AccountsController.ACCOUNTS + "/" + page.encode(id);
	}

	@GetMapping(ACCOUNT)
	String account(@AuthenticationPrincipal Account admin, @PathVariable String id, @RequestParam Optional<String> done,
			Page page, Model model) {
		StaffAccount found = this.accountService.get(admin, id);
		model.addAttribute("done", done.orElse(""));
		return show(found, page.form(values(found)), page, model);
	}

	private static Map<String, Object> values(StaffAccount found) {
		return Map.of("version", found.state().version(), "name", found.account().displayName(), "email",
				Objects.requireNonNullElse(found.account().email(), ""), "roles", List.copyOf(found.roles()));
	}

	@PostMapping(ACCOUNT)
	String change(@AuthenticationPrincipal Account admin, @PathVariable String id, @Valid AccountChange sent,
			BindingResult binding, Page page, Model model) {
		StaffAccount found = this.accountService.get(admin, id);
		Form form = page.submitted(binding);
		Optional<EmailAddress> email = AccountsController.email(sent.email(), form);
		model.addAttribute("done", "");
		return form.done(() -> this.accountService.change(admin, id, sent.version(), sent.name(), email.orElseThrow(),
				EnumSet.copyOf(sent.roles()))) ? to(id, "changed", page) : show(found, form, page, model);
	}

	@GetMapping(ACCOUNT + "/close")
	String close(@AuthenticationPrincipal Account admin, @PathVariable String id, Page page, Model model) {
		return showClose(this.accountService.get(admin, id), page.form(), page, model);
	}

	@PostMapping(ACCOUNT + "/close")
	String close(@AuthenticationPrincipal Account admin, @PathVariable String id,
			@RequestParam(defaultValue = "-1") int version, Page page, Model model) {
		StaffAccount found = this.accountService.get(admin, id);
		Form form = page.submitted();
		return form.done(() -> this.accountService.close(admin, id, version)) ? to(id, "closed", page)
				: showClose(found, form, page, model);
	}

	@PostMapping(ACCOUNT + "/reopen")
	String reopen(@AuthenticationPrincipal Account admin, @PathVariable String id,
			@RequestParam(defaultValue = "-1") int version, Page page) {
		this.accountService.reopen(admin, id, version);
		return to(id, "reopened", page);
	}

	@PostMapping(ACCOUNT + "/link")
	String sendLink(@AuthenticationPrincipal Account admin, @PathVariable String id, Page page) {
		this.accountService.sendLink(admin, id);
		return to(id, "invited", page);
	}

	private static String to(String id, String done, Page page) {
		return "redirect:" + page.url(path(id, page) + "?done=" + done);
	}

	private String show(StaffAccount found, Form form, Page page, Model model) {
		String authority = found.account().authority();
		page.of(authority);
		model.addAttribute("form", form);
		model.addAttribute("account", found);
		model.addAttribute("path", page.url(path(found.id(), page)));
		model.addAttribute("roles", AccountsController.roles(page));
		model.addAttribute("mail",
				this.mails.of(authority, AccountService.caseId(found.id()), List.of(), 0).stream().findFirst());
		model.addAttribute("journal",
				JournalLine.of(this.journal.of(authority, AccountService.caseId(found.id()), false, LINES),
						this.accounts.names(authority), page));
		return "staff/account";
	}

	private String showClose(StaffAccount found, Form form, Page page, Model model) {
		page.of(found.account().authority());
		model.addAttribute("form", form);
		model.addAttribute("account", found);
		model.addAttribute("path", page.url(path(found.id(), page)));
		model.addAttribute("responsibleFor", responsibleFor(found));
		return "staff/accountClose";
	}

	private List<CaseLink> responsibleFor(StaffAccount found) {
		return this.cases.open(found.account().authority())
			.stream()
			.filter((one) -> found.id().equals(one.responsibleOfficer()))
			.map(this.kinds::link)
			.toList();
	}

}
