package se.kulturlots.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import se.kulturlots.deadline.DeadlineMoved;
import se.kulturlots.mail.Outgoing;

/**
 * What would come of it if somebody moved dates.
 *
 * @param moved the deadlines that get another date, those that follow others included
 * @param dates the same as people read them, each date once
 * @param tasks the open tasks that get another last day
 * @param outgoing what would be mailed
 */
public record Moving(List<DeadlineMoved> moved, List<MovedDate> dates, List<MovedTask> tasks, Outgoing outgoing) {

	/**
	 * What tells these moves from others: which deadline, how often it had been moved and
	 * where to.
	 * @return one line, never empty
	 */
	public String mark() {
		return mark(this.moved);
	}

	/** The mark of moves that have been done. */
	public static String mark(List<DeadlineMoved> moved) {
		return "= " + moved.stream()
			.map((each) -> each.now().id() + "/" + each.now().version() + "/" + each.now().dueAt())
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/**
	 * A date and what is to be known of it before it is moved.
	 *
	 * @param reminders the days on which people are reminded of it then
	 * @param dayOff whether its day is a weekend, a holiday or closed
	 * @param workingDaysLeft from today to its day
	 */
	public record MovedDate(DeadlineMoved move, List<LocalDate> reminders, boolean dayOff, int workingDaysLeft) {

		/** Whether people have less time for something than they were told. */
		public boolean shortens() {
			return this.move.shortens();
		}

		/** Whether people have less time for it than the least they are to have. */
		public boolean shortNotice() {
			return this.workingDaysLeft < this.move.now().kind().notice();
		}

	}

	/**
	 * A task that gets another last day.
	 *
	 * @param before its last day until then
	 * @param now its last day after it
	 */
	public record MovedTask(TaskLine line, LocalDate before, LocalDate now) {
	}

}
