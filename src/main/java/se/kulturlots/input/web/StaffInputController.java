package se.kulturlots.input.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.MovedDates;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.input.InputExport;
import se.kulturlots.input.InputField;
import se.kulturlots.input.InputFields;
import se.kulturlots.input.InputFilter.Show;
import se.kulturlots.input.InputFilter;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProblem;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.Triage.Sorted;
import se.kulturlots.input.Triage;
import se.kulturlots.workflow.web.BeforeMoving;

/** Everything that came in to a consultation, to be found and sorted. */
@Controller
@RequestMapping("/staff/consultations/{id}/input")
class StaffInputController {

	private static final int PAGE_SIZE = 25;

	private final Consultations consultations;

	private final InputPeriods periods;

	private final InputSchedule schedule;

	private final InputFields fields;

	private final InputSearch search;

	private final InputExport export;

	private final Triage triage;

	private final BeforeMoving moving;

	private final MovedDates moved;

	StaffInputController(Consultations consultations, InputPeriods periods, InputSchedule schedule, InputFields fields,
			InputSearch search, InputExport export, Triage triage, BeforeMoving moving, MovedDates moved) {
		this.consultations = consultations;
		this.periods = periods;
		this.schedule = schedule;
		this.fields = fields;
		this.search = search;
		this.export = export;
		this.triage = triage;
		this.moving = moving;
		this.moved = moved;
	}

	@GetMapping
	String list(@PathVariable CaseId id, InputChoices choices, @RequestParam(required = false) @Nullable Integer sorted,
			@RequestParam(name = "page", defaultValue = "1") int number, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		model.addAttribute("sorted", sorted);
		return show(id, choices, number, page.submitted(), account, page, model);
	}

	private String show(CaseId id, InputChoices choices, int wanted, Form form, Account account, Page page,
			Model model) {
		Consultation consultation = this.consultations.get(account.authority(), id);
		List<InputPeriod> all = this.schedule.of(consultation);
		model.addAttribute("consultation", consultation);
		model.addAttribute("periods", all);
		model.addAttribute("form", form);
		model.addAttribute("mayWrite",
				StaffRights.mayChange(account) && consultation.referralWanted() && consultation.endedAt() == null);
		Optional<InputPeriod> found = chosen(account, id, choices);
		if (found.isEmpty()) {
			return "input/staffNone";
		}
		InputPeriod period = found.get();
		InputFilter filter = choices.filter();
		int total = this.search.count(period.id(), filter);
		int last = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		int number = Math.min(Math.max(1, wanted), last);
		model.addAttribute("period", period);
		model.addAttribute("movable", this.schedule.isMovable(consultation, period));
		model.addAttribute("openness", this.schedule.openness(consultation, period));
		model.addAttribute("lastDay", this.schedule.lastDay(period));
		model.addAttribute("counts", this.search.counts(period.id()));
		model.addAttribute("rows", this.search.rows(period.id(), filter, number, PAGE_SIZE));
		model.addAttribute("total", total);
		model.addAttribute("number", number);
		model.addAttribute("last", last);
		model.addAttribute("choices", choices);
		model.addAttribute("themes", this.search.themes(period.id()));
		model.addAttribute("maySort", StaffRights.mayChange(account));
		model.addAttribute("shows",
				Arrays.stream(Show.values()).map((show) -> Choice.of(show.name(), page.t(show.messageKey()))).toList());
		model.addAttribute("fields",
				this.fields.of(period)
					.stream()
					.map((field) -> Choice.of(field.key(), shortLabel(field, page)))
					.toList());
		return "input/staffList";
	}

	private static String shortLabel(InputField field, Page page) {
		String label = (field.heading() != null) ? field.heading() : page.t("input.other");
		return (label.length() <= 80) ? label : label.substring(0, label.offsetByCodePoints(78, 0)) + "…";
	}

	private Optional<InputPeriod> chosen(Account account, CaseId consultationId, InputChoices choices) {
		InputPeriodId wanted = choices.period();
		return (wanted == null) ? this.periods.current(account.authority(), consultationId)
				: Optional.of(this.periods.get(account.authority(), wanted))
					.filter((period) -> period.consultationId().equals(consultationId));
	}

	@PostMapping("/sort")
	String sort(@PathVariable CaseId id, InputChoices choices,
			@RequestParam(required = false) @Nullable List<InputId> ids,
			@RequestParam(defaultValue = "save") String action,
			@RequestParam(required = false) @Nullable String newTheme, @RequestParam MultiValueMap<String, String> sent,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		StaffRights.requireChange(account);
		String authority = account.authority();
		this.consultations.get(authority, id);
		InputPeriodId period = chosen(account, id, choices).map(InputPeriod::id)
			.orElseThrow(InputProblem::unknownPeriod);
		Form form = page.submitted();
		Set<InputId> picked = new LinkedHashSet<>(Objects.requireNonNullElse(ids, List.of()));
		String forPicked = PlainText.lineOrNull(newTheme);
		if (picked.isEmpty() && (forPicked != null || !"save".equals(action))) {
			form.error("ids", "input.staff.pickSome");
		}
		// whichever button is pressed, nothing that was typed is lost
		List<Sorted> typed = sortedRows(sent);
		Optional<Integer> sorted = form.attempt(() -> {
			if ("join".equals(action)) {
				return this.triage.join(authority, period, account.id(), picked, forPicked, typed);
			}
			return (forPicked != null || "assign".equals(action))
					? this.triage.assign(authority, period, account.id(), picked, forPicked, typed)
					: this.triage.sort(authority, period, account.id(), typed);
		});
		return sorted
			.map((number) -> "redirect:" + page.url("/staff/consultations/" + id + "/input?" + choices.query(page)
					+ "&sorted=" + number + "&page=" + choices.page()))
			.orElseGet(() -> show(id, choices, choices.page(), form, account, page, model));
	}

	/* sortedAs[<id>] as it is now and before[<id>] as it was shown */
	private static List<Sorted> sortedRows(MultiValueMap<String, String> sent) {
		List<Sorted> rows = new ArrayList<>();
		sent.forEach((name, values) -> {
			if (name.startsWith("sortedAs[") && name.endsWith("]")) {
				String id = name.substring("sortedAs[".length(), name.length() - 1);
				String before = PlainText.lineOrNull(sent.getFirst("before[" + id + "]"));
				String now = PlainText.lineOrNull(values.get(0));
				if (!Objects.equals(before, now) && id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
					rows.add(new Sorted(new InputId(UUID.fromString(id)), before, now));
				}
			}
		});
		return rows;
	}

	@GetMapping({ "/export.csv", "/export.xlsx" })
	void export(@PathVariable CaseId id, InputChoices choices, @AuthenticationPrincipal Account account, Page page,
			SheetDownload file) throws IOException {
		Consultation consultation = this.consultations.get(account.authority(), id);
		InputPeriod period = chosen(account, id, choices).orElseThrow(InputProblem::unknownPeriod);
		file.send(page.t("input.export.file", consultation.slug()),
				(sheet) -> this.export.write(period, choices.filter(), page.locale(), sheet));
	}

	@GetMapping("/dates")
	String dates(@PathVariable CaseId id, @RequestParam(required = false) @Nullable InputPeriodId period,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		if (period == null) {
			StaffRights.requireChange(account);
			return "redirect:/staff/consultations/" + this.consultations.get(account.authority(), id).id() + "/input";
		}
		InputPeriod found = movable(id, period, account);
		return showDates(page.form(new Dates(found.opens(), this.schedule.deadline(found).lastDay(), null)), id, found,
				account, model);
	}

	@PostMapping("/dates")
	String move(@PathVariable CaseId id, @RequestParam InputPeriodId period, Dates dates, BindingResult binding,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		InputPeriod found = movable(id, period, account);
		Form form = page.submitted(binding);
		LocalDate opens = Objects.requireNonNullElse(dates.opens(), found.opens());
		if (dates.lastDay() == null && form.error("lastDay") == null) {
			form.error("lastDay", "input.error.lastDay");
		}
		if (!form.hasErrors() && dates.isStale(mark(found), opens)) {
			form.refuse(Problem.Kind.CONFLICT.status(), "consultation.dates.changed");
		}
		return this.moving
			.attempt(form, account.authority(), id, true,
					(told) -> this.moved.move(account.authority(), id,
							() -> this.schedule.move(account.authority(), period, opens,
									Objects.requireNonNull(dates.lastDay())),
							told),
					"redirect:" + page.url("/staff/consultations/" + id + "/input?period=" + period), page, model)
			.orElseGet(() -> showDates(form, id, found, account, model));
	}

	/* what tells its dates from others */
	private String mark(InputPeriod period) {
		return period.opens() + " " + this.schedule.deadline(period).lastDay();
	}

	private String showDates(Form form, CaseId id, InputPeriod period, Account account, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("period", period);
		model.addAttribute("shown", mark(period));
		model.addAttribute("lastDay", this.schedule.deadline(period).lastDay());
		model.addAttribute("consultation", this.consultations.get(account.authority(), id));
		return "input/staffDates";
	}

	private InputPeriod movable(CaseId id, InputPeriodId periodId, Account account) {
		StaffRights.requireChange(account);
		return Optional.of(this.periods.get(account.authority(), periodId))
			.filter((period) -> period.consultationId().equals(id))
			.orElseThrow(InputProblem::unknownPeriod);
	}

	/**
	 * When a period begins and ends.
	 *
	 * @param opens the first day, null once it has opened
	 * @param lastDay the last day
	 * @param shown both as they were when they were shown
	 */
	record Dates(@Nullable LocalDate opens, @Nullable LocalDate lastDay, @Nullable String shown) {

		/** Whether somebody else has moved them since, to others than these. */
		boolean isStale(String now, LocalDate wanted) {
			return this.shown != null && !this.shown.equals(now) && !now.equals(wanted + " " + this.lastDay);
		}

	}

}
