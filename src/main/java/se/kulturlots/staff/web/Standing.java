package se.kulturlots.staff.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.workflow.OpenTask;

/**
 * How a cycle stands.
 *
 * @param consultation the cycle
 * @param waiting its open tasks, by due date
 * @param failed how many of its steps have failed
 * @param spans its phases on the timeline
 * @param now the time
 */
public record Standing(Consultation consultation, List<OpenTask> waiting, int failed, List<Span> spans, Instant now) {

	/**
	 * How many of its tasks are late.
	 * @return a number
	 */
	public int lateTasks() {
		return (int) this.waiting.stream().filter((task) -> task.late(this.now)).count();
	}

	/**
	 * The phase that should have ended.
	 * @return null if none is late
	 */
	public @Nullable Span latePhase() {
		return this.spans.stream().filter((span) -> span.state() == Span.State.LATE).findFirst().orElse(null);
	}

	/**
	 * The phase that it is in.
	 * @return null if it has ended
	 */
	public @Nullable Span current() {
		return this.spans.stream()
			.filter((span) -> span.state() == Span.State.NOW || span.state() == Span.State.LATE)
			.findFirst()
			.orElse(null);
	}

}
