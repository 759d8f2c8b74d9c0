package se.kulturlots.phonecalls.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Authorities;
import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PrintedPages;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.phonecalls.PhoneCall;
import se.kulturlots.phonecalls.PhoneCall.How;
import se.kulturlots.phonecalls.PhoneCallId;
import se.kulturlots.phonecalls.PhoneCallProblem;
import se.kulturlots.phonecalls.PhoneCalls;

/** Whom the mails of a case have not reached: to call, to write to, and to tick off. */
@Controller
class PhoneCallsController {

	private static final String PATH = "/staff/{cases}/{id}/phone-calls";

	private final CaseKinds kinds;

	private final PhoneCalls calls;

	private final Accounts accounts;

	private final Authorities authorities;

	private final PrintedPages printed;

	private final AppClock clock;

	PhoneCallsController(CaseKinds kinds, PhoneCalls calls, Accounts accounts, Authorities authorities,
			PrintedPages printed, AppClock clock) {
		this.kinds = kinds;
		this.calls = calls;
		this.accounts = accounts;
		this.authorities = authorities;
		this.printed = printed;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String calls(@PathVariable String cases, @PathVariable CaseId id,
			@RequestParam(name = "page", defaultValue = "1") int number, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		return show(this.kinds.get(account.authority(), cases, id), page.form(), number, account, model);
	}

	private String show(Case of, Form form, int number, Account account, Model model) {
		int count = this.calls.count(of.id());
		int last = Math.max(1, (count + PhoneCalls.PAGE_SIZE - 1) / PhoneCalls.PAGE_SIZE);
		int current = Math.min(Math.max(1, number), last);
		model.addAttribute("of", of);
		model.addAttribute("path", path(of));
		model.addAttribute("form", form);
		model.addAttribute("calls",
				this.calls.open(of.id(), (current - 1) * PhoneCalls.PAGE_SIZE, PhoneCalls.PAGE_SIZE));
		model.addAttribute("told", this.calls.told(of.id()));
		model.addAttribute("names", this.accounts.names(of.authorityId()));
		model.addAttribute("count", count);
		model.addAttribute("current", current);
		model.addAttribute("last", last);
		model.addAttribute("mayTick", mayTick(account));
		return "phonecalls/phoneCalls";
	}

	@PostMapping(PATH)
	String tell(@PathVariable String cases, @PathVariable CaseId id,
			@RequestParam(name = "page", defaultValue = "1") int number, @Valid TellForm sent, BindingResult binding,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		if (!mayTick(account)) {
			throw PhoneCallProblem.notAllowed();
		}
		Form form = page.submitted(binding);
		return form.done(() -> this.calls.tell(of, sent.chosen(), sent.how())) ? "redirect:" + path(of)
				: show(of, form, number, account, model);
	}

	/** One letter for each who is still to be told, to print. */
	@GetMapping(PATH + "/letters.pdf")
	void letters(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			Page page, HttpServletResponse response) throws IOException {
		Case of = this.kinds.get(account.authority(), cases, id);
		List<PhoneCall> letters = this.calls.open(of.id(), 0, PhoneCalls.MOST_LETTERS);
		Map<String, Object> model = new HashMap<>();
		model.put("page", page);
		model.put("of", of);
		model.put("letters", letters);
		model.put("authority", this.authorities.get(of.authorityId()));
		model.put("today", this.clock.today(page.zone()));
		response.setContentType(MediaType.APPLICATION_PDF_VALUE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.inline()
					.filename(page.t("phonecalls.letters.file", of.slug()) + ".pdf")
					.build()
					.toString());
		this.printed.write("phonecalls/print/letters.jte", "letters.css", model, response.getOutputStream());
	}

	private String path(Case of) {
		return this.kinds.staffPath(of) + "/phone-calls";
	}

	private static boolean mayTick(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.LIAISON);
	}

	/**
	 * What is ticked off.
	 *
	 * @param ids what has been told
	 * @param how it was told
	 */
	record TellForm(@Nullable List<PhoneCallId> ids, @NotNull(message = "{calls.how.missing}") How how) {

		List<PhoneCallId> chosen() {
			return (this.ids != null) ? this.ids.stream().filter(Objects::nonNull).toList() : List.of();
		}

	}

}
