package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Stretch;
import se.kulturlots.staff.web.Span.State;

/**
 * One scale of time for several cycles: from the first day of any to the last.
 *
 * @param from the first day of a month
 * @param to the day after the last
 * @param today the date of today
 * @param zone where days begin and end
 */
public record Timeline(LocalDate from, LocalDate to, LocalDate today, ZoneId zone) {

	private static final int MOST_TICKS = 4;

	private static final int[] STEPS = { 1, 2, 3, 6, 12, 24, 48 };

	static Timeline of(Collection<List<Stretch>> ways, ZoneId zone, LocalDate today) {
		LocalDate from = days(ways, Stretch::from).min(LocalDate::compareTo).orElse(today);
		LocalDate to = days(ways, Stretch::to).max(LocalDate::compareTo).orElse(today);
		return new Timeline(from.withDayOfMonth(1), to.plusMonths(1).withDayOfMonth(1), today, zone);
	}

	private static Stream<LocalDate> days(Collection<List<Stretch>> ways, Function<Stretch, LocalDate> day) {
		return ways.stream().flatMap(List::stream).map(day);
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
	 * @param day the day
	 * @return for example {@code 12.5%}
	 */
	public String at(LocalDate day) {
		return percent(ChronoUnit.DAYS.between(this.from, day));
	}

	/**
	 * Whether what is written from a day on would reach beyond the end.
	 * @param day the day
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

	/** The phases of a cycle. */
	List<Span> spans(Consultation consultation, List<Stretch> way) {
		return way.stream()
			.map((each) -> new Span(way.indexOf(each) + 1, each.phase(), each.from(), each.to(),
					state(consultation, each), at(each.from()),
					percent(ChronoUnit.DAYS.between(each.from(), each.to()) + 1)))
			.toList();
	}

	private State state(Consultation consultation, Stretch stretch) {
		if (consultation.endedAt() != null) {
			LocalDate ended = LocalDate.ofInstant(consultation.endedAt(), this.zone);
			return (consultation.status() == Status.CLOSED || !ended.isBefore(stretch.to())) ? State.DONE : State.LATER;
		}
		if (consultation.phase() != stretch.phase()) {
			return (consultation.phase().compareTo(stretch.phase()) > 0) ? State.DONE : State.LATER;
		}
		return this.today.isAfter(stretch.to()) ? State.LATE : State.NOW;
	}

}
