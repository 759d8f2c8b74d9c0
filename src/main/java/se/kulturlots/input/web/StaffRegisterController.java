package se.kulturlots.input.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProblem;
import se.kulturlots.input.Inputs;
import se.kulturlots.input.Intake.OnBehalf;
import se.kulturlots.input.Intake;
import se.kulturlots.input.Sender;
import se.kulturlots.input.Submission.Channel;

/** Where staff type in what came on paper, by mail or by telephone. */
@Controller
@RequestMapping("/staff/consultations/{id}/input/new")
class StaffRegisterController {

	private final Consultations consultations;

	private final InputPeriods periods;

	private final InputFormFinder formFinder;

	private final Intake intake;

	private final Inputs inputs;

	private final AppClock clock;

	StaffRegisterController(Consultations consultations, InputPeriods periods, InputFormFinder formFinder,
			Intake intake, Inputs inputs, AppClock clock) {
		this.consultations = consultations;
		this.periods = periods;
		this.formFinder = formFinder;
		this.intake = intake;
		this.inputs = inputs;
		this.clock = clock;
	}

	@GetMapping
	String form(@PathVariable CaseId id, @RequestParam(required = false) @Nullable InputPeriodId period,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		InputView view = view(id, period, account, page);
		Form form = page.form(Map.of("channel", Channel.PAPER, "receivedOn", this.clock.today(page.zone()), "language",
				page.locale().getLanguage()));
		return show(form, view, page, model);
	}

	@PostMapping
	String register(@PathVariable CaseId id, @RequestParam(required = false) @Nullable InputPeriodId period,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		InputView view = view(id, period, account, page);
		Form form = page.submitted();
		Optional<Channel> channel = channels().filter((each) -> each.name().equals(form.value("channel"))).findFirst();
		if (channel.isEmpty()) {
			form.error("channel", "input.error.channel");
		}
		Optional<LocalDate> receivedOn = date(form.value("receivedOn"));
		if (receivedOn.isEmpty()) {
			form.error("receivedOn", "input.error.receivedOn");
		}
		InputAnswers answers = new InputAnswers(page, form);
		Map<String, String> texts = answers.texts(view.fields());
		Sender sender = answers.senderOnBehalf(view.municipalities(), language(form.value("language"), page));
		return form
			.attempt(() -> this.intake.register(account.authority(), Objects.requireNonNull(view.period()).id(),
					form.submissionId(), new OnBehalf(channel.orElseThrow(), receivedOn.orElseThrow()), account.id(),
					sender, texts))
			.map((kept) -> "redirect:" + page.url("/staff/input/" + this.inputs.of(kept.id()).get(0).id()))
			.orElseGet(() -> show(form, view, page, model));
	}

	private static String show(Form form, InputView view, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("view", view);
		model.addAttribute("channels",
				channels().map((channel) -> Choice.of(channel.name(), page.t(channel.messageKey()))).toList());
		model.addAttribute("languages",
				languages(page).stream()
					.map((language) -> Choice.of(language.getLanguage(), language.getDisplayLanguage(page.locale())))
					.toList());
		return "input/staffNew";
	}

	private static Stream<Channel> channels() {
		return Arrays.stream(Channel.values()).filter((channel) -> channel != Channel.WEB);
	}

	private static List<Locale> languages(Page page) {
		return (page.authority() != null) ? page.authority().languages() : List.of(page.locale());
	}

	private static Locale language(String code, Page page) {
		return languages(page).stream()
			.filter((language) -> language.getLanguage().equals(code))
			.findFirst()
			.orElse(page.locale());
	}

	private static Optional<LocalDate> date(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed.strip()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private InputView view(CaseId id, @Nullable InputPeriodId periodId, Account account, Page page) {
		StaffRights.requireChange(account);
		Consultation consultation = this.consultations.get(account.authority(), id);
		InputPeriod period = ((periodId != null) ? this.periods.findByIdAndAuthorityId(periodId, account.authority())
				: this.periods.current(account.authority(), id))
			.filter((found) -> found.consultationId().equals(id))
			.orElseThrow(InputProblem::unknownPeriod);
		InputView view = this.formFinder.of(page, consultation, period);
		if (!view.openness().takesInput()) {
			throw InputProblem.formClosed();
		}
		return view;
	}

}
