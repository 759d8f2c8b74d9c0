package se.kulturlots.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.mail.Outbox;

/**
 * Plays the time before the first start, one working day after the other, so that there
 * are cases in every phase with a past of their own. It runs beside the pages. The day it
 * has come to is kept: a start after a kill plays that day again, in which nothing is
 * done twice, and goes on.
 */
@Component
@Profile("demo")
public class StoryTeller {

	private static final Logger log = LoggerFactory.getLogger(StoryTeller.class);

	private static final LocalTime MORNING = LocalTime.of(8, 5);

	private static final LocalTime EVENING = LocalTime.of(18, 20);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final List<SampleStory> stories;

	private final Path file;

	private final DemoClock clock;

	private final DemoTasks tasks;

	private final WorkingCalendars calendars;

	private final Outbox outbox;

	private final JobExecutor engine;

	private volatile boolean telling;

	private volatile boolean ready;

	private volatile boolean stopped;

	private Thread thread = new Thread(this::tell, "demo-stories");

	StoryTeller(List<SampleStory> stories, DataFolder folder, DemoClock clock, DemoTasks tasks,
			WorkingCalendars calendars, Outbox outbox, ProcessEngine engine) {
		this.stories = stories;
		this.file = folder.story();
		this.clock = clock;
		this.tasks = tasks;
		this.calendars = calendars;
		this.outbox = outbox;
		this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
	}

	/** Goes back to the day on which the first story begins, unless one was cut off. */
	void goBack() {
		if (!Files.exists(this.file)) {
			Instant now = this.clock.now();
			WorkingCalendar calendar = calendar();
			LocalDate first = calendar.minus(LocalDate.ofInstant(now, calendar.zone()), longest());
			keep(calendar.at(first, MORNING), now);
		}
		this.clock.set(times()[0]);
		this.telling = true;
	}

	/** Whether a story was begun and not told to its end. */
	boolean isCutOff() {
		return Files.exists(this.file);
	}

	/** All but the stories is there: ready, unless one of them has been begun. */
	void rest() {
		this.ready = !this.telling;
	}

	/** Whether the past is being made now: the clock shows its days. */
	public boolean isTelling() {
		return this.telling;
	}

	/** Whether the sample data is all there. */
	public boolean isReady() {
		return this.ready;
	}

	@EventListener
	void on(ApplicationReadyEvent event) {
		if (this.telling) {
			this.thread.setDaemon(true);
			this.thread.start();
		}
	}

	@EventListener
	void on(ContextClosedEvent event) throws InterruptedException {
		this.stopped = true;
		this.thread.join(PATIENCE.toMillis());
	}

	private void tell() {
		try {
			playAll();
			log.info("The sample consultations are {}", this.stopped ? "cut off" : "ready");
		}
		catch (Exception ex) {
			log.error("The sample consultations could not be made to their end", ex);
		}
		finally {
			if (!this.stopped) {
				this.clock.set(null);
				remove();
				this.telling = false;
				this.ready = true;
				this.engine.start();
			}
		}
	}

	private void playAll() {
		Instant end = times()[1];
		WorkingCalendar calendar = calendar();
		LocalDate today = LocalDate.ofInstant(end, calendar.zone());
		LocalDate day = LocalDate.ofInstant(this.clock.now(), calendar.zone());
		for (; !day.isAfter(today) && !this.stopped; day = day.plusDays(1)) {
			if (calendar.isWorkingDay(day)) {
				play(day, calendar, today, end);
			}
		}
	}

	private void play(LocalDate day, WorkingCalendar calendar, LocalDate today, Instant end) {
		Instant morning = calendar.at(day, MORNING);
		Instant evening = calendar.at(day, EVENING);
		if (morning.isAfter(end)) {
			return;
		}
		keep(morning, end);
		this.clock.set(morning);
		// timers would fire out of their order beside us
		this.engine.shutdown();
		this.tasks.goOn();
		this.stories.forEach((story) -> story.morning(day, today));
		awaitMails();
		if (evening.isBefore(end)) {
			this.clock.set(evening);
			this.tasks.goOn();
			this.stories.forEach((story) -> story.evening(day, today));
			this.tasks.goOn();
			awaitMails();
		}
	}

	/** Each mail goes out on the day it was put. */
	private void awaitMails() {
		await(() -> this.outbox.waiting().now() == 0);
	}

	private void await(BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!this.stopped && !condition.getAsBoolean() && System.nanoTime() < end) {
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private WorkingCalendar calendar() {
		return this.calendars.of(DemoAccounts.REGION);
	}

	private int longest() {
		return this.stories.stream().mapToInt(SampleStory::begins).max().orElse(0);
	}

	/** When it goes on, and the end: when the demo was first started. */
	private Instant[] times() {
		try {
			return Files.readAllLines(this.file).stream().map(Instant::parse).toArray(Instant[]::new);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void remove() {
		try {
			Files.delete(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void keep(Instant at, Instant end) {
		try {
			Path unfinished = this.file.resolveSibling("story.part");
			Files.write(unfinished, List.of(at.toString(), end.toString()));
			Files.move(unfinished, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
