package se.kulturlots.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.TimeLeft;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Accounts;

/** Puts names and the time that is left to tasks, in a few statements for all of them. */
@Component
public class TaskLines {

	private final CaseKinds cases;

	private final List<TaskSubjects> subjects;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final AsApplication asApplication;

	private final Authorities authorities;

	private final Accounts accounts;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	TaskLines(CaseKinds cases, List<TaskSubjects> subjects, TaskService tasks, RuntimeService runtime,
			AsApplication asApplication, Authorities authorities, Accounts accounts, WorkingCalendars calendars,
			AppClock clock) {
		this.cases = cases;
		this.subjects = subjects;
		this.tasks = tasks;
		this.runtime = runtime;
		this.asApplication = asApplication;
		this.authorities = authorities;
		this.accounts = accounts;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * Lines for tasks.
	 * @param authorityId whose tasks they are
	 * @return in the same order
	 */
	public List<TaskLine> of(String authorityId, List<OpenTask> tasks) {
		if (tasks.isEmpty()) {
			return List.of();
		}
		Map<CaseId, CaseLink> links = this.cases
			.links(tasks.stream().map(OpenTask::caseId).filter(Objects::nonNull).distinct().toList());
		Map<String, String> about = about(authorityId, tasks);
		Map<String, String> people = this.accounts.names(authorityId);
		WorkingCalendar calendar = this.calendars.of(authorityId);
		return tasks.stream()
			.map((task) -> new TaskLine(task, links.get(task.caseId()), about.get(task.id()),
					name(people, task.assignee()),
					(task.due() != null) ? TimeLeft.until(calendar, this.clock.instant(), task.due()) : null))
			.toList();
	}

	/** By the engine's id of the task. */
	private Map<String, String> about(String authorityId, List<OpenTask> tasks) {
		Map<String, String> about = new HashMap<>();
		for (TaskSubjects kind : this.subjects) {
			String[] ids = tasks.stream()
				.filter((task) -> task.process().equals(kind.process().value()))
				.map(OpenTask::id)
				.toArray(String[]::new);
			if (ids.length > 0) {
				Map<String, UUID> keys = businessKeys(ids);
				Map<UUID, String> names = kind.names(Set.copyOf(keys.values()),
						this.authorities.get(authorityId).locale());
				keys.forEach((task, key) -> about.put(task, names.get(key)));
			}
		}
		return about;
	}

	private Map<String, UUID> businessKeys(String[] taskIds) {
		return this.asApplication.call(() -> {
			Map<String, String> instances = new HashMap<>();
			this.tasks.createTaskQuery()
				.taskIdIn(taskIds)
				.list()
				.forEach((task) -> instances.put(task.getId(), task.getProcessInstanceId()));
			Map<String, UUID> keys = new HashMap<>();
			this.runtime.createProcessInstanceQuery()
				.processInstanceIds(Set.copyOf(instances.values()))
				.list()
				.forEach((instance) -> keys.put(instance.getId(), UUID.fromString(instance.getBusinessKey())));
			Map<String, UUID> found = new HashMap<>();
			instances.forEach((task, instance) -> found.put(task, keys.get(instance)));
			found.values().removeIf(Objects::isNull);
			return found;
		});
	}

	private static @Nullable String name(Map<String, String> people, @Nullable String account) {
		return (account != null) ? people.getOrDefault(account, account) : null;
	}

}
