package se.kulturlots.staff.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.identity.Account;
import se.kulturlots.workflow.ClaimedTasks;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskProblem;

/** Taking a task from a colleague who is away, as their stand-in. */
@Controller
class TakeOverController {

	private final OpenTasks tasks;

	private final ClaimedTasks claimed;

	TakeOverController(OpenTasks tasks, ClaimedTasks claimed) {
		this.tasks = tasks;
		this.claimed = claimed;
	}

	@PostMapping(OpenTask.ADDRESS + "{id}/take-over")
	String takeOver(@PathVariable String id, @AuthenticationPrincipal Account account) {
		OpenTask task = this.tasks.find(account.authority(), id).orElseThrow(TaskProblem::taskGone);
		this.claimed.takeOver(account, task);
		return "redirect:" + task.address();
	}

}
