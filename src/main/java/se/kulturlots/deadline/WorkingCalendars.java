package se.kulturlots.deadline;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.ClosedDays;
import se.kulturlots.core.BriefCache;
import se.kulturlots.core.WorkingCalendar;

/** The working days of each authority. */
@Component
public class WorkingCalendars {

	private final Authorities authorities;

	private final ClosedDays closedDays;

	private final BriefCache<String, WorkingCalendar> cache;

	WorkingCalendars(Authorities authorities, ClosedDays closedDays) {
		this.authorities = authorities;
		this.closedDays = closedDays;
		this.cache = new BriefCache<>(this::load);
	}

	/**
	 * The calendar of an authority: its country's holidays, its closed days and its zone.
	 * @return the calendar, at most a minute old
	 */
	public WorkingCalendar of(String authorityId) {
		return this.cache.get(authorityId);
	}

	private WorkingCalendar load(String authorityId) {
		Authority authority = this.authorities.get(authorityId);
		return new WorkingCalendar(authority.country(), authority.zone(), this.closedDays.of(authorityId));
	}

	// once others can read it too, and before anything counts with it
	@TransactionalEventListener(fallbackExecution = true)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(ClosedDays.ClosedDaysChanged event) {
		this.cache.forget(event.authorityId());
	}

	@TransactionalEventListener(fallbackExecution = true)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(AfterSaveEvent<Authority> event) {
		this.cache.forget(event.getEntity().id());
	}

}
