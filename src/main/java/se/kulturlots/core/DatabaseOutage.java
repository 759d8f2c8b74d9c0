package se.kulturlots.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Says in the log when the database goes and when it is back, and now and then in
 * between. Whatever else would say so, with a stack trace for each request and each job
 * that misses it, is only counted.
 */
@Component
class DatabaseOutage implements DisposableBean {

	private static final org.slf4j.Logger log = LoggerFactory.getLogger(DatabaseOutage.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	/** It is not back while others still miss it: all connections may be in use. */
	private static final Duration QUIET = Duration.ofSeconds(5);

	private static final int SECONDS_TO_ANSWER = 5;

	private final DataSource database;

	private final Filter filter = new Filter();

	private final AtomicBoolean away = new AtomicBoolean();

	private final AtomicLong missed = new AtomicLong();

	private volatile long lastMissed;

	private volatile boolean ended;

	DatabaseOutage(DataSource database) {
		this.database = database;
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.addTurboFilter(this.filter);
		}
	}

	private void missed(Throwable fault) {
		this.lastMissed = System.nanoTime();
		this.missed.incrementAndGet();
		if (!this.ended && this.away.compareAndSet(false, true)) {
			log.error("The database cannot be reached; whoever asks is told to come back later ({})", reason(fault));
			Thread watch = new Thread(this::watch, "database-watch");
			watch.setDaemon(true);
			watch.start();
		}
	}

	private static String reason(Throwable fault) {
		Throwable cause = fault;
		for (int depth = 0; cause.getCause() != null && depth < 50; depth++) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
	}

	private void watch() {
		long since = System.nanoTime();
		long said = since;
		try {
			while (!this.ended) {
				Thread.sleep(BETWEEN_LOOKS.toMillis());
				if (passed(this.lastMissed).compareTo(QUIET) > 0 && answers()) {
					this.away.set(false);
					log.info("The database is back after {} s; {} faults were due to it", passed(since).toSeconds(),
							this.missed.getAndSet(0));
					return;
				}
				if (passed(said).compareTo(BETWEEN_LINES) > 0) {
					said = System.nanoTime();
					log.warn("The database is still away after {} s; {} faults are due to it",
							passed(since).toSeconds(), this.missed);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean answers() {
		try (Connection connection = this.database.getConnection()) {
			return connection.isValid(SECONDS_TO_ANSWER);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static Duration passed(long since) {
		return Duration.ofNanos(System.nanoTime() - since);
	}

	@Override
	public void destroy() {
		this.ended = true;
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.getTurboFilterList().remove(this.filter);
		}
	}

	/** Stands before all that is written. */
	private final class Filter extends TurboFilter {

		@Override
		public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
				Object @Nullable [] params, @Nullable Throwable fault) {
			Throwable written = (fault == null && params != null && params.length != 0
					&& params[params.length - 1] instanceof Throwable last) ? last : fault;
			if (written == null || !level.isGreaterOrEqual(logger.getEffectiveLevel())
					|| !DatabaseAway.isCauseOf(written)) {
				return FilterReply.NEUTRAL;
			}
			missed(written);
			return FilterReply.DENY;
		}

	}

}
