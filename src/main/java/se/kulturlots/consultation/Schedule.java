package se.kulturlots.consultation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseStanding.LastDay;
import se.kulturlots.deadline.DeadlineKind;

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

	static Schedule of(Map<DeadlineKind, LocalDate> days) {
		return new Schedule(days.get(DeadlineKind.INVENTORY), days.get(DeadlineKind.ANSWER),
				days.get(DeadlineKind.OPENING), days.get(DeadlineKind.INPUT), days.get(DeadlineKind.REFERRAL),
				days.get(DeadlineKind.DECISION));
	}

	/** Its dates by the deadlines that hold them; without a referral there is no such. */
	public Map<DeadlineKind, LocalDate> days() {
		Map<DeadlineKind, LocalDate> days = new EnumMap<>(DeadlineKind.class);
		days.put(DeadlineKind.INVENTORY, this.inventoryLastDay);
		days.put(DeadlineKind.ANSWER, this.answerLastDay);
		days.put(DeadlineKind.OPENING, this.inputOpens);
		days.put(DeadlineKind.INPUT, this.inputLastDay);
		days.put(DeadlineKind.REFERRAL, this.referralLastDay);
		days.put(DeadlineKind.DECISION, this.decisionDate);
		days.values().removeIf(Objects::isNull);
		return days;
	}

	/** All dates with one moved. */
	public Schedule with(DeadlineKind kind, LocalDate day) {
		Map<DeadlineKind, LocalDate> days = days();
		days.put(kind, day);
		return of(days);
	}

	/** The field of the forms that a date stands in. */
	static String field(DeadlineKind kind) {
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
