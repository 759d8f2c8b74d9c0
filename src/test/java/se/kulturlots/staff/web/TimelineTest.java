package se.kulturlots.staff.web;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import se.kulturlots.cases.CaseStanding.State;
import se.kulturlots.cases.CaseStanding.Stretch;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {

	private static final LocalDate TODAY = LocalDate.of(2027, 4, 1);

	@Test
	void whatIsLateReachesToday() {
		Timeline timeline = new Timeline(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 4, 11), TODAY);
		Stretch late = new Stretch("late", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 10), State.LATE);
		Stretch done = new Stretch("done", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 10), State.DONE);
		assertThat(timeline.span(1, late).width()).isEqualTo("91.00%");
		assertThat(timeline.span(1, late).to()).as("said is the day").isEqualTo(LocalDate.of(2027, 1, 10));
		assertThat(timeline.span(1, done).width()).isEqualTo("10.00%");
	}

}
