package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseStanding;
import se.kulturlots.cases.CaseStanding.State;
import se.kulturlots.cases.CaseStanding.Stretch;

/**
 * One scale of time for several cases: from the first day of any to the last.
 *
 * @param from the first day of a month
 * @param to the day after the last
 * @param today the date of today
 */
public record Timeline(LocalDate from, LocalDate to, LocalDate today) {

	private static final int MOST_TICKS = 4;

	private static final int[] STEPS = { 1, 2, 3, 6, 12, 24, 48 };

	static Timeline of(Collection<CaseStanding> standings, LocalDate today) {
		LocalDate from = days(standings, Stretch::from).min(LocalDate::compareTo).orElse(today);
		LocalDate to = days(standings, (stretch) -> end(stretch, today)).max(LocalDate::compareTo).orElse(today);
		return new Timeline(from.withDayOfMonth(1), to.plusMonths(1).withDayOfMonth(1), today);
	}

	private static Stream<LocalDate> days(Collection<CaseStanding> standings, Function<Stretch, LocalDate> day) {
		return standings.stream().map(CaseStanding::way).flatMap(List::stream).map(day);
	}

	/** What is late goes on until it is over. */
	private static LocalDate end(Stretch stretch, LocalDate today) {
		return (stretch.state() == State.LATE && stretch.to().isBefore(today)) ? today : stretch.to();
	}

	/**
	 * Days that are written on the scale.
	 * @return the first days of a few months
	 */
	public List<LocalDate> ticks() {
		long months = ChronoUnit.MONTHS.between(this.from, this.to);
		int step = STEPS[STEPS.length - 1];
		for (int each : STEPS) {
			if (months <= (long) each * MOST_TICKS) {
				step = each;
				break;
			}
		}
		List<LocalDate> ticks = new ArrayList<>();
		for (LocalDate day = this.from; day.isBefore(this.to); day = day.plusMonths(step)) {
			ticks.add(day);
		}
		return ticks;
	}

	/**
	 * Where a day is.
	 * @return for example {@code 12.5%}
	 */
	public String at(LocalDate day) {
		return percent(ChronoUnit.DAYS.between(this.from, day));
	}

	/**
	 * Whether what is written from a day on would reach beyond the end.
	 * @return whether it is in the last part
	 */
	public boolean nearEnd(LocalDate day) {
		return ChronoUnit.DAYS.between(day, this.to) * 5 < ChronoUnit.DAYS.between(this.from, this.to);
	}

	/**
	 * Where today is.
	 * @return null if it is not on the scale
	 */
	public @Nullable String now() {
		return (this.today.isBefore(this.from) || !this.today.isBefore(this.to)) ? null : at(this.today);
	}

	private String percent(long days) {
		double whole = ChronoUnit.DAYS.between(this.from, this.to);
		return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(1, days / whole)) * 100);
	}

	/** The way of a case. */
	List<TimelineSpan> spans(CaseStanding standing) {
		List<Stretch> way = standing.way();
		return IntStream.range(0, way.size()).mapToObj((index) -> span(index + 1, way.get(index))).toList();
	}

	TimelineSpan span(int number, Stretch stretch) {
		return new TimelineSpan(number, stretch.nameKey(), stretch.from(), stretch.to(), stretch.state(),
				at(stretch.from()), percent(ChronoUnit.DAYS.between(stretch.from(), end(stretch, this.today)) + 1));
	}

}
