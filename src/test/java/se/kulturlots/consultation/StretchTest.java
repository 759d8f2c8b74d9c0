package se.kulturlots.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import se.kulturlots.cases.Case;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.core.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;

/** The way of a cycle, phase by phase. */
class StretchTest {

	private static final LocalDate BEGUN = LocalDate.of(2027, 1, 11);

	private final WorkingCalendar calendar = new WorkingCalendar("se", ZoneId.of("Europe/Stockholm"), Set.of());

	@Test
	void aCycleThatIsNotPlannedIsBeingPlanned() {
		assertThat(way(wanted(LocalDate.of(2028, 3, 1)), BEGUN)).containsExactly(
				new Stretch(Phase.PLANNING, BEGUN, LocalDate.of(2027, 1, 18)),
				new Stretch(Phase.DECISION, LocalDate.of(2028, 2, 16), LocalDate.of(2028, 3, 1)));
	}

	@Test
	void eachPhaseHasItsDaysOneAfterTheOther() {
		Consultation cycle = planned(LocalDate.of(2028, 3, 1), true);
		List<Stretch> way = way(cycle, BEGUN);
		assertThat(way).extracting(Stretch::phase)
			.containsExactly(Phase.INVENTORY, Phase.DIALOGUE, Phase.DRAFT, Phase.REFERRAL, Phase.REVISION,
					Phase.DECISION);
		followsEachOther(way);
		Schedule schedule = cycle.schedule();
		assertThat(of(way, Phase.DIALOGUE).to()).as("there is time to sum up what was said")
			.isAfter(schedule.inputLastDay());
		assertThat(of(way, Phase.REFERRAL).to()).isEqualTo(schedule.referralLastDay());
		assertThat(of(way, Phase.DECISION).to()).isEqualTo(schedule.decisionDate());
	}

	@Test
	void theReferralBeginsWhenTheDraftWasSentOut() {
		Consultation cycle = planned(LocalDate.of(2028, 3, 1), true);
		LocalDate sentOut = cycle.schedule().referralLastDay().minusDays(20);
		assertThat(cycle.beginReferral(sentOut)).isTrue();
		assertThat(cycle.phase()).isEqualTo(Phase.REFERRAL);
		assertThat(of(way(cycle, sentOut), Phase.REFERRAL).from()).isEqualTo(sentOut);
		followsEachOther(way(cycle, sentOut));
	}

	@Test
	void aDraftIsRevisedOnceItHasBeenCommentedOnAndIsNotSentOutAgain() {
		Consultation cycle = planned(LocalDate.of(2028, 3, 1), true);
		cycle.enter(Phase.DRAFT);
		assertThat(cycle.phase()).isEqualTo(Phase.DRAFT);
		cycle.beginReferral(BEGUN.plusDays(200));
		cycle.enter(Phase.DRAFT);
		assertThat(cycle.phase()).isEqualTo(Phase.REVISION);
		assertThat(cycle.beginReferral(BEGUN.plusDays(300))).isFalse();
		assertThat(cycle.phase()).isEqualTo(Phase.DECISION);
	}

	@Test
	void withoutReferralTheDraftGivesWayToTheDecision() {
		Consultation cycle = planned(LocalDate.of(2027, 3, 1), false);
		List<Stretch> way = way(cycle, BEGUN);
		assertThat(way).extracting(Stretch::phase)
			.containsExactly(Phase.INVENTORY, Phase.DIALOGUE, Phase.DRAFT, Phase.DECISION);
		followsEachOther(way);
		assertThat(cycle.way()).containsExactly(Phase.INVENTORY, Phase.DIALOGUE, Phase.DRAFT, Phase.DECISION,
				Phase.ANSWER);
	}

	@Test
	void aPhaseThatIsReachedIsThereHoweverLittleTimeIsLeft() {
		Consultation cycle = planned(LocalDate.of(2027, 2, 15), false);
		cycle.enter(Phase.ANSWER);
		LocalDate late = LocalDate.of(2027, 4, 1);
		assertThat(of(way(cycle, late), Phase.ANSWER))
			.isEqualTo(new Stretch(Phase.ANSWER, LocalDate.of(2027, 2, 16), late));
		cycle.enter(Phase.DRAFT);
		assertThat(of(way(cycle, late), Phase.DRAFT).to()).isBefore(late);
	}

	private static void followsEachOther(List<Stretch> way) {
		for (int i = 1; i < way.size(); i++) {
			assertThat(way.get(i).from()).isEqualTo(way.get(i - 1).to().plusDays(1));
			assertThat(way.get(i).to()).isAfterOrEqualTo(way.get(i).from());
		}
	}

	private static Stretch of(List<Stretch> way, Phase phase) {
		return way.stream().filter((each) -> each.phase() == phase).findFirst().orElseThrow();
	}

	private List<Stretch> way(Consultation cycle, LocalDate today) {
		return Stretch.of(cycle, this.calendar, today);
	}

	private Consultation planned(LocalDate decision, boolean referral) {
		Consultation cycle = wanted(decision);
		cycle.plan(DateRules.propose(this.calendar, BEGUN, decision, referral), null, 3);
		return cycle;
	}

	private static Consultation wanted(LocalDate decision) {
		return Consultation.wanted(
				Case.opened("region", ConsultationKind.KEY, "kulturplan", "Kulturplan", null,
						Instant.parse(BEGUN + "T09:00:00Z")),
				new Wish("Kulturplan", "Vad ska planen handla om?", 2028, 2031, decision));
	}

}
