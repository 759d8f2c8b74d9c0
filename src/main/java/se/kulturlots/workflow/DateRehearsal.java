package se.kulturlots.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.DateMoves;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineMoved;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Rung;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.workflow.Moving.MovedDate;
import se.kulturlots.workflow.Moving.MovedTask;

/** Tells beforehand what follows if somebody moves dates of a case: does it on trial. */
@Component
public class DateRehearsal {

	private final CaseRehearsal rehearsal;

	private final DateMoves moves;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final OpenTasks tasks;

	private final TaskLines lines;

	private final AppClock clock;

	DateRehearsal(CaseRehearsal rehearsal, DateMoves moves, Deadlines deadlines, WorkingCalendars calendars,
			OpenTasks tasks, TaskLines lines, AppClock clock) {
		this.rehearsal = rehearsal;
		this.moves = moves;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.tasks = tasks;
		this.lines = lines;
		this.clock = clock;
	}

	/**
	 * Rehearses a move.
	 * @param authorityId whose case
	 * @param action what moves dates; it must do nothing that outlives its transaction
	 * @return what would come of it; whatever the action throws comes through
	 */
	public Moving of(String authorityId, CaseId caseId, Runnable action) {
		List<DeadlineMoved> moved = new ArrayList<>();
		List<MovedTask> moving = new ArrayList<>();
		Outgoing outgoing = this.rehearsal.of(authorityId, caseId, () -> {
			List<OpenTask> before = this.tasks.ofCase(authorityId, caseId);
			moved.addAll(this.moves.during(action));
			moving.addAll(tasks(authorityId, before, this.tasks.ofCase(authorityId, caseId)));
		});
		return new Moving(List.copyOf(moved), dates(authorityId, moved), List.copyOf(moving), outgoing);
	}

	private List<MovedTask> tasks(String authorityId, List<OpenTask> before, List<OpenTask> after) {
		Map<String, Instant> due = new HashMap<>();
		before.forEach((task) -> due.put(task.id(), task.due()));
		List<OpenTask> moved = after.stream()
			.filter((task) -> task.due() != null && due.get(task.id()) != null
					&& !task.due().equals(due.get(task.id())))
			.toList();
		ZoneId zone = this.calendars.of(authorityId).zone();
		List<MovedTask> tasks = new ArrayList<>();
		for (TaskLine line : this.lines.of(authorityId, moved)) {
			Instant was = due.get(line.task().id());
			Instant now = line.task().due();
			if (was != null && now != null) {
				tasks.add(new MovedTask(line, day(was, zone), day(now, zone)));
			}
		}
		return tasks;
	}

	/* midnight ends the day before */
	private static LocalDate day(Instant due, ZoneId zone) {
		return LocalDate.ofInstant(due.minusNanos(1), zone);
	}

	private List<MovedDate> dates(String authorityId, List<DeadlineMoved> moved) {
		WorkingCalendar calendar = this.calendars.of(authorityId);
		LocalDate today = this.clock.today(calendar.zone());
		return DateMoves.once(moved).stream().map((each) -> date(each, calendar, today)).toList();
	}

	private MovedDate date(DeadlineMoved moved, WorkingCalendar calendar, LocalDate today) {
		Deadline now = moved.now();
		LocalDate lastDay = now.lastDay();
		return new MovedDate(moved, days(this.deadlines.rungsAhead(now), calendar.zone()),
				lastDay != null && !calendar.isWorkingDay(lastDay),
				calendar.workingDays(today, now.day(calendar.zone())));
	}

	private static List<LocalDate> days(List<Rung> rungs, ZoneId zone) {
		return rungs.stream().map((rung) -> LocalDate.ofInstant(rung.at(), zone)).distinct().toList();
	}

}
