package se.kulturlots.mail;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import se.kulturlots.core.AppClock;

/**
 * The thread of its own on which mails go out: a slow mail server holds up nothing else.
 * It wakes when something has been put, when the clock is moved, and now and then.
 */
@Component
class SenderThread implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SenderThread.class);

	private static final long LONGEST_STOP_IN_MILLIS = 15_000;

	private final OutboxSender sender;

	private final MailProperties properties;

	private final Semaphore wake = new Semaphore(0);

	private volatile @Nullable Thread thread;

	private boolean troubled;

	SenderThread(OutboxSender sender, MailProperties properties, AppClock clock) {
		this.sender = sender;
		this.properties = properties;
		clock.follow((offset) -> this.wake.release());
	}

	@TransactionalEventListener
	void on(MailsPut event) {
		this.wake.release();
	}

	@Override
	public synchronized void start() {
		if (this.thread == null) {
			Thread started = new Thread(this::run, "mail-sender");
			started.setDaemon(true);
			this.thread = started;
			started.start();
		}
	}

	@Override
	public synchronized void stop() {
		Thread stopped = this.thread;
		this.thread = null;
		this.wake.release();
		try {
			if (stopped != null) {
				stopped.join(LONGEST_STOP_IN_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	@Override
	public boolean isAutoStartup() {
		return this.properties.sender().enabled();
	}

	private void run() {
		while (goOn()) {
			sendDue();
			try {
				this.wake.tryAcquire(this.properties.sender().poll().toMillis(), TimeUnit.MILLISECONDS);
				this.wake.drainPermits();
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private boolean goOn() {
		return this.thread == Thread.currentThread();
	}

	// whatever happens, the thread lives on; the class says enough, a message could hold
	// an
	// address
	private void sendDue() {
		try {
			this.sender.sendDue(this::goOn);
			this.troubled = false;
		}
		catch (RuntimeException | Error ex) {
			if (!this.troubled) {
				log.error("No mail goes out at the moment: {}", ex.getClass().getName());
			}
			this.troubled = true;
		}
	}

}
