package se.kulturlots.staff.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.staff.AccountService;
import se.kulturlots.staff.StaffAccount;

/** The accounts of an authority, and new ones. */
@Controller
class AccountsController {

	static final String ACCOUNTS = "/staff/accounts";

	private static final int PAGE_SIZE = 50;

	private final AccountService accountService;

	private final Authorities authorities;

	AccountsController(AccountService accountService, Authorities authorities) {
		this.accountService = accountService;
		this.authorities = authorities;
	}

	@GetMapping(ACCOUNTS)
	String list(@AuthenticationPrincipal Account admin, @RequestParam(required = false) @Nullable String authority,
			@RequestParam(required = false) @Nullable String text, @RequestParam(defaultValue = "open") String status,
			@RequestParam(name = "page", defaultValue = "1") int number, Page page, Model model) {
		String words = (text != null) ? text : "";
		String whose = (admin.authorityId() != null) ? admin.authorityId() : authority;
		if (whose == null) {
			model.addAttribute("authorities", this.authorities.findAllByOrderByName());
			return "staff/accountsOfWhom";
		}
		this.authorities.get(whose);
		List<StaffAccount> found = find(admin, whose, words, status);
		int last = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int current = Math.min(Math.max(number, 1), last);
		page.of(whose);
		model.addAttribute("form", page.submitted());
		model.addAttribute("whose", whose);
		model.addAttribute("total", found.size());
		model.addAttribute("accounts",
				found.subList((current - 1) * PAGE_SIZE, Math.min(current * PAGE_SIZE, found.size())));
		model.addAttribute("narrow", !words.isEmpty() || !"open".equals(status));
		model.addAttribute("query",
				"authority=" + page.encode(whose) + "&status=" + page.encode(status) + "&text=" + page.encode(words));
		model.addAttribute("current", current);
		model.addAttribute("last", last);
		return "staff/accounts";
	}

	@GetMapping({ ACCOUNTS + "/list.csv", ACCOUNTS + "/list.xlsx" })
	void file(@AuthenticationPrincipal Account admin, @RequestParam(required = false) @Nullable String authority,
			@RequestParam(required = false) @Nullable String text, @RequestParam(defaultValue = "open") String status,
			Page page, SheetDownload file) throws IOException {
		String whose = (admin.authorityId() != null) ? admin.authorityId() : authority;
		// whoever answers for the whole installation gets all, as long as none is chosen
		List<String> chosen = (whose != null) ? List.of(this.authorities.get(whose).id())
				: this.authorities.findAllByOrderByName().stream().map(Authority::id).toList();
		List<StaffAccount> found = chosen.stream()
			.flatMap((one) -> find(admin, one, (text != null) ? text : "", status).stream())
			.toList();
		file.send(page.t("staff.accounts.file"), (sheet) -> StaffSheets.accounts(found, page, sheet));
	}

	private List<StaffAccount> find(Account admin, String whose, String words, String status) {
		return this.accountService.of(admin, whose)
			.stream()
			.filter((account) -> "all".equals(status) || account.closed() == "closed".equals(status))
			.filter((account) -> matches(account, words.toLowerCase(Locale.ROOT)))
			.toList();
	}

	private static boolean matches(StaffAccount account, String text) {
		return Stream.of(account.id(), account.account().displayName(), String.valueOf(account.account().email()))
			.anyMatch((value) -> value.toLowerCase(Locale.ROOT).contains(text));
	}

	@GetMapping(ACCOUNTS + "/new")
	String add(@AuthenticationPrincipal Account admin, @RequestParam(required = false) @Nullable String authority,
			Page page, Model model) {
		return show(admin, page.form(new AccountForm(authority, "", "", "", List.of())), page, model);
	}

	@PostMapping(ACCOUNTS + "/new")
	String add(@AuthenticationPrincipal Account admin, @Valid AccountForm sent, BindingResult binding, Page page,
			Model model) {
		Form form = page.submitted(binding);
		Optional<EmailAddress> email = email(sent.email(), form);
		String whose = (admin.authorityId() != null) ? admin.authorityId() : sent.authority();
		if (whose == null || !this.authorities.existsById(whose)) {
			form.error("authority", "staff.accounts.authority.required");
		}
		return form.done(() -> this.accountService.add(admin, form.submissionId(),
				new Account(sent.id(), sent.name(), email.orElseThrow().value(), whose, EnumSet.copyOf(sent.roles()))))
						? "redirect:" + page.url(AccountController.path(sent.id(), page) + "?done=invited")
						: show(admin, form, page, model);
	}

	/**
	 * The address that was typed, in small letters so that it is found again however it
	 * is typed, with an error in the form if it is none.
	 */
	static Optional<EmailAddress> email(@Nullable String typed, Form form) {
		if (typed == null) {
			return Optional.empty();
		}
		Optional<EmailAddress> email = EmailAddress.parse(typed.toLowerCase(Locale.ROOT));
		if (email.isEmpty()) {
			form.error("email", "staff.accounts.email.shape");
		}
		return email;
	}

	/** The roles there are. */
	static List<Choice> roles(Page page) {
		return Arrays.stream(Role.values())
			.map((role) -> new Choice(role.name(), page.word("staff.accounts.role.", role),
					page.word("staff.accounts.role.about.", role)))
			.toList();
	}

	private String show(Account admin, Form form, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("roles", roles(page));
		model.addAttribute("authorities", (admin.authorityId() != null) ? List.of() : choices());
		return "staff/accountNew";
	}

	private List<Choice> choices() {
		return this.authorities.findAllByOrderByName()
			.stream()
			.map((Authority authority) -> Choice.of(authority.id(), authority.name()))
			.toList();
	}

}
