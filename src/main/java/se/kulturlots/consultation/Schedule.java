package se.kulturlots.consultation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.DeadlineKind;

/**
 * The dates of a cycle.
 *
 * @param inventoryLastDay when the list of those to invite is to be ready
 * @param answerLastDay last day to answer the invitation
 * @param inputOpens first day to give input
 * @param inputLastDay last day to give input
 * @param referralLastDay last day to comment on the draft, null without a referral
 * @param decisionDate when the committee decides
 */
public record Schedule(LocalDate inventoryLastDay, LocalDate answerLastDay, LocalDate inputOpens,
		LocalDate inputLastDay, @Nullable LocalDate referralLastDay, LocalDate decisionDate) {

	// working days before the decision; a referral of six weeks and the time to work in
	// what it gave come in between
	private static final int INVENTORY = 100;

	private static final int INPUT_OPENS = 95;

	private static final int ANSWER = 80;

	private static final int INPUT = 55;

	private static final int REFERRAL = 50;

	private static final int REFERRAL_ENDS = 15;

	/** With less than this to the decision nobody has a fair chance to take part. */
	private static final int SHORTEST = 20;

	/** A proposed inventory takes at least this long. */
	private static final int HEADSTART = 3;

	/**
	 * Proposes dates by counting working days back from the decision. When time is short,
	 * all steps shrink alike.
	 * @param calendar the authority's working days
	 * @param today the date of today
	 * @param decisionDate when the decision is taken
	 * @param referral whether the draft is sent out for comments
	 * @return dates that pass {@link #check}
	 * @throws ConsultationProblem if there is too little time
	 */
	public static Schedule propose(WorkingCalendar calendar, LocalDate today, LocalDate decisionDate,
			boolean referral) {
		int longest = INVENTORY + HEADSTART + (referral ? REFERRAL : 0);
		int available = 0;
		for (LocalDate day = decisionDate; available < longest && day.isAfter(today); day = day.minusDays(1)) {
			available += calendar.isWorkingDay(day) ? 1 : 0;
		}
		if (available < SHORTEST) {
			throw ConsultationProblem.tooLittleTime(SHORTEST);
		}
		double scale = Math.min(1.0, (double) available / longest);
		int shift = referral ? REFERRAL : 0;
		Schedule proposed = new Schedule(back(calendar, decisionDate, (INVENTORY + shift) * scale),
				back(calendar, decisionDate, (ANSWER + shift) * scale),
				back(calendar, decisionDate, (INPUT_OPENS + shift) * scale),
				back(calendar, decisionDate, (INPUT + shift) * scale),
				referral ? back(calendar, decisionDate, REFERRAL_ENDS * scale) : null, decisionDate);
		proposed.check(today);
		return proposed;
	}

	private static LocalDate back(WorkingCalendar calendar, LocalDate from, double workingDays) {
		return calendar.minus(from, Math.max(1, (int) Math.round(workingDays)));
	}

	/**
	 * The last days.
	 * @return in the order in which they come
	 */
	public List<Milestone> milestones() {
		return Stream
			.of(new Milestone(DeadlineKind.INVENTORY, this.inventoryLastDay),
					new Milestone(DeadlineKind.ANSWER, this.answerLastDay),
					new Milestone(DeadlineKind.INPUT, this.inputLastDay),
					(this.referralLastDay != null) ? new Milestone(DeadlineKind.REFERRAL, this.referralLastDay) : null,
					new Milestone(DeadlineKind.DECISION, this.decisionDate))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(Milestone::day))
			.toList();
	}

	/**
	 * Checks that the dates come in an order that can be kept.
	 * @param today the date of today
	 * @throws ConsultationProblem that names the first date that is wrong
	 */
	public void check(LocalDate today) {
		require(!this.inventoryLastDay.isBefore(today), "inventoryLastDay", "past");
		require(this.inputOpens.isAfter(this.inventoryLastDay), "inputOpens", "inputBeforeInventory");
		require(this.answerLastDay.isAfter(this.inventoryLastDay), "answerLastDay", "answerBeforeInventory");
		require(!this.inputLastDay.isBefore(this.inputOpens), "inputLastDay", "inputEndsBeforeOpening");
		require(!this.inputLastDay.isBefore(this.answerLastDay), "inputLastDay", "inputBeforeAnswer");
		if (this.referralLastDay != null) {
			require(this.referralLastDay.isAfter(this.inputLastDay), "referralLastDay", "referralBeforeInput");
			require(this.decisionDate.isAfter(this.referralLastDay), "decisionDate", "decisionBeforeReferral");
		}
		require(this.decisionDate.isAfter(this.inputLastDay), "decisionDate", "decisionBeforeInput");
	}

	private static void require(boolean holds, String field, String problem) {
		if (!holds) {
			throw ConsultationProblem.schedule(problem).at(field);
		}
	}

}
