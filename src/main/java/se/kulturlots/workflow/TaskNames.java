package se.kulturlots.workflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.Id;

/** What tasks are about, in the words of the modules whose processes they are of. */
@Component
class TaskNames {

	private final List<TaskSubjects> subjects;

	private final OpenTasks tasks;

	private final Authorities authorities;

	TaskNames(List<TaskSubjects> subjects, OpenTasks tasks, Authorities authorities) {
		this.subjects = subjects;
		this.tasks = tasks;
		this.authorities = authorities;
	}

	/**
	 * What tasks are about.
	 * @param authorityId whose tasks they are
	 * @return by the id of the task; nothing for those that only their case tells apart
	 */
	Map<String, TaskName> of(String authorityId, List<OpenTask> tasks) {
		Locale locale = this.authorities.get(authorityId).locale();
		Map<String, TaskName> about = new HashMap<>();
		for (TaskSubjects kind : this.subjects) {
			List<OpenTask> own = tasks.stream()
				.filter((task) -> task.process().equals(kind.process().value()))
				.toList();
			Map<String, Id> ids = own.isEmpty() ? Map.of() : ids(kind, own);
			if (!ids.isEmpty()) {
				Map<? extends Id, String> names = kind.names(new HashSet<>(ids.values()), locale);
				ids.forEach((task, id) -> {
					if (names.containsKey(id)) {
						about.merge(task, TaskName.of(kind, names.get(id)), TaskName::with);
					}
				});
			}
		}
		return about;
	}

	private Map<String, Id> ids(TaskSubjects kind, List<OpenTask> tasks) {
		ProcessVariable variable = kind.person();
		Map<String, Id> byExecution = (variable != null) ? this.tasks.ids(variable, tasks) : Map.of();
		Map<String, Id> ids = new HashMap<>();
		tasks.forEach((task) -> ids.put(task.id(),
				(variable != null) ? byExecution.get(task.execution()) : task.subjectId()));
		ids.values().removeIf(Objects::isNull);
		return ids;
	}

}
