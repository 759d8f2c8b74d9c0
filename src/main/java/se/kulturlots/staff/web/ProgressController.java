package se.kulturlots.staff.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Unit;
import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.CaseStanding;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskLine;
import se.kulturlots.workflow.TaskLines;

/** Where every case stands and what is late, for whoever answers for them. */
@Controller
class ProgressController {

	private static final int PAGE_SIZE = 20;

	/** How many cases a file holds. */
	private static final int MOST = 2000;

	private final Cases cases;

	private final CaseKinds kinds;

	private final Units units;

	private final OpenTasks tasks;

	private final TaskLines lines;

	private final CaseDiagrams diagrams;

	private final AppClock clock;

	ProgressController(Cases cases, CaseKinds kinds, Units units, OpenTasks tasks, TaskLines lines,
			CaseDiagrams diagrams, AppClock clock) {
		this.cases = cases;
		this.kinds = kinds;
		this.units = units;
		this.tasks = tasks;
		this.lines = lines;
		this.diagrams = diagrams;
		this.clock = clock;
	}

	@GetMapping("/staff/progress")
	String progress(@RequestParam(defaultValue = "running") String show,
			@RequestParam(required = false) @Nullable String unit,
			@RequestParam(name = "page", defaultValue = "1") String wanted, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		LocalDate today = this.clock.today(page.zone());
		ProgressFilter shown = ProgressFilter.of(show);
		int number = number(wanted);
		List<Unit> units = this.units.findByAuthorityIdOrderByName(account.authority());
		UnitId of = chosen(units, unit);
		List<CaseStanding> found = this.kinds.standings(account.authority(),
				find(shown, account, of, (number - 1) * PAGE_SIZE, PAGE_SIZE));
		Timeline timeline = Timeline.of(found, today);
		model.addAttribute("standings", rows(account.authority(), found, units, timeline));
		model.addAttribute("timeline", timeline);
		model.addAttribute("shown", shown);
		model.addAttribute("units", units);
		model.addAttribute("unit", of);
		model.addAttribute("number", number);
		model.addAttribute("last", Math.max(1, (count(shown, account, of) + PAGE_SIZE - 1) / PAGE_SIZE));
		return "staff/progress";
	}

	@GetMapping({ "/staff/progress.csv", "/staff/progress.xlsx" })
	void file(@RequestParam(defaultValue = "running") String show,
			@RequestParam(required = false) @Nullable String unit, @AuthenticationPrincipal Account account, Page page,
			SheetDownload file) throws IOException {
		List<Unit> units = this.units.findByAuthorityIdOrderByName(account.authority());
		List<CaseStanding> found = this.kinds.standings(account.authority(),
				find(ProgressFilter.of(show), account, chosen(units, unit), 0, MOST));
		Timeline timeline = Timeline.of(found, this.clock.today(page.zone()));
		List<ProgressRow> rows = rows(account.authority(), found, units, timeline);
		file.send(page.t("staff.progress.file"), (sheet) -> StaffSheets.progress(rows, page, sheet));
	}

	private static @Nullable UnitId chosen(List<Unit> units, @Nullable String unit) {
		return units.stream().map(Unit::id).filter((id) -> id.toString().equals(unit)).findFirst().orElse(null);
	}

	private List<ProgressRow> rows(String authority, List<CaseStanding> found, List<Unit> units, Timeline timeline) {
		Map<UnitId, String> names = units.stream().collect(Collectors.toMap(Unit::id, Unit::name));
		Map<CaseId, List<TaskLine>> open = waiting(authority,
				found.stream().map((each) -> each.subject().id()).collect(Collectors.toSet()));
		Map<CaseId, Long> failures = this.diagrams.failures(authority);
		return found.stream().map((each) -> standing(each, names, open, failures, timeline.spans(each))).toList();
	}

	private Map<CaseId, List<TaskLine>> waiting(String authority, Set<CaseId> cases) {
		List<OpenTask> open = this.tasks.ofAuthority(authority)
			.stream()
			.filter((task) -> task.caseId() != null && cases.contains(task.caseId()))
			.toList();
		return this.lines.of(authority, open).stream().collect(Collectors.groupingBy((line) -> line.task().caseId()));
	}

	private ProgressRow standing(CaseStanding standing, Map<UnitId, String> units, Map<CaseId, List<TaskLine>> open,
			Map<CaseId, Long> failures, List<TimelineSpan> spans) {
		Case one = standing.subject();
		return new ProgressRow(standing, this.kinds.progressPath(one),
				(one.unitId() != null) ? units.get(one.unitId()) : null, open.getOrDefault(one.id(), List.of()),
				failures.getOrDefault(one.id(), 0L).intValue(), spans, this.clock.instant());
	}

	/** From a process in Cockpit to the page of its case. */
	@GetMapping("/staff/progress/of/{process}")
	String ofProcess(@PathVariable String process, @AuthenticationPrincipal Account account) {
		return this.diagrams.caseOf(account.authority(), process)
			.map((id) -> this.cases.get(account.authority(), id))
			.map((one) -> "redirect:" + this.kinds.progressPath(one))
			.orElseThrow(CaseProblem::unknown);
	}

	private List<Case> find(ProgressFilter shown, Account account, @Nullable UnitId unit, int skip, int most) {
		return (shown == ProgressFilter.ENDED) ? this.cases.closed(account.authority(), unit, skip, most)
				: this.cases.open(account.authority(), officer(shown, account), unit, skip, most);
	}

	private int count(ProgressFilter shown, Account account, @Nullable UnitId unit) {
		return (shown == ProgressFilter.ENDED) ? this.cases.countClosed(account.authority(), unit)
				: this.cases.countOpen(account.authority(), officer(shown, account), unit);
	}

	private static @Nullable String officer(ProgressFilter shown, Account account) {
		return (shown == ProgressFilter.MINE) ? account.id() : null;
	}

	/** What is no number is the first page. */
	private static int number(String wanted) {
		return wanted.matches("[1-9]\\d{0,5}") ? Integer.parseInt(wanted) : 1;
	}

}
