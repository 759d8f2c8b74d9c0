package se.kulturlots.staff.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseStanding;
import se.kulturlots.cases.CaseStanding.State;
import se.kulturlots.workflow.TaskLine;

/**
 * How a case stands, with what waits and what has failed in it.
 *
 * @param state what its kind tells
 * @param path where staff see how it came to that
 * @param unit the name of the unit whose work it is, or null
 * @param waiting its open tasks, by due date
 * @param failed how many of its steps have failed
 * @param spans its phases on the timeline
 * @param now the time
 */
public record ProgressRow(CaseStanding state, String path, @Nullable String unit, List<TaskLine> waiting, int failed,
		List<TimelineSpan> spans, Instant now) {

	public Case subject() {
		return this.state.subject();
	}

	/**
	 * How many of its tasks are late.
	 * @return a number
	 */
	public int lateTasks() {
		return (int) this.waiting.stream().filter((line) -> line.task().late(this.now)).count();
	}

	/**
	 * The stretch that should have ended.
	 * @return null if none is late
	 */
	public @Nullable TimelineSpan latePhase() {
		return this.spans.stream().filter((span) -> span.state() == State.LATE).findFirst().orElse(null);
	}

	/**
	 * The stretch that it is in.
	 * @return null if it has ended
	 */
	public @Nullable TimelineSpan current() {
		return this.spans.stream()
			.filter((span) -> span.state() == State.NOW || span.state() == State.LATE)
			.findFirst()
			.orElse(null);
	}

}
