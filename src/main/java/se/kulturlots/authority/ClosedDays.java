package se.kulturlots.authority;

import java.time.LocalDate;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days on which an authority does not work, besides its country's holidays. */
@Component
public class ClosedDays {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	ClosedDays(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * The closed days.
	 * @return in no order
	 */
	public Set<LocalDate> of(String authorityId) {
		return this.jdbc.sql("select day from closed_day where authority_id = :authority")
			.param("authority", authorityId)
			.query(LocalDate.class)
			.set();
	}

	/**
	 * Closes a day.
	 * @param day the day off
	 * @return whether it was open before
	 */
	@Transactional
	public boolean close(String authorityId, LocalDate day) {
		return changed(authorityId,
				this.jdbc
					.sql("insert into closed_day (authority_id, day) values (:authority, :day) on conflict do nothing")
					.param("authority", authorityId)
					.param("day", day)
					.update());
	}

	/**
	 * Opens a closed day.
	 * @return whether it was closed before
	 */
	@Transactional
	public boolean open(String authorityId, LocalDate day) {
		return changed(authorityId,
				this.jdbc.sql("delete from closed_day where authority_id = :authority and day = :day")
					.param("authority", authorityId)
					.param("day", day)
					.update());
	}

	private boolean changed(String authorityId, int rows) {
		if (rows > 0) {
			this.events.publishEvent(new ClosedDaysChanged(authorityId));
		}
		return rows > 0;
	}

	/**
	 * The closed days of an authority are others now.
	 *
	 * @param authorityId whose
	 */
	public record ClosedDaysChanged(String authorityId) {
	}

}
