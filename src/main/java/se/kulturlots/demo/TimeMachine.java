package se.kulturlots.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.mail.Outbox;
import se.kulturlots.workflow.TaskReminders;

/**
 * Jumps from one thing that would happen by itself to the next, and waits until it has
 * happened.
 */
@Component
@Profile("demo")
class TimeMachine {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final DemoClock clock;

	private final Timetable timetable;

	private final TaskReminders taskReminders;

	private final Outbox outbox;

	private final Mailbox mailbox;

	private volatile DemoPage.@Nullable Jump last;

	TimeMachine(DemoClock clock, Timetable timetable, TaskReminders taskReminders, Outbox outbox, Mailbox mailbox) {
		this.clock = clock;
		this.timetable = timetable;
		this.taskReminders = taskReminders;
		this.outbox = outbox;
		this.mailbox = mailbox;
	}

	Instant now() {
		return this.clock.now();
	}

	/**
	 * When something happens next.
	 * @return nothing if nothing waits
	 */
	Optional<Instant> next() {
		Instant now = now();
		return Stream
			.of(this.timetable.next(now), this.taskReminders.next(), Optional.ofNullable(this.outbox.waiting().next()))
			.flatMap(Optional::stream)
			.min(Instant::compareTo);
	}

	Optional<DemoPage.Jump> last() {
		return Optional.ofNullable(this.last);
	}

	/**
	 * Jumps to what happens next, if that is still what the person saw.
	 * @param seen the instant that was offered
	 */
	synchronized void jump(Instant seen) {
		if (!next().filter(seen::equals).isPresent()) {
			// pressed twice, or something came before it meanwhile
			return;
		}
		waitUntilQuiet();
		Instant from = now();
		List<DemoPage.Happening> happenings = this.timetable.between(from, seen);
		int mails = this.mailbox.size();
		this.clock.jumpTo(seen);
		this.taskReminders.remind();
		boolean done = waitUntilQuiet();
		this.last = new DemoPage.Jump(from, seen, happenings, this.mailbox.size() - mails, done);
	}

	private boolean waitUntilQuiet() {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!isQuiet()) {
			if (System.nanoTime() > end) {
				return false;
			}
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	private boolean isQuiet() {
		return this.timetable.isQuiet() && this.outbox.waiting().now() == 0;
	}

}
