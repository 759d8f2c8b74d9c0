package se.kulturlots.subscription.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.subscription.SubscriptionId;
import se.kulturlots.subscription.Subscriptions;
import se.kulturlots.subscription.Subscriptions.Visit;

/**
 * Where people ask for news by mail, and the page behind the link in each such mail. A
 * link that is only opened changes nothing: mail servers open them too.
 */
@Controller
class FollowController {

	private static final String ALL = "all";

	private final Subscriptions subscriptions;

	private final Consultations consultations;

	FollowController(Subscriptions subscriptions, Consultations consultations) {
		this.subscriptions = subscriptions;
		this.consultations = consultations;
	}

	@GetMapping("/{authority}/follow")
	String follow(@PathVariable String authority, @RequestParam(defaultValue = ALL) String consultation,
			@RequestParam(defaultValue = "false") boolean sent, Page page, Model model) {
		return show(page.form(Map.of("about", consultation)), authority, sent, page, model);
	}

	@PostMapping("/{authority}/follow")
	String follow(@PathVariable String authority, @Valid FollowForm wanted, BindingResult binding, Page page,
			Model model) {
		Form form = page.submitted(binding);
		Optional<EmailAddress> address = Optional.ofNullable(wanted.email()).flatMap(EmailAddress::parse);
		if (wanted.email() != null && address.isEmpty()) {
			form.error("email", "privacy.ask.email.invalid");
		}
		if (wanted.about() != null
				&& choices(authority, page).stream().noneMatch((choice) -> choice.value().equals(wanted.about()))) {
			form.error("about", "subscription.problem.unknownConsultation");
		}
		return form.done(() -> this.subscriptions.ask(authority, ALL.equals(wanted.about()) ? null : wanted.about(),
				address.orElseThrow(), page.locale())) ? "redirect:" + page.home("/follow?sent=true")
						: show(form, authority, false, page, model);
	}

	private String show(Form form, String authority, boolean sent, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("choices", choices(authority, page));
		model.addAttribute("sent", sent);
		return "subscription/follow";
	}

	private List<Choice> choices(String authority, Page page) {
		List<Choice> choices = new ArrayList<>();
		choices.add(Choice.of(ALL, page.t("subscription.follow.all", Objects.requireNonNull(page.authority()).name())));
		this.consultations.open(authority)
			.forEach((open) -> choices.add(Choice.of(open.slug(), open.titleIn(page.locale(), page.ownLang()).text())));
		return choices;
	}

	@GetMapping("/my/news/{token}")
	String show(@PathVariable String token, @RequestParam(defaultValue = "false") boolean confirmed, Page page,
			Model model) {
		Visit visit = this.subscriptions.visit(token);
		page.of(visit.authorityId());
		model.addAttribute("subscriber", visit.subscriber().orElse(null));
		model.addAttribute("confirmed", confirmed);
		model.addAttribute("path", page.url("/my/news/" + page.encode(token)));
		return "subscription/news";
	}

	@PostMapping("/my/news/{token}/confirm")
	String confirm(@PathVariable String token, Page page) {
		page.of(this.subscriptions.confirm(token).authorityId());
		return "redirect:" + page.url("/my/news/" + page.encode(token) + "?confirmed=true");
	}

	@PostMapping("/my/news/{token}/end")
	String end(@PathVariable String token, @RequestParam Optional<SubscriptionId> subscription, Page page) {
		Visit visit = subscription.map((id) -> this.subscriptions.end(token, id))
			.orElseGet(() -> this.subscriptions.endAll(token));
		page.of(visit.authorityId());
		return "redirect:" + page.url("/my/news/" + page.encode(token));
	}

	/* what a mail program sends; nobody reads the answer */
	@PostMapping("/my/news/{token}/one-click")
	@ResponseBody
	String oneClick(@PathVariable String token) {
		this.subscriptions.endAll(token);
		return "";
	}

	/**
	 * What the form sends.
	 *
	 * @param email where news are to go
	 * @param about the last part of a consultation's address, or {@code all}
	 */
	record FollowForm(@NotBlank(message = "{privacy.ask.email.required}") @Size(max = 254) String email,
			@NotBlank(message = "{subscription.follow.about.required}") String about) {
	}

}
