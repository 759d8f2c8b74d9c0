package se.kulturlots.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.WorkingCalendar;

/**
 * When reminders go, counted from a last day.
 *
 * @param steps how many working days before it, the first one first; 0 is the last
 * morning
 * @param overdueEvery after how many working days each it is said again once it has
 * passed, null for never
 */
public record Ladder(List<Integer> steps, @Nullable Integer overdueEvery) {

	static final int MOST_STEPS = 10;

	static final int HIGHEST_STEP = 60;

	private static final LocalTime LAST_MORNING = LocalTime.of(8, 0);

	private static final LocalTime OTHERWISE = LocalTime.of(9, 0);

	public Ladder {
		steps = inOrder(steps);
		if (steps.size() > MOST_STEPS || steps.stream().anyMatch((step) -> step < 0 || step > HIGHEST_STEP)
				|| (overdueEvery != null && (overdueEvery < 1 || overdueEvery > HIGHEST_STEP))) {
			throw DeadlineProblem.ladder(MOST_STEPS, HIGHEST_STEP);
		}
	}

	/**
	 * A ladder that ends with its deadline.
	 * @param steps how many working days before it
	 */
	public static Ladder of(Integer... steps) {
		return new Ladder(List.of(steps), null);
	}

	private static List<Integer> inOrder(Collection<Integer> steps) {
		TreeSet<Integer> sorted = new TreeSet<>(Collections.reverseOrder());
		sorted.addAll(steps);
		return List.copyOf(sorted);
	}

	/**
	 * The rungs before a deadline. If the last day is no working day, its last morning is
	 * that of the working day before, and takes the place of a rung of that same day.
	 */
	List<Rung> before(Deadline deadline, WorkingCalendar calendar) {
		LocalDate lastDay = deadline.day(calendar.zone());
		List<Rung> rungs = new ArrayList<>();
		LocalDate previous = null;
		for (int step : this.steps) {
			LocalDate day = calendar.minus(lastDay, step);
			if (day.equals(previous)) {
				rungs.remove(rungs.size() - 1);
			}
			rungs.add(new Rung(step, calendar.at(day, (step == 0) ? LAST_MORNING : OTHERWISE)));
			previous = day;
		}
		rungs.removeIf((rung) -> deadline.passed(rung.at()));
		return rungs;
	}

	/** The first rung after an instant. */
	Optional<Rung> nextAfter(Instant now, Deadline deadline, WorkingCalendar calendar) {
		for (Rung rung : before(deadline, calendar)) {
			if (rung.at().isAfter(now)) {
				return Optional.of(rung);
			}
		}
		return (this.overdueEvery != null) ? Optional.of(overdueAfter(now, deadline, calendar, this.overdueEvery))
				: Optional.empty();
	}

	/**
	 * The last rung after the deadline was set and not after an instant. A deadline that
	 * has passed is reminded of only if its ladder goes on after it.
	 */
	Optional<Rung> lastUntil(Instant now, Deadline deadline, WorkingCalendar calendar) {
		if (deadline.passed(now) && this.overdueEvery == null) {
			return Optional.empty();
		}
		List<Rung> rungs = before(deadline, calendar);
		if (this.overdueEvery != null) {
			Rung next = overdueAfter(now, deadline, calendar, this.overdueEvery);
			int step = next.step() + this.overdueEvery;
			if (step < 0) {
				rungs.add(overdue(step, deadline, calendar));
			}
		}
		Collections.reverse(rungs);
		return rungs.stream()
			.filter((rung) -> !rung.at().isAfter(now))
			.findFirst()
			.filter((rung) -> rung.at().isAfter(deadline.setAt()));
	}

	private static Rung overdueAfter(Instant now, Deadline deadline, WorkingCalendar calendar, int every) {
		int step = -every;
		LocalDate day = calendar.plus(deadline.day(calendar.zone()), every);
		while (!calendar.at(day, OTHERWISE).isAfter(now)) {
			day = calendar.plus(day, every);
			step -= every;
		}
		return new Rung(step, calendar.at(day, OTHERWISE));
	}

	private static Rung overdue(int step, Deadline deadline, WorkingCalendar calendar) {
		return new Rung(step, calendar.at(calendar.plus(deadline.day(calendar.zone()), -step), OTHERWISE));
	}

}
