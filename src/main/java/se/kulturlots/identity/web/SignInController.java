package se.kulturlots.identity.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.TooManyTries;

/** The page where staff sign in. */
@Controller
class SignInController {

	private final ObjectProvider<ClientRegistrationRepository> identityProviders;

	SignInController(ObjectProvider<ClientRegistrationRepository> identityProviders) {
		this.identityProviders = identityProviders;
	}

	@GetMapping("/login")
	String signIn(@RequestParam Optional<String> signedOut, @RequestParam Optional<String> passwordSet, Page page,
			Model model) {
		return show(page.form(), signedOut.isPresent(), passwordSet.isPresent(), model);
	}

	@RequestMapping(SignInFailure.PATH)
	String again(@RequestAttribute(name = SignInFailure.REASON) AuthenticationException reason, Page page, Model model,
			HttpServletResponse response) {
		Form form = page.submitted();
		if (reason instanceof TooManyTries tries) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
			form.refuse(HttpStatus.TOO_MANY_REQUESTS.value(), "identity.signIn.wait", (tries.seconds() + 59) / 60);
		}
		else if (reason instanceof BadCredentialsException) {
			form.error("account", "identity.signIn.wrong");
		}
		else {
			form.refuse(HttpStatus.FORBIDDEN.value(), "identity.signIn.noAccount");
		}
		return show(form, false, false, model);
	}

	private String show(Form form, boolean signedOut, boolean passwordSet, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("signedOut", signedOut);
		model.addAttribute("passwordSet", passwordSet);
		model.addAttribute("identityProviders", identityProviders());
		return "identity/signIn";
	}

	private List<Choice> identityProviders() {
		if (!(this.identityProviders.getIfAvailable() instanceof Iterable<?> several)) {
			return List.of();
		}
		return StreamSupport.stream(several.spliterator(), false)
			.map(ClientRegistration.class::cast)
			.map((provider) -> Choice.of("/oauth2/authorization/" + provider.getRegistrationId(),
					provider.getClientName()))
			.toList();
	}

}
