package se.kulturlots.consultation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.WorkingCalendar;

import static se.kulturlots.consultation.CycleDeadline.ANSWER;
import static se.kulturlots.consultation.CycleDeadline.DECISION;
import static se.kulturlots.consultation.CycleDeadline.INPUT;
import static se.kulturlots.consultation.CycleDeadline.INVENTORY;
import static se.kulturlots.consultation.CycleDeadline.OPENING;
import static se.kulturlots.consultation.CycleDeadline.REFERRAL;

/**
 * What follows what among the dates of a cycle, and with how many working days between:
 * the rules by which dates are proposed, checked, moved and shown ahead.
 */
public final class DateRules {

	/** With less than this to the decision nobody has a fair chance to take part. */
	private static final int SHORTEST = 20;

	/** With less than this there is no time for a referral. */
	private static final int SHORTEST_WITH_REFERRAL = 40;

	/** Working days that people get at least to say something. */
	static final int FAIR = 10;

	/** A proposed inventory takes at least this long once it has been planned. */
	private static final int HEADSTART = 3;

	/** Working days before the decision. */
	private static final Map<CycleDeadline, Integer> BEFORE_DECISION = new EnumMap<>(
			Map.of(INVENTORY, 100, OPENING, 95, ANSWER, 80, INPUT, 55));

	/**
	 * A referral of six weeks and the time to work in what it gave come in between; it
	 * ends so many working days before the decision.
	 */
	private static final int REFERRAL_TAKES = 50;

	private static final int REFERRAL_ENDS = 15;

	// what the work of a phase usually takes, in working days

	private static final int PLANNING = 5;

	/** To sort and sum up what was said, once the last day for it has been. */
	private static final int SUMMING_UP = 18;

	private static final int COMMENTING = 30;

	/** To prepare the decision and sign it off before the committee meets. */
	private static final int DECIDING = 10;

	private static final List<Order> ORDERS = List.of(new Order(INVENTORY, OPENING, false, "inputBeforeInventory"),
			new Order(INVENTORY, ANSWER, false, "answerBeforeInventory"),
			new Order(OPENING, INPUT, true, "inputEndsBeforeOpening"),
			new Order(ANSWER, INPUT, true, "inputBeforeAnswer"),
			new Order(INPUT, REFERRAL, false, "referralBeforeInput"),
			new Order(REFERRAL, DECISION, false, "decisionBeforeReferral"),
			new Order(INPUT, DECISION, false, "decisionBeforeInput"));

	private DateRules() {
	}

	/**
	 * Proposes dates by counting working days back from the decision. When time is short,
	 * all steps shrink alike, but for the time to plan the cycle and to begin.
	 * @param calendar the authority's working days
	 * @param decisionDate when the decision is taken
	 * @param referral whether the draft is sent out for comments
	 * @return dates that pass {@link #check}
	 * @throws ConsultationProblem if there is too little time
	 */
	public static Schedule propose(WorkingCalendar calendar, LocalDate today, LocalDate decisionDate,
			boolean referral) {
		int shift = referral ? REFERRAL_TAKES : 0;
		int begin = PLANNING + HEADSTART;
		int longest = Objects.requireNonNull(BEFORE_DECISION.get(INVENTORY)) + shift + begin;
		int available = 0;
		for (LocalDate day = decisionDate; available < longest && day.isAfter(today); day = day.minusDays(1)) {
			available += calendar.isWorkingDay(day) ? 1 : 0;
		}
		int shortest = referral ? SHORTEST_WITH_REFERRAL : SHORTEST;
		if (available < shortest) {
			throw ConsultationProblem.tooLittleTime(shortest);
		}
		double scale = Math.min(1.0, (double) (available - begin) / (longest - begin));
		Map<CycleDeadline, LocalDate> days = new EnumMap<>(Map.of(DECISION, decisionDate));
		BEFORE_DECISION
			.forEach((kind, before) -> days.put(kind, back(calendar, decisionDate, (before + shift) * scale)));
		if (referral) {
			days.put(REFERRAL, back(calendar, decisionDate, REFERRAL_ENDS * scale));
		}
		Schedule proposed = Schedule.of(days);
		check(null, proposed, today);
		return proposed;
	}

	private static LocalDate back(WorkingCalendar calendar, LocalDate from, double workingDays) {
		return calendar.minus(from, Math.max(1, (int) Math.round(workingDays)));
	}

	/**
	 * Checks that dates come in an order that can be kept. What was so before and is not
	 * moved may stay.
	 * @param before the dates until now, null if there are none
	 * @param now the dates to check
	 * @throws ConsultationProblem that names the first date that is wrong
	 */
	public static void check(@Nullable Schedule before, Schedule now, LocalDate today) {
		Map<CycleDeadline, LocalDate> was = (before != null) ? before.days() : Map.of();
		Map<CycleDeadline, LocalDate> days = now.days();
		LocalDate inventory = now.inventoryLastDay();
		if (inventory.isBefore(today) && !inventory.equals(was.get(INVENTORY))) {
			throw ConsultationProblem.schedule("past").at(Schedule.field(INVENTORY));
		}
		broken(was, days).ifPresent((order) -> {
			throw ConsultationProblem.schedule(order.problem()).at(Schedule.field(order.later()));
		});
	}

	/**
	 * The first rule that dates break.
	 * @param was the dates until now
	 * @param days the dates, where there are any
	 * @return a rule of which a date has been moved, or nothing
	 */
	public static Optional<Order> broken(Map<CycleDeadline, LocalDate> was, Map<CycleDeadline, LocalDate> days) {
		return ORDERS.stream()
			.filter((order) -> !order.holds(days))
			.filter((order) -> !order.isSame(was, days))
			.findFirst();
	}

	/**
	 * A last day to say something for a cycle that is late.
	 * @param calendar the authority's working days
	 * @param decisionDate when the decision is taken
	 * @return some working days from today, but before the decision if it is still to
	 * come
	 */
	public static LocalDate fair(WorkingCalendar calendar, LocalDate today, LocalDate decisionDate) {
		LocalDate fair = calendar.plus(today, FAIR);
		LocalDate beforeDecision = decisionDate.minusDays(1);
		return (beforeDecision.isBefore(fair) && !beforeDecision.isBefore(today)) ? beforeDecision : fair;
	}

	static LocalDate plannedBy(LocalDate begun, WorkingCalendar calendar) {
		return calendar.plus(begun, PLANNING);
	}

	/** When the preparation of the decision begins where nothing is said before it. */
	static LocalDate decidingFrom(LocalDate decided, WorkingCalendar calendar) {
		return calendar.minus(decided, DECIDING);
	}

	/** Where the plan leaves a day open, never more than half of what there is. */
	static LocalDate decidingFrom(LocalDate heard, LocalDate decided, WorkingCalendar calendar) {
		return later(decidingFrom(decided, calendar), halfway(heard, decided));
	}

	static LocalDate sentOutBy(LocalDate said, LocalDate commented, WorkingCalendar calendar) {
		return later(calendar.minus(commented, COMMENTING), halfway(said, commented));
	}

	static LocalDate summedUpBy(LocalDate said, LocalDate sentOut, WorkingCalendar calendar) {
		LocalDate usual = calendar.plus(said, SUMMING_UP);
		LocalDate half = halfway(said, sentOut);
		return usual.isBefore(half) ? usual : half;
	}

	private static LocalDate halfway(LocalDate from, LocalDate to) {
		return from.plusDays((ChronoUnit.DAYS.between(from, to) + 1) / 2);
	}

	static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * One date comes before another.
	 *
	 * @param earlier which comes first
	 * @param later which comes then
	 * @param sameDay whether both may be on one day
	 * @param problem what is wrong otherwise
	 */
	public record Order(CycleDeadline earlier, CycleDeadline later, boolean sameDay, String problem) {

		boolean holds(Map<CycleDeadline, LocalDate> days) {
			LocalDate first = days.get(this.earlier);
			LocalDate second = days.get(this.later);
			return first == null || second == null || first.isBefore(second) || (this.sameDay && first.equals(second));
		}

		boolean isSame(Map<CycleDeadline, LocalDate> was, Map<CycleDeadline, LocalDate> days) {
			return Objects.equals(days.get(this.earlier), was.get(this.earlier))
					&& Objects.equals(days.get(this.later), was.get(this.later));
		}

	}

}
