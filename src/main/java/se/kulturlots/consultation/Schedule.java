package se.kulturlots.consultation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseStanding.LastDay;

/**
 * The dates of a cycle, as its deadlines hold them.
 *
 * @param inventoryLastDay when the list of those to invite is to be ready
 * @param answerLastDay last day to answer the invitation
 * @param inputOpens first day to give input
 * @param inputLastDay last day to give input
 * @param referralLastDay last day to comment on the draft, null without a referral
 * @param decisionDate when the committee decides
 * @see DateRules
 */
public record Schedule(LocalDate inventoryLastDay, LocalDate answerLastDay, LocalDate inputOpens,
		LocalDate inputLastDay, @Nullable LocalDate referralLastDay, LocalDate decisionDate) {

	static Schedule of(Map<CycleDeadline, LocalDate> days) {
		return new Schedule(day(days, CycleDeadline.INVENTORY), day(days, CycleDeadline.ANSWER),
				day(days, CycleDeadline.OPENING), day(days, CycleDeadline.INPUT), days.get(CycleDeadline.REFERRAL),
				day(days, CycleDeadline.DECISION));
	}

	/** A date that every schedule has. */
	private static LocalDate day(Map<CycleDeadline, LocalDate> days, CycleDeadline kind) {
		return Objects.requireNonNull(days.get(kind), kind::name);
	}

	/** Its dates by the deadlines that hold them; without a referral there is no such. */
	public Map<CycleDeadline, LocalDate> days() {
		Map<CycleDeadline, LocalDate> days = new EnumMap<>(CycleDeadline.class);
		days.put(CycleDeadline.INVENTORY, this.inventoryLastDay);
		days.put(CycleDeadline.ANSWER, this.answerLastDay);
		days.put(CycleDeadline.OPENING, this.inputOpens);
		days.put(CycleDeadline.INPUT, this.inputLastDay);
		days.put(CycleDeadline.REFERRAL, this.referralLastDay);
		days.put(CycleDeadline.DECISION, this.decisionDate);
		days.values().removeIf(Objects::isNull);
		return days;
	}

	/** What tells these dates from others, in one line. */
	public String mark() {
		return days().values().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
	}

	/** All dates with one moved. */
	public Schedule with(CycleDeadline kind, LocalDate day) {
		Map<CycleDeadline, LocalDate> days = days();
		days.put(kind, day);
		return of(days);
	}

	/** The field of the forms that a date stands in. */
	static String field(CycleDeadline kind) {
		return switch (kind) {
			case INVENTORY -> "inventoryLastDay";
			case ANSWER -> "answerLastDay";
			case OPENING -> "inputOpens";
			case INPUT -> "inputLastDay";
			case REFERRAL -> "referralLastDay";
			default -> "decisionDate";
		};
	}

	/**
	 * The last days.
	 * @return in the order in which they come
	 */
	public List<LastDay> lastDays() {
		return days().entrySet()
			.stream()
			.filter((each) -> !each.getKey().begins())
			.map((each) -> new LastDay(each.getKey(), each.getValue()))
			.sorted(Comparator.comparing(LastDay::day))
			.toList();
	}

}
