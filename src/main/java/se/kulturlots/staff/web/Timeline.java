package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Schedule;
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

	static Timeline of(List<Consultation> consultations, ZoneId zone, LocalDate today) {
		LocalDate from = consultations.stream()
			.map((consultation) -> begin(consultation, zone))
			.min(LocalDate::compareTo)
			.orElse(today);
		LocalDate to = consultations.stream().map((each) -> end(each, zone)).max(LocalDate::compareTo).orElse(today);
		return new Timeline(from.withDayOfMonth(1), to.plusMonths(1).withDayOfMonth(1), today, zone);
	}

	private static LocalDate begin(Consultation consultation, ZoneId zone) {
		return LocalDate.ofInstant(consultation.createdAt(), zone);
	}

	private static LocalDate end(Consultation consultation, ZoneId zone) {
		LocalDate ended = (consultation.endedAt() != null) ? LocalDate.ofInstant(consultation.endedAt(), zone)
				: consultation.decisionDate();
		return ended.isAfter(consultation.decisionDate()) ? ended : consultation.decisionDate();
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

	/** The phases of a cycle; one that is not planned yet has one. */
	List<Span> spans(Consultation consultation) {
		List<Span> spans = new ArrayList<>();
		LocalDate begin = begin(consultation, this.zone);
		Schedule schedule = consultation.schedule();
		if (schedule == null) {
			add(spans, consultation, Phase.PLANNING, begin, consultation.decisionDate());
			return spans;
		}
		LocalDate draft = (schedule.referralLastDay() != null) ? schedule.referralLastDay() : schedule.decisionDate();
		add(spans, consultation, Phase.INVENTORY, begin, schedule.inventoryLastDay());
		add(spans, consultation, Phase.DIALOGUE, schedule.inventoryLastDay().plusDays(1), schedule.inputLastDay());
		add(spans, consultation, Phase.DRAFT, schedule.inputLastDay().plusDays(1), draft);
		add(spans, consultation, Phase.DECISION, draft.plusDays(1), schedule.decisionDate());
		return spans;
	}

	private void add(List<Span> spans, Consultation consultation, Phase phase, LocalDate from, LocalDate to) {
		if (!to.isBefore(from)) {
			spans.add(new Span(spans.size() + 1, phase, from, to, state(consultation, phase, to), at(from),
					percent(ChronoUnit.DAYS.between(from, to) + 1)));
		}
	}

	private State state(Consultation consultation, Phase phase, LocalDate to) {
		// the referral is drawn as a part of the draft; without one, draft and decision
		// have one day
		Phase current = switch (consultation.phase()) {
			case REFERRAL -> Phase.DRAFT;
			case PLANNING -> (consultation.schedule() != null) ? Phase.INVENTORY : Phase.PLANNING;
			case DECISION -> consultation.referralWanted() ? Phase.DECISION : Phase.DRAFT;
			default -> consultation.phase();
		};
		if (consultation.endedAt() != null || current.compareTo(phase) > 0) {
			return (consultation.endedAt() != null
					&& LocalDate.ofInstant(consultation.endedAt(), this.zone).isBefore(to)
					&& consultation.status() != Consultation.Status.CLOSED) ? State.LATER : State.DONE;
		}
		if (current != phase) {
			return State.LATER;
		}
		return this.today.isAfter(to) ? State.LATE : State.NOW;
	}

}
