package se.kulturlots.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.core.WorkingCalendar;

/**
 * A phase of a cycle with its days. Where the plan of the cycle leaves a day open, it is
 * what the work usually takes, but never more than half of what there is.
 *
 * @param from its first day
 * @param to the day by which it is to be over
 */
public record Stretch(Phase phase, LocalDate from, LocalDate to) {

	/**
	 * The way of a cycle.
	 * @param consultation the cycle
	 * @param calendar the working days of its authority
	 * @return its phases in the order in which they come
	 */
	public static List<Stretch> of(Consultation consultation, WorkingCalendar calendar, LocalDate today) {
		LocalDate begun = LocalDate.ofInstant(consultation.createdAt(), calendar.zone());
		Schedule schedule = consultation.schedule();
		List<Stretch> way = new ArrayList<>();
		LocalDate decided = consultation.decisionDate();
		if (schedule == null) {
			LocalDate next = add(way, consultation, Phase.PLANNING, begun, DateRules.plannedBy(begun, calendar));
			add(way, consultation, Phase.DECISION, DateRules.later(next, DateRules.decidingFrom(decided, calendar)),
					decided);
			return way;
		}
		LocalDate said = schedule.inputLastDay();
		LocalDate commented = schedule.referralLastDay();
		LocalDate heard = (commented != null) ? commented : said;
		LocalDate deciding = DateRules.decidingFrom(heard, decided, calendar);
		LocalDate sentOut = (commented == null) ? deciding : (consultation.referralOpened() != null)
				? consultation.referralOpened() : DateRules.sentOutBy(said, commented, calendar);
		LocalDate summedUp = DateRules.summedUpBy(said, sentOut, calendar);
		LocalDate next = add(way, consultation, Phase.INVENTORY, begun, schedule.inventoryLastDay());
		next = add(way, consultation, Phase.DIALOGUE, next, summedUp);
		next = add(way, consultation, Phase.DRAFT, next, sentOut.minusDays(1));
		if (commented != null) {
			next = add(way, consultation, Phase.REFERRAL, next, commented);
			next = add(way, consultation, Phase.REVISION, next, deciding.minusDays(1));
		}
		next = add(way, consultation, Phase.DECISION, next, decided);
		if (consultation.phase() == Phase.ANSWER || consultation.status() == Status.CLOSED) {
			add(way, consultation, Phase.ANSWER, next, DateRules.later(next, ended(consultation, calendar, today)));
		}
		return way;
	}

	private static LocalDate ended(Consultation consultation, WorkingCalendar calendar, LocalDate today) {
		return (consultation.endedAt() != null) ? LocalDate.ofInstant(consultation.endedAt(), calendar.zone()) : today;
	}

	/** A phase for which there is no time left out, unless the cycle is in it. */
	private static LocalDate add(List<Stretch> way, Consultation consultation, Phase phase, LocalDate from,
			LocalDate to) {
		if (to.isBefore(from) && consultation.phase() != phase) {
			return from;
		}
		LocalDate last = DateRules.later(from, to);
		way.add(new Stretch(phase, from, last));
		return last.plusDays(1);
	}

}
