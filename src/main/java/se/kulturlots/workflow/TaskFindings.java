package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.Texts;

/** Finds open tasks by their names, their cases and on whom they lie. */
@Component
@Order(70)
class TaskFindings implements Findings {

	private final OpenTasks tasks;

	private final TaskLines lines;

	TaskFindings(OpenTasks tasks, TaskLines lines) {
		this.tasks = tasks;
		this.lines = lines;
	}

	@Override
	public String kind() {
		return "TASK";
	}

	@Override
	public String messageKey() {
		return "workflow.findings.TASK";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		List<Finding> found = this.lines.of(reader.authority(), this.tasks.ofAuthority(reader.authority()))
			.stream()
			.filter((line) -> words.allIn(text(line)))
			.map((line) -> finding(line, words, reader))
			.toList();
		return new Found(found.size(), found.stream().skip(skip).limit(most).toList());
	}

	private static String text(TaskLine line) {
		return String.join(" ", line.task().name(), Objects.requireNonNullElse(line.subject(), ""),
				(line.assignee() != null) ? line.assignee() : "");
	}

	/**
	 * A task opens for those alone who may do it; others see the case.
	 */
	private static Finding finding(TaskLine line, SearchWords words, AccountInfo reader) {
		OpenTask task = line.task();
		boolean own = task.isFor(reader);
		return new Finding(task.name(), (own || line.of() == null) ? task.address() : line.of().path(), line.subject(),
				Excerpt.of(words, Map.of("staff.search.in.name", task.name())));
	}

}
