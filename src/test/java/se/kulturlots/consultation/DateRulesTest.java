package se.kulturlots.consultation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import se.kulturlots.core.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DateRulesTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

	private final WorkingCalendar calendar = new WorkingCalendar("SE", ZoneId.of("Europe/Stockholm"), Set.of());

	private final Schedule dates = new Schedule(TODAY.plusDays(10), TODAY.plusDays(30), TODAY.plusDays(20),
			TODAY.plusDays(60), TODAY.plusDays(120), TODAY.plusDays(150));

	@ParameterizedTest
	@CsvSource({ "INVENTORY, -1, inventoryLastDay, past", "OPENING, 10, inputOpens, inputBeforeInventory",
			"ANSWER, 10, answerLastDay, answerBeforeInventory", "INPUT, 19, inputLastDay, inputEndsBeforeOpening",
			"INPUT, 29, inputLastDay, inputBeforeAnswer", "REFERRAL, 60, referralLastDay, referralBeforeInput",
			"REFERRAL, 150, decisionDate, decisionBeforeReferral" })
	void theFirstDateOutOfOrderIsNamed(CycleDeadline kind, int day, String field, String problem) {
		Schedule moved = this.dates.with(kind, TODAY.plusDays(day));
		assertThatExceptionOfType(ConsultationProblem.class).isThrownBy(() -> DateRules.check(this.dates, moved, TODAY))
			.satisfies((refused) -> {
				assertThat(refused.field()).isEqualTo(field);
				assertThat(refused.messageKey()).endsWith("schedule." + problem);
			});
	}

	@Test
	void whatIsAtTheEdgeIsInOrder() {
		Schedule edge = new Schedule(TODAY, TODAY.plusDays(1), TODAY.plusDays(1), TODAY.plusDays(1), TODAY.plusDays(2),
				TODAY.plusDays(3));
		assertThatCode(() -> DateRules.check(null, edge, TODAY)).doesNotThrowAnyException();
	}

	@Test
	void aDateOutOfOrderThatIsNotMovedDoesNotStandInTheWayOfOthers() {
		Schedule late = this.dates.with(CycleDeadline.ANSWER, TODAY.plusDays(70));
		LocalDate later = TODAY.plusDays(11);
		assertThatCode(() -> DateRules.check(late, late.with(CycleDeadline.DECISION, TODAY.plusDays(160)), later))
			.doesNotThrowAnyException();
		assertThatExceptionOfType(ConsultationProblem.class)
			.isThrownBy(() -> DateRules.check(late, late.with(CycleDeadline.INPUT, TODAY.plusDays(65)), later));
	}

	@Test
	void whatIsProposedIsInOrderWithAReferralBetween() {
		Schedule proposed = DateRules.propose(this.calendar, TODAY, TODAY.plusDays(300), true);
		assertThat(this.calendar.workingDays(proposed.referralLastDay(), proposed.decisionDate())).isEqualTo(15);
		assertThat(Schedule.of(proposed.days())).isEqualTo(proposed);
		assertThat(DateRules.propose(this.calendar, TODAY, TODAY.plusDays(300), false).days())
			.doesNotContainKey(CycleDeadline.REFERRAL);
		assertThatExceptionOfType(ConsultationProblem.class)
			.isThrownBy(() -> DateRules.propose(this.calendar, TODAY, TODAY.plusDays(20), false));
	}

	@ParameterizedTest
	@ValueSource(ints = { 40, 50, 65, 100, 200, 400 })
	void theInventoryNeverEndsBeforeItsPlanningIsDue(int days) {
		Schedule proposed = DateRules.propose(this.calendar, TODAY, TODAY.plusDays(days), false);
		assertThat(proposed.inventoryLastDay()).isAfter(DateRules.plannedBy(TODAY, this.calendar));
	}

	@Test
	void aReferralForWhichThereIsNoTimeIsNotProposed() {
		assertThatExceptionOfType(ConsultationProblem.class)
			.isThrownBy(() -> DateRules.propose(this.calendar, TODAY, TODAY.plusDays(35), true));
	}

	@Test
	void peopleGetAFairTimeButNotPastTheDecision() {
		assertThat(DateRules.fair(this.calendar, TODAY, TODAY.plusDays(90))).isEqualTo(LocalDate.of(2026, 12, 15));
		assertThat(DateRules.fair(this.calendar, TODAY, TODAY.plusDays(5))).isEqualTo(TODAY.plusDays(4));
		assertThat(DateRules.broken(Map.of(), Map.of(CycleDeadline.INPUT, TODAY, CycleDeadline.DECISION, TODAY)))
			.map(DateRules.Order::earlier)
			.contains(CycleDeadline.INPUT);
	}

}
