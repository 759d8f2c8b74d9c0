package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import se.kulturlots.core.SearchWords;
import se.kulturlots.core.web.AccountInfo;
import se.kulturlots.core.web.Excerpt;
import se.kulturlots.core.web.Findings;
import se.kulturlots.core.web.Page;

/** Finds open tasks by their names, their cases and on whom they lie. */
@Component
class TaskFindings implements Findings {

	private final OpenTasks tasks;

	private final TaskLines lines;

	TaskFindings(OpenTasks tasks, TaskLines lines) {
		this.tasks = tasks;
		this.lines = lines;
	}

	@Override
	public Kind kind() {
		return Kind.TASK;
	}

	@Override
	public Found find(SearchWords words, String authorityId, Page page, int skip, int most) {
		List<Finding> found = this.lines.of(authorityId, this.tasks.ofAuthority(authorityId))
			.stream()
			.filter((line) -> words.allIn(text(line)))
			.map((line) -> finding(line, words, page))
			.toList();
		return new Found(found.size(), found.stream().skip(skip).limit(most).toList());
	}

	private static String text(TaskLine line) {
		return String.join(" ", line.task().name(), (line.title() != null) ? line.title() : "",
				(line.assignee() != null) ? line.assignee() : "");
	}

	/**
	 * Tasklist opens a task for those alone who may do it; others see the case.
	 */
	private static Finding finding(TaskLine line, SearchWords words, Page page) {
		OpenTask task = line.task();
		AccountInfo account = page.account();
		boolean own = account != null && task.isFor(account);
		return new Finding(task.name(), (own || line.of() == null) ? task.path() : line.of().path(), line.title(),
				Excerpt.of(words, Map.of("staff.search.in.name", task.name())));
	}

}
