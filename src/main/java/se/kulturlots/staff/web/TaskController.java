package se.kulturlots.staff.web;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskProblem;

/**
 * The address of a task in mails. It outlives the sign-in, where what Tasklist writes
 * behind # can be lost, and says so when the task is done. Who has not its role comes to
 * the case.
 */
@Controller
class TaskController {

	private final OpenTasks tasks;

	private final CaseKinds cases;

	TaskController(OpenTasks tasks, CaseKinds cases) {
		this.tasks = tasks;
		this.cases = cases;
	}

	@GetMapping(OpenTask.ADDRESS + "{id}")
	String open(@PathVariable String id, @AuthenticationPrincipal Account account) {
		OpenTask task = this.tasks.find(account.authority(), id).orElseThrow(TaskProblem::taskGone);
		CaseId caseId = task.caseId();
		boolean others = this.tasks.of(account, List.of(id)).isEmpty();
		return "redirect:" + ((caseId != null && others) ? this.cases.link(caseId).path() : task.path());
	}

}
