package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.CaseStep;
import se.kulturlots.workflow.CaseStep.State;
import se.kulturlots.workflow.DoneTasks;
import se.kulturlots.workflow.DoneTasks.DoneTask;
import se.kulturlots.workflow.FormFault;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskForms;
import se.kulturlots.workflow.TaskForms.TaskForm;
import se.kulturlots.workflow.TaskLine;
import se.kulturlots.workflow.TaskLines;
import se.kulturlots.workflow.TaskProblem;
import se.kulturlots.workflow.web.BeforeSending;

/**
 * A task where the work is: its form, what it is about, and afterwards what happens next.
 * Mails lead here too, and say so when the task is done. Who may not see it comes to the
 * case.
 */
@Controller
class TaskController {

	private static final String TASK = OpenTask.ADDRESS + "{id}";

	private final OpenTasks tasks;

	private final DoneTasks done;

	private final TaskForms forms;

	private final TaskLines lines;

	private final CaseKinds cases;

	private final CaseDiagrams diagrams;

	private final Accounts accounts;

	private final Handbook handbook;

	private final BeforeSending sending;

	TaskController(OpenTasks tasks, DoneTasks done, TaskForms forms, TaskLines lines, CaseKinds cases,
			CaseDiagrams diagrams, Accounts accounts, Handbook handbook, BeforeSending sending) {
		this.tasks = tasks;
		this.done = done;
		this.forms = forms;
		this.lines = lines;
		this.cases = cases;
		this.diagrams = diagrams;
		this.accounts = accounts;
		this.handbook = handbook;
		this.sending = sending;
	}

	@GetMapping(TASK)
	String open(@PathVariable String id, @AuthenticationPrincipal Account account, Model model) {
		Optional<OpenTask> task = this.tasks.find(account.authority(), id);
		if (task.isEmpty()) {
			return redirectToDone(id, account);
		}
		CaseId caseId = task.get().caseId();
		if (caseId != null && !sees(account, id)) {
			return "redirect:" + this.cases.link(caseId).path();
		}
		return show(task.get(), this.forms.open(account, task.get()), account, model);
	}

	@PostMapping(TASK + "/claim")
	String claim(@PathVariable String id, @AuthenticationPrincipal Account account, Page page, Model model) {
		OpenTask task = ownRoles(id, account);
		try {
			this.forms.claim(account, id);
		}
		catch (AnswersRefused refused) {
			return refused(refused, task, Map.of(), account, page, model);
		}
		return "redirect:" + task.address();
	}

	@PostMapping(TASK + "/give-back")
	String giveBack(@PathVariable String id, @AuthenticationPrincipal Account account, Page page, Model model) {
		OpenTask task = visible(id, account);
		try {
			this.forms.giveBack(account, task);
		}
		catch (AnswersRefused refused) {
			return refused(refused, task, Map.of(), account, page, model);
		}
		return "redirect:" + task.address();
	}

	@PostMapping(TASK + "/move")
	String move(@PathVariable String id, @RequestParam(required = false) @Nullable String to,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		OpenTask task = visible(id, account);
		try {
			this.forms.move(account, task, (to != null) ? to : "");
		}
		catch (AnswersRefused refused) {
			return refused(refused, task, Map.of(), account, page, model);
		}
		return "redirect:" + task.address();
	}

	@PostMapping(TASK + "/complete")
	String complete(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		if (this.tasks.find(account.authority(), id).isEmpty()) {
			return redirectToDone(id, account);
		}
		OpenTask task = ownRoles(id, account);
		Map<String, @Nullable Object> given = this.forms.read(sent.getFirst("answers"));
		Form form = page.submitted();
		if (this.sending.isToChange(form)) {
			return show(task, this.forms.open(account, task, given), account, model);
		}
		try {
			Outgoing outgoing = this.forms.rehearse(account, task, given);
			if (this.sending.isToShow(form, outgoing)) {
				return this.sending.show(form, outgoing, model);
			}
			this.forms.complete(account, id, given);
		}
		catch (AnswersRefused refused) {
			return refused(refused, task, given, account, page, model);
		}
		return "redirect:" + task.address() + "/done";
	}

	/** While somebody writes. */
	@PostMapping(TASK + "/draft")
	ResponseEntity<Void> keepDraft(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent,
			@AuthenticationPrincipal Account account) {
		this.forms.keepDraft(account, ownRoles(id, account), this.forms.read(sent.getFirst("answers")));
		return ResponseEntity.noContent().build();
	}

	@PostMapping(TASK + "/draft/discard")
	String discardDraft(@PathVariable String id, @AuthenticationPrincipal Account account) {
		OpenTask task = ownRoles(id, account);
		this.forms.discardDraft(account, task);
		return "redirect:" + task.address();
	}

	@GetMapping(TASK + "/done")
	String done(@PathVariable String id, @AuthenticationPrincipal Account account, Page page, Model model) {
		String authority = account.authority();
		DoneTask task = this.done.find(authority, id).orElse(null);
		if (task == null) {
			// it is open, or was never here
			return "redirect:" + this.tasks.find(authority, id).orElseThrow(TaskProblem::taskGone).address();
		}
		CaseId caseId = task.caseId();
		String by = task.by();
		model.addAttribute("task", task);
		model.addAttribute("by", (by != null) ? this.accounts.names(authority).getOrDefault(by, by) : null);
		model.addAttribute("day", LocalDate.ofInstant(task.at(), page.zone()));
		model.addAttribute("of", (caseId != null) ? this.cases.link(caseId) : null);
		model.addAttribute("goesOn", caseId != null && this.done.goesOn(authority, caseId));
		model.addAttribute("next",
				(caseId != null) ? this.lines.of(authority, this.tasks.ofCase(authority, caseId)) : List.of());
		model.addAttribute("waits", (caseId != null) ? waits(authority, caseId, page) : List.of());
		model.addAttribute("yours", yours(account, caseId));
		return "staff/taskDone";
	}

	/** What the case waits for besides people. */
	private List<String> waits(String authority, CaseId caseId, Page page) {
		return this.diagrams.of(authority, caseId, page.locale())
			.stream()
			.flatMap((process) -> process.now().stream())
			.filter((step) -> step.state() == State.WAITING)
			.map(CaseStep::name)
			.distinct()
			.toList();
	}

	/** In the same case first, then by their last days. */
	private @Nullable TaskLine yours(Account account, @Nullable CaseId caseId) {
		Optional<OpenTask> first = this.tasks.of(account)
			.stream()
			.min(Comparator.comparing((task) -> !Objects.equals(task.caseId(), caseId)));
		return first.map((task) -> this.lines.of(account.authority(), List.of(task)).get(0)).orElse(null);
	}

	private String redirectToDone(String id, Account account) {
		this.done.find(account.authority(), id).orElseThrow(TaskProblem::taskGone);
		return "redirect:" + OpenTask.ADDRESS + id + "/done";
	}

	private boolean sees(Account account, String id) {
		return !this.tasks.of(account, List.of(id)).isEmpty();
	}

	private OpenTask visible(String id, Account account) {
		OpenTask task = this.tasks.find(account.authority(), id).orElseThrow(TaskProblem::taskGone);
		if (!sees(account, id)) {
			throw TaskProblem.notYourRole();
		}
		return task;
	}

	/** Before anything is read of what they sent; the engine checks it again. */
	private OpenTask ownRoles(String id, Account account) {
		OpenTask task = visible(id, account);
		if (!hasRole(task, account)) {
			throw TaskProblem.notYourRole();
		}
		return task;
	}

	/** Beside the fields, with what was answered, as it stands now. */
	private String refused(AnswersRefused refused, OpenTask task, Map<String, @Nullable Object> answers,
			Account account, Page page, Model model) {
		Form form = page.submitted();
		int status = refused.problem().kind().status();
		for (FormFault fault : refused.faults()) {
			String key = fault.key();
			if (key != null) {
				form.error(key, "workflow.form.refused", fault.sentence());
			}
			else {
				form.refuse(status, "workflow.form.refused", fault.sentence());
			}
		}
		model.addAttribute("sent", form);
		OpenTask now = this.tasks.find(account.authority(), task.id()).orElseThrow(TaskProblem::taskGone);
		return show(now, this.forms.open(account, now, answers), account, model);
	}

	private static boolean hasRole(OpenTask task, Account account) {
		return account.roles().stream().anyMatch((role) -> role.group().equals(task.role()));
	}

	/** To whom a manager can move it. */
	private List<Account> others(OpenTask task) {
		return Stream.of(Role.values())
			.filter((role) -> role.group().equals(task.role()))
			.flatMap((role) -> this.accounts.with(task.authorityId(), role).stream())
			.filter((each) -> !each.id().equals(task.assignee()))
			.toList();
	}

	private String show(OpenTask task, TaskForm form, Account account, Model model) {
		TaskLine line = this.lines.of(account.authority(), List.of(task)).get(0);
		model.addAttribute("line", line);
		model.addAttribute("taskForm", form);
		model.addAttribute("proposed",
				account.id().equals(task.assignee()) ? this.forms.proposed(account, task).orElse(null) : null);
		model.addAttribute("others", account.has(Role.MANAGER) ? others(task) : List.of());
		model.addAttribute("handbook", this.handbook.path(task.name()));
		return "staff/task";
	}

}
