package se.kulturlots.deadline;

import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.ClosedDays;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.WorkingCalendar;

/** The working days of each authority. */
@Component
public class WorkingCalendars {

	private final Authorities authorities;

	private final ClosedDays closedDays;

	private final BriefCache<String, WorkingCalendar> cache;

	WorkingCalendars(Authorities authorities, ClosedDays closedDays, AppClock clock) {
		this.authorities = authorities;
		this.closedDays = closedDays;
		this.cache = new BriefCache<>(clock, this::load);
	}

	/**
	 * The calendar of an authority: its country's holidays, its closed days and its zone.
	 * @param authorityId whose
	 * @return the calendar, at most a minute old
	 */
	public WorkingCalendar of(String authorityId) {
		return this.cache.get(authorityId);
	}

	private WorkingCalendar load(String authorityId) {
		Authority authority = this.authorities.get(authorityId);
		return new WorkingCalendar(authority.country(), authority.zone(), this.closedDays.of(authorityId));
	}

	@EventListener
	void on(ClosedDays.ClosedDaysChanged event) {
		this.cache.forget(event.authorityId());
	}

	@EventListener
	void on(AfterSaveEvent<Authority> event) {
		this.cache.forget(event.getEntity().id());
	}

}
