package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.TimeLeft;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Absences;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.WorkToday;
import se.kulturlots.workflow.TaskLine.Away;
import se.kulturlots.workflow.SentBackWork.Kept;

/** Puts names and the time that is left to tasks, in a few statements for all of them. */
@Component
public class TaskLines {

	private final CaseKinds cases;

	private final TaskNames names;

	private final Accounts accounts;

	private final Absences absences;

	private final WorkingCalendars calendars;

	private final SentBackWork sentBack;

	private final AppClock clock;

	TaskLines(CaseKinds cases, TaskNames names, Accounts accounts, Absences absences, WorkingCalendars calendars,
			SentBackWork sentBack, AppClock clock) {
		this.cases = cases;
		this.names = names;
		this.accounts = accounts;
		this.absences = absences;
		this.calendars = calendars;
		this.sentBack = sentBack;
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
		Map<String, TaskName> about = this.names.of(authorityId, tasks);
		Map<String, String> people = this.accounts.names(authorityId);
		Map<Id, Kept> sentBack = this.sentBack
			.of(tasks.stream().map(OpenTask::subjectId).filter(Objects::nonNull).collect(Collectors.toSet()));
		WorkToday today = this.absences.today(authorityId);
		WorkingCalendar calendar = this.calendars.of(authorityId);
		return tasks.stream()
			.map((task) -> new TaskLine(task, links.get(task.caseId()), text(about.get(task.id())),
					name(people, task.assignee()),
					(task.due() != null) ? TimeLeft.until(calendar, this.clock.instant(), task.due()) : null,
					sentBack(sentBack, task, people), away(today, task.assignee(), people)))
			.toList();
	}

	private static @Nullable Away away(WorkToday today, @Nullable String assignee, Map<String, String> people) {
		if (assignee == null) {
			return null;
		}
		String worker = today.worker(assignee);
		return today.away(assignee)
			.map((absence) -> new Away(absence.lastDay(), worker,
					Objects.requireNonNull(name(people, worker.equals(assignee) ? absence.standIn() : worker))))
			.orElse(null);
	}

	private static @Nullable SentBack sentBack(Map<Id, Kept> bySubject, OpenTask task, Map<String, String> people) {
		Id subject = task.subjectId();
		Kept kept = (subject != null) ? bySubject.get(subject) : null;
		return (kept != null && kept.isWhy(task))
				? new SentBack(name(people, kept.account()), kept.role(), kept.comment()) : null;
	}

	private static @Nullable String text(@Nullable TaskName name) {
		return (name != null) ? name.text() : null;
	}

	private static @Nullable String name(Map<String, String> people, @Nullable String account) {
		return (account != null) ? people.getOrDefault(account, account) : null;
	}

}
