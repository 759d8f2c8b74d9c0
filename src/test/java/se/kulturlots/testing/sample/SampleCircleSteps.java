package se.kulturlots.testing.sample;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.workflow.TaskContext;

/** The steps of {@code sampleCircle}. */
@Component
public class SampleCircleSteps {

	private final Circles circles;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	SampleCircleSteps(Circles circles, WorkingCalendars calendars, AppClock clock) {
		this.circles = circles;
		this.calendars = calendars;
		this.clock = clock;
	}

	public CaseId startSampleCircle(String authorityId, StartSampleCircle answers, TaskContext context) {
		return this.circles.want(authorityId, answers.title(), answers.question(), answers.leaderEmail(),
				context.account());
	}

	public void planCircle(CaseId id, PlanCircle answers) {
		this.circles.plan(id, answers.place(), answers.lastDay());
	}

	public PlanCircleFacts planCircleFacts(CaseId id) {
		return new PlanCircleFacts(this.circles.get(id).title(), "/staff/samples/" + id);
	}

	public void announceCircle(CaseId id) {
		this.circles.announce(id);
	}

	public void remindCircle(CaseId id) {
		this.circles.noteReminder(id);
	}

	public void closeCircle(CaseId id) {
		this.circles.close(id,
				this.clock.today(this.calendars.of(this.circles.get(id).authorityId()).zone()).plusYears(2));
	}

	/** The answers of {@code startSampleCircle.form}. */
	public record StartSampleCircle(String title, String question, String leaderEmail) {
	}

	/** The facts of {@code planCircle.form}. */
	public record PlanCircleFacts(String title, String staffPage) {
	}

	/** The answers of {@code planCircle.form}. */
	public record PlanCircle(String place, LocalDate lastDay) {
	}

}
