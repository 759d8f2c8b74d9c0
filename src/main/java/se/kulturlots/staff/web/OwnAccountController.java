package se.kulturlots.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Absence;
import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.AccountAuthentication;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Password;
import se.kulturlots.identity.Role;
import se.kulturlots.identity.TooManyTries;
import se.kulturlots.staff.PasswordService;

/** What somebody sees of their own account, and where they change their password. */
@Controller
class OwnAccountController {

	private final AccountAuthentication authentication;

	private final PasswordService passwords;

	private final Absences absences;

	private final Accounts accounts;

	OwnAccountController(AccountAuthentication authentication, PasswordService passwords, Absences absences,
			Accounts accounts) {
		this.authentication = authentication;
		this.passwords = passwords;
		this.absences = absences;
		this.accounts = accounts;
	}

	@GetMapping("/staff/account")
	String account(@AuthenticationPrincipal Account account, Page page, Model model) {
		return show(account, page.form(), model);
	}

	@PostMapping("/staff/account")
	String change(@AuthenticationPrincipal Account account, Page page, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Form form = page.submitted();
		checkCurrent(account, form, request, response);
		// as it was typed: a password may begin and end with a space
		Password password = new Password(form.value("password"));
		return form.done(() -> this.passwords.change(account, password)) ? "redirect:/login?passwordSet"
				: show(account, form, model);
	}

	private void checkCurrent(Account account, Form form, HttpServletRequest request, HttpServletResponse response) {
		var attempt = UsernamePasswordAuthenticationToken.unauthenticated(account.id(), form.value("current"));
		attempt.setDetails(new WebAuthenticationDetails(request));
		try {
			this.authentication.authenticate(attempt);
		}
		catch (TooManyTries tries) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
			form.refuse(HttpStatus.TOO_MANY_REQUESTS.value(), "identity.signIn.wait", (tries.seconds() + 59) / 60);
		}
		catch (BadCredentialsException wrong) {
			form.error("current", "staff.password.current.wrong");
		}
	}

	private String show(Account account, Form form, Model model) {
		boolean worksWithCases = account.authorityId() != null
				&& account.roles().stream().anyMatch(Role.STAFF::contains);
		model.addAttribute("worksWithCases", worksWithCases);
		Absence absence = worksWithCases ? this.absences.of(account.authority(), account.id()).orElse(null) : null;
		model.addAttribute("absence", absence);
		model.addAttribute("standIn",
				(absence != null) ? this.accounts.names(account.authority()).get(absence.standIn()) : null);
		model.addAttribute("account", account);
		model.addAttribute("form", form);
		return "staff/ownAccount";
	}

}
