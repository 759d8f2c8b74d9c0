package se.kulturlots.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.mail.Outbox;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.TaskReminders;

/**
 * Jumps from one thing that would happen by itself to the next, and waits until it has
 * happened.
 */
@Component
@Profile("demo")
public class TimeMachine {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int MOST_REMEMBERED = 10;

	private final DemoClock clock;

	private final Timetable timetable;

	private final TaskReminders taskReminders;

	private final Outbox outbox;

	private final Mailbox mailbox;

	private final DemoCases cases;

	private volatile List<DemoPage.Jump> jumps = List.of();

	TimeMachine(DemoClock clock, Timetable timetable, TaskReminders taskReminders, Outbox outbox, Mailbox mailbox,
			DemoCases cases) {
		this.clock = clock;
		this.timetable = timetable;
		this.taskReminders = taskReminders;
		this.outbox = outbox;
		this.mailbox = mailbox;
		this.cases = cases;
	}

	public Instant now() {
		return this.clock.now();
	}

	/**
	 * When something happens next.
	 * @return nothing if nothing waits
	 */
	public Optional<Instant> next() {
		Instant now = now();
		return Stream
			.of(this.timetable.next(now), this.taskReminders.next(), Optional.ofNullable(this.outbox.waiting().next()))
			.flatMap(Optional::stream)
			.min(Instant::compareTo);
	}

	/**
	 * What the jumps led to.
	 * @return the last one first
	 */
	public List<DemoPage.Jump> jumps() {
		return this.jumps;
	}

	/**
	 * Jumps to what happens next, if that is still what the person saw.
	 * @param seen the instant that was offered
	 */
	public synchronized void jump(Instant seen) {
		if (!next().filter(seen::equals).isPresent()) {
			// pressed twice, or something came before it meanwhile
			return;
		}
		waitUntilQuiet();
		Instant from = now();
		List<DemoPage.Timer> timers = this.timetable.between(from, seen, this.cases::title);
		Set<String> open = this.cases.open().stream().map(OpenTask::id).collect(Collectors.toSet());
		int mails = this.mailbox.size();
		this.clock.jumpTo(seen);
		this.taskReminders.remind();
		boolean done = waitUntilQuiet();
		List<ReceivedMail> all = this.mailbox.find("");
		remember(new DemoPage.Jump(from, seen, timers, DemoPage.Jump.lots(all.subList(0, all.size() - mails)),
				this.cases.open().stream().filter((task) -> !open.contains(task.id())).map(this.cases::turn).toList(),
				done));
	}

	private void remember(DemoPage.Jump jump) {
		List<DemoPage.Jump> remembered = new ArrayList<>(this.jumps);
		remembered.add(0, jump);
		this.jumps = List.copyOf(remembered.subList(0, Math.min(remembered.size(), MOST_REMEMBERED)));
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
