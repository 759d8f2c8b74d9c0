package se.kulturlots.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what is to be done once somebody has been answered, in the transaction of what
 * causes it, and does it after commit. For answers that must take the same time whatever
 * is known of whoever asks: with one statement each time, all that differs comes later.
 */
@Component
public class Afterwards implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Afterwards.class);

	private static final int TRIES_AT_ONCE = 4;

	private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

	private static final int MOST_DOUBLINGS = 6;

	private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

	private final ObjectProvider<Later> all;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final AppClock clock;

	private final AtomicBoolean awake = new AtomicBoolean();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((work) -> {
		Thread made = new Thread(work, "afterwards");
		made.setDaemon(true);
		return made;
	});

	Afterwards(ObjectProvider<Later> all, JdbcClient jdbc, ObjectMapper json, TransactionTemplate transaction,
			ApplicationEventPublisher events, AppClock clock) {
		this.all = all;
		this.jdbc = jdbc;
		this.json = json;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets something be done after the transaction.
	 * @param kind which {@link Later} does it
	 * @param what what it is done with
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(String kind, Map<String, String> what) {
		this.jdbc.sql("""
				insert into afterwards (id, kind, what, added_at, due_at)
				values (:id, :kind, :what::jsonb, :now, :now)""")
			.param("id", UUID.randomUUID())
			.param("kind", kind)
			.param("what", write(what))
			.param("now", this.clock.instant())
			.update();
		this.events.publishEvent(new Added());
	}

	@TransactionalEventListener
	void on(Added event) {
		if (this.awake.compareAndSet(false, true)) {
			try {
				this.thread.execute(this::wake);
			}
			catch (RejectedExecutionException ex) {
				log.debug("left for the next start");
			}
		}
	}

	private void wake() {
		this.awake.set(false);
		try {
			run();
		}
		catch (RuntimeException ex) {
			// the class says enough: a message could hold an address
			log.warn("What is to be done afterwards waits ({})", ex.getClass().getName());
		}
	}

	/** Does what is due; what a process before this one has left too. */
	@Scheduled(fixedDelayString = "${kulturlots.afterwards.every:PT1M}")
	public synchronized void run() {
		boolean more = true;
		while (more && !this.thread.isShutdown()) {
			more = Boolean.TRUE.equals(this.transaction.execute(this::runNext));
		}
	}

	private boolean runNext(TransactionStatus status) {
		Optional<Task> next = next();
		next.ifPresent((task) -> {
			Object before = status.createSavepoint();
			try {
				later(task.kind()).run(task.what());
				this.jdbc.sql("delete from afterwards where id = :id").param("id", task.id()).update();
			}
			catch (RuntimeException ex) {
				status.rollbackToSavepoint(before);
				postpone(task, ex);
			}
		});
		return next.isPresent();
	}

	private Optional<Task> next() {
		return this.jdbc.sql("""
				select id, kind, what, tries from afterwards where due_at <= :now
				order by due_at limit 1 for update skip locked""")
			.param("now", this.clock.instant())
			.query((rs, row) -> new Task(rs.getObject(1, UUID.class), rs.getString(2), read(rs.getString(3)),
					rs.getInt(4)))
			.optional();
	}

	// at once if it has only met somebody else's work; the class says enough of a fault
	private void postpone(Task task, RuntimeException fault) {
		Duration wait = Duration.ZERO;
		if (task.tries() >= TRIES_AT_ONCE) {
			wait = FIRST_WAIT.multipliedBy(1L << Math.min(task.tries() - TRIES_AT_ONCE, MOST_DOUBLINGS));
			log.warn("{} {} could not be done and is tried again later ({})", task.kind(), task.id(),
					fault.getClass().getName());
		}
		this.jdbc.sql("update afterwards set tries = tries + 1, due_at = :due where id = :id")
			.param("due", this.clock.instant().plus(wait))
			.param("id", task.id())
			.update();
	}

	private Later later(String kind) {
		return this.all.stream().filter((later) -> later.kind().equals(kind)).findFirst().orElseThrow();
	}

	private String write(Map<String, String> what) {
		try {
			return this.json.writeValueAsString(what);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private Map<String, String> read(String what) {
		try {
			return this.json.readValue(what, new TypeReference<>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What has begun is done to its end; the next process does the rest. */
	@Override
	public void destroy() throws InterruptedException {
		this.thread.shutdown();
		this.thread.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
	}

	private record Task(UUID id, String kind, Map<String, String> what, int tries) {
	}

	private record Added() {
	}

}
