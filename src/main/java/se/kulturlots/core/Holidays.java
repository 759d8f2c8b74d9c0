package se.kulturlots.core;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/** The public holidays of a country, computed once for each year. */
final class Holidays {

	private static final Map<String, Holidays> BY_COUNTRY = new ConcurrentHashMap<>();

	private final HolidayManager manager;

	private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

	private Holidays(String country) {
		this.manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
	}

	static Holidays of(String country) {
		return BY_COUNTRY.computeIfAbsent(country, Holidays::new);
	}

	boolean contains(LocalDate date) {
		return this.byYear.computeIfAbsent(date.getYear(), this::load).contains(date);
	}

	private synchronized Set<LocalDate> load(int year) {
		return this.manager.getHolidays(Year.of(year))
			.stream()
			.map(Holiday::getActualDate)
			.collect(Collectors.toUnmodifiableSet());
	}

}
