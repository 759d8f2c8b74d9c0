package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.SettingsSections;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.DeadlineProblem;
import se.kulturlots.deadline.Ladder;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.identity.Account;
import se.kulturlots.staff.SettingsService;

/** When reminders go, for one kind of deadline at a time, and how that falls out. */
@Controller
class LadderSettingsController {

	private static final String LADDER = SettingsController.SETTINGS + "/ladders/{kind}";

	private static final Pattern DAYS = Pattern.compile("\\s*-?\\d{1,4}(\\s*[,; ]\\s*-?\\d{1,4})*\\s*");

	/** Long enough for the first reminder of any usual ladder to lie ahead. */
	private static final int SAMPLE_WEEKS = 6;

	private final SettingsService settingsService;

	private final SettingsSections sections;

	private final Ladders ladders;

	private final AppClock clock;

	LadderSettingsController(SettingsService settingsService, SettingsSections sections, Ladders ladders,
			AppClock clock) {
		this.settingsService = settingsService;
		this.sections = sections;
		this.ladders = ladders;
		this.clock = clock;
	}

	@GetMapping(LADDER)
	String ladder(@AuthenticationPrincipal Account admin, @PathVariable("kind") String name, Page page, Model model) {
		DeadlineKind kind = this.ladders.kind(name);
		Ladder ladder = this.ladders.of(SettingsService.authorityOf(admin), kind);
		LocalDate sample = this.clock.today(page.zone()).plusWeeks(SAMPLE_WEEKS);
		Map<String, Object> values = new HashMap<>(
				Map.of("days", LadderWords.days(ladder), "sample", sample.toString()));
		if (ladder.steps().contains(0)) {
			values.put("lastMorning", "true");
		}
		values.put("overdueEvery", ladder.overdueEvery());
		return show(admin, kind, page.form(values), ladder, sample, page, model);
	}

	@PostMapping(LADDER)
	String ladder(@AuthenticationPrincipal Account admin, @PathVariable("kind") String name, @Valid LadderForm sent,
			BindingResult binding, @RequestParam Optional<String> step, Page page, Model model) {
		DeadlineKind kind = this.ladders.kind(name);
		// refuses kinds that nobody is reminded of
		this.ladders.of(SettingsService.authorityOf(admin), kind);
		Form form = page.submitted(binding);
		Ladder ladder = read(sent, kind, form);
		boolean onlyShow = step.filter("show"::equals).isPresent();
		if (ladder != null && !onlyShow
				&& form.done(() -> this.settingsService.remind(admin, sent.version(), kind, ladder))) {
			return SettingsController.saved(page);
		}
		LocalDate sample = Objects.requireNonNullElseGet(sent.sample(),
				() -> this.clock.today(page.zone()).plusWeeks(SAMPLE_WEEKS));
		return show(admin, kind, form, ladder, sample, page, model);
	}

	private static @Nullable Ladder read(LadderForm sent, DeadlineKind kind, Form form) {
		if (sent.days() != null && !DAYS.matcher(sent.days()).matches()) {
			form.error("days", "staff.settings.ladder.shape");
			return null;
		}
		List<Integer> steps = new ArrayList<>();
		if (sent.days() != null) {
			for (String number : sent.days().strip().split("[,; ]+")) {
				steps.add(Integer.valueOf(number));
			}
		}
		if (Boolean.TRUE.equals(sent.lastMorning())) {
			steps.add(0);
		}
		try {
			return new Ladder(steps, goesOn(kind) ? sent.overdueEvery() : null);
		}
		catch (DeadlineProblem problem) {
			form.add(problem.at("days"));
			return null;
		}
	}

	/* after the deadline, as for tasks */
	private static boolean goesOn(DeadlineKind kind) {
		return Ladders.standard(kind).overdueEvery() != null;
	}

	private String show(Account admin, DeadlineKind kind, Form form, @Nullable Ladder ladder, LocalDate sample,
			Page page, Model model) {
		String authority = SettingsService.authorityOf(admin);
		model.addAttribute("form", form);
		model.addAttribute("kind", kind);
		model.addAttribute("goesOn", goesOn(kind));
		model.addAttribute("sample", sample);
		model.addAttribute("reminders",
				(ladder != null) ? this.ladders.preview(authority, kind, ladder, sample) : null);
		model.addAttribute("standard", LadderWords.of(Ladders.standard(kind), page));
		model.addAttribute("version", this.sections.version(authority, SettingsService.ladderSection(kind)));
		return "staff/settings/ladder";
	}

	/**
	 * What the form asks.
	 *
	 * @param version the version that was shown
	 * @param days how many working days before, separated by commas
	 * @param lastMorning whether also on the last morning
	 * @param overdueEvery after how many working days each again once it has passed
	 * @param sample a last day to try it on
	 */
	record LadderForm(@NotNull Integer version, @Nullable String days, @Nullable Boolean lastMorning,
			@Nullable Integer overdueEvery, @Nullable LocalDate sample) {
	}

}
