package se.kulturlots.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/**
 * The one clock of the application, in UTC. It follows the system's time, moved by an
 * offset that only the demo and tests change. Nothing else, the database included, is
 * asked for the time.
 */
@Component
public class AppClock extends Clock {

	private final List<Consumer<Duration>> followers = new ArrayList<>();

	private volatile Duration offset = Duration.ZERO;

	@Override
	public Instant instant() {
		return Instant.now().plus(this.offset);
	}

	/**
	 * The date of today in a zone.
	 * @param zone the zone of the people who speak of the date
	 * @return today there
	 */
	public LocalDate today(ZoneId zone) {
		return LocalDate.ofInstant(instant(), zone);
	}

	/**
	 * How far the clock stands from the system's time.
	 * @return zero in production
	 */
	public Duration offset() {
		return this.offset;
	}

	/**
	 * Moves the clock and everything that follows it.
	 * @param offset the distance to the system's time
	 */
	public synchronized void setOffset(Duration offset) {
		this.offset = offset;
		this.followers.forEach((follower) -> follower.accept(offset));
	}

	/**
	 * Moves the clock so that it shows an instant now.
	 * @param instant the time to show
	 */
	public void jumpTo(Instant instant) {
		setOffset(Duration.between(Instant.now(), instant));
	}

	/**
	 * Lets something move with the clock, from now on and at once.
	 * @param follower told of the offset
	 */
	public synchronized void follow(Consumer<Duration> follower) {
		this.followers.add(follower);
		follower.accept(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return (zone.equals(ZoneOffset.UTC)) ? this : Clock.offset(Clock.system(zone), this.offset);
	}

}
