package se.kulturlots.staff.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseNotes;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.deadline.TimeLeft;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.MailLog;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskLine;
import se.kulturlots.workflow.TaskLines;

/**
 * Where staff begin their day: what to do, how their cases stand and what waits for
 * others.
 */
@Controller
class StaffStartController {

	private final OpenTasks tasks;

	private final TaskLines lines;

	private final Cases cases;

	private final CaseKinds kinds;

	private final MailLog mails;

	private final WorkingCalendars calendars;

	private final Absences absences;

	private final CaseNotes notes;

	private final Accounts accounts;

	private final AppClock clock;

	StaffStartController(OpenTasks tasks, TaskLines lines, Cases cases, CaseKinds kinds, MailLog mails,
			WorkingCalendars calendars, Absences absences, CaseNotes notes, Accounts accounts, AppClock clock) {
		this.tasks = tasks;
		this.lines = lines;
		this.cases = cases;
		this.kinds = kinds;
		this.mails = mails;
		this.calendars = calendars;
		this.absences = absences;
		this.notes = notes;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping("/staff")
	String start(@AuthenticationPrincipal Account account, Model model) {
		String authority = account.authority();
		List<Case> running = this.cases.open(authority);
		Map<Boolean, List<Case>> mine = running.stream()
			.collect(Collectors.partitioningBy((one) -> account.id().equals(one.responsibleOfficer())));
		List<OpenTask> own = this.tasks.of(account);
		List<TaskLine> toDo = this.lines.of(authority, own);
		model.addAttribute("toDo", toDo);
		model.addAttribute("late", toDo.stream().filter(TaskLine::late).count());
		List<CaseNotes.Mention> mentions = this.notes.unseen(authority, account.id());
		model.addAttribute("mentions", mentions);
		model.addAttribute("names", mentions.isEmpty() ? Map.of() : this.accounts.names(authority));
		model.addAttribute("mentionedIn",
				this.kinds.links(mentions.stream().map(CaseNotes.Mention::caseId).distinct().toList()));
		model.addAttribute("standsIn", this.lines.of(authority,
				this.tasks.heldBy(account, this.absences.today(authority).standsInFor(account.id()))));
		model.addAttribute("mine", lines(authority, mine.getOrDefault(true, List.of())));
		model.addAttribute("others", lines(authority, mine.getOrDefault(false, List.of())));
		model.addAttribute("waiting", this.lines.of(authority, waiting(account, own, running)));
		model.addAttribute("failedMails", this.mails.failedCount(authority));
		model.addAttribute("mayStart", account.has(Role.OFFICER));
		return "staff/start";
	}

	@GetMapping({ "/staff/tasks.csv", "/staff/tasks.xlsx" })
	void file(@AuthenticationPrincipal Account account, Page page, SheetDownload file) throws IOException {
		String authority = account.authority();
		List<OpenTask> own = this.tasks.of(account);
		List<TaskLine> toDo = this.lines.of(authority, own);
		List<TaskLine> waiting = this.lines.of(authority, waiting(account, own, this.cases.open(authority)));
		file.send(page.t("staff.tasks.file"), (sheet) -> StaffSheets.tasks(toDo, waiting, page, sheet));
	}

	private List<CaseLine> lines(String authority, List<Case> cases) {
		WorkingCalendar calendar = this.calendars.of(authority);
		LocalDate today = this.clock.today(calendar.zone());
		return this.kinds.standings(authority, cases)
			.stream()
			.map((each) -> new CaseLine(each, this.kinds.staffPath(each.subject()),
					(each.next() != null) ? TimeLeft.until(calendar, today, each.next().day()) : null))
			.toList();
	}

	/**
	 * What others are to do: managers answer for all cases, officers for their own and
	 * those that are nobody's.
	 */
	private List<OpenTask> waiting(Account account, List<OpenTask> own, List<Case> running) {
		if (!account.has(Role.MANAGER) && !account.has(Role.OFFICER)) {
			return List.of();
		}
		Set<CaseId> answeredFor = running.stream()
			.filter((one) -> account.has(Role.MANAGER) || one.responsibleOfficer() == null
					|| account.id().equals(one.responsibleOfficer()))
			.map(Case::id)
			.collect(Collectors.toSet());
		Set<String> ownIds = own.stream().map(OpenTask::id).collect(Collectors.toSet());
		Predicate<OpenTask> others = (task) -> !ownIds.contains(task.id());
		return this.tasks.ofAuthority(account.authority())
			.stream()
			.filter(others.and((task) -> answeredFor.contains(task.caseId())))
			.toList();
	}

}
