package se.kulturlots.staff.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Password;
import se.kulturlots.identity.PasswordLinks;
import se.kulturlots.identity.SignInThrottle;
import se.kulturlots.identity.TooManyTries;
import se.kulturlots.staff.PasswordService;

/** Where staff who cannot sign in come by a password. */
@Controller
class PasswordController {

	private static final String FORGOT = "/login/forgot";

	private static final String SET = "/login/password/{token}";

	private final PasswordService passwords;

	private final PasswordLinks links;

	private final SignInThrottle throttle;

	PasswordController(PasswordService passwords, PasswordLinks links, SignInThrottle throttle) {
		this.passwords = passwords;
		this.links = links;
		this.throttle = throttle;
	}

	@GetMapping(FORGOT)
	String forgot(@RequestParam Optional<String> sent, Page page, Model model) {
		model.addAttribute("sent", sent.isPresent());
		model.addAttribute("form", page.form());
		return "staff/passwordForgot";
	}

	@PostMapping(FORGOT)
	String forgot(@RequestParam(required = false) @Nullable String account, Page page, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Form form = page.submitted();
		if (account == null) {
			form.error("account", "staff.password.forgot.required");
		}
		else {
			ask(account, form, request, response);
		}
		if (form.hasErrors()) {
			model.addAttribute("sent", false);
			model.addAttribute("form", form);
			return "staff/passwordForgot";
		}
		return "redirect:" + page.url(FORGOT + "?sent");
	}

	private void ask(String account, Form form, HttpServletRequest request, HttpServletResponse response) {
		try {
			this.throttle.ask(account, request.getRemoteAddr(), () -> this.passwords.forgotten(account));
		}
		catch (TooManyTries tries) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
			form.refuse(HttpStatus.TOO_MANY_REQUESTS.value(), "identity.signIn.wait", (tries.seconds() + 59) / 60);
		}
	}

	@GetMapping(SET)
	String choose(@PathVariable String token, Page page, Model model) {
		return show(token, page.form(), page, model);
	}

	@PostMapping(SET)
	String set(@PathVariable String token, Page page, Model model) {
		Form form = page.submitted();
		// as it was typed: a password may begin and end with a space
		Password chosen = new Password(form.value("password"));
		return form.done(() -> this.passwords.set(token, chosen)) ? "redirect:" + page.url("/login?passwordSet")
				: show(token, form, page, model);
	}

	private String show(String token, Form form, Page page, Model model) {
		PasswordLinks.PasswordLink link = this.links.resolve(token);
		page.of(link.authorityId());
		model.addAttribute("form", form);
		model.addAttribute("token", token);
		model.addAttribute("account", link.accountId());
		return "staff/passwordSet";
	}

}
