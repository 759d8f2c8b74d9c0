package se.kulturlots.meeting;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * What an officer decides about a meeting; the names are those of the form's fields.
 *
 * @param kind how it is held
 * @param starts when it begins, local time
 * @param ends when it ends, the same day
 * @param place where, null if on line only
 * @param link where on line, null if at a place only
 * @param capacity how many may come, null for any number
 * @param registrationLastDay last day to register
 * @param theme what it is about
 * @param targetGroup whom it is for
 * @param practical practical information
 * @param food whether food is served
 */
public record MeetingPlan(String title, Meeting.Kind kind, LocalDate day, LocalTime starts, LocalTime ends,
		@Nullable String place, @Nullable String link, @Nullable Integer capacity, LocalDate registrationLastDay,
		@Nullable String theme, @Nullable String targetGroup, @Nullable String practical, @Nullable Boolean food) {

	/** The most seats a meeting can have. */
	public static final int MOST_SEATS = 10_000;

	private static final LocalTime EARLIEST = LocalTime.of(6, 0);

	private static final LocalTime LATEST = LocalTime.of(23, 0);

	private static final int MOST_YEARS = 3;

	/**
	 * When and where alone.
	 *
	 * @param starts when it begins
	 * @param ends when it ends
	 * @param place where, or null
	 * @param link where on line, or null
	 * @param registrationLastDay last day to register
	 */
	public record When(LocalDate day, LocalTime starts, LocalTime ends, @Nullable String place, @Nullable String link,
			LocalDate registrationLastDay) {

		/**
		 * The moment it begins.
		 * @param zone the authority's zone
		 */
		public Instant startsAt(ZoneId zone) {
			return this.day.atTime(this.starts).atZone(zone).toInstant();
		}

		/**
		 * The moment it ends.
		 * @param zone the authority's zone
		 */
		public Instant endsAt(ZoneId zone) {
			return this.day.atTime(this.ends).atZone(zone).toInstant();
		}

		void check(Instant now, ZoneId zone, @Nullable LocalDate registrationBefore) {
			if (!isOrdinary(this.starts, zone)) {
				throw MeetingProblem.noOrdinaryTime(EARLIEST.toString(), LATEST.toString()).at("starts");
			}
			if (!isOrdinary(this.ends, zone)) {
				throw MeetingProblem.noOrdinaryTime(EARLIEST.toString(), LATEST.toString()).at("ends");
			}
			if (!this.ends.isAfter(this.starts)) {
				throw MeetingProblem.endsBeforeStart().at("ends");
			}
			if (!startsAt(zone).isAfter(now)) {
				throw MeetingProblem.past().at("day");
			}
			LocalDate today = LocalDate.ofInstant(now, zone);
			if (this.day.isAfter(today.plusYears(MOST_YEARS))) {
				throw MeetingProblem.tooFar(MOST_YEARS).at("day");
			}
			checkPlace();
			if (!this.registrationLastDay.isBefore(this.day)) {
				throw MeetingProblem.registrationEndsAfterMeeting().at("registrationLastDay");
			}
			if (this.registrationLastDay.isBefore(today) && !this.registrationLastDay.equals(registrationBefore)) {
				throw MeetingProblem.registrationPast().at("registrationLastDay");
			}
		}

		// neither in the middle of the night nor in an hour that a change of clocks skips
		// or repeats
		private boolean isOrdinary(LocalTime time, ZoneId zone) {
			return !time.isBefore(EARLIEST) && !time.isAfter(LATEST)
					&& zone.getRules().getValidOffsets(LocalDateTime.of(this.day, time)).size() == 1;
		}

		private void checkPlace() {
			if (this.place == null && this.link == null) {
				throw MeetingProblem.nowhere().at("place");
			}
			if (this.link != null && !isLink(this.link)) {
				throw MeetingProblem.link().at("link");
			}
		}

		private static boolean isLink(String text) {
			try {
				URI uri = URI.create(text);
				return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

	}

	When when() {
		return new When(this.day, this.starts, this.ends, this.place, this.link, this.registrationLastDay);
	}

	void check(Instant now, ZoneId zone) {
		when().check(now, zone, null);
		checkCapacity(this.capacity);
	}

	static void checkCapacity(@Nullable Integer capacity) {
		if (capacity != null && (capacity < 1 || capacity > MOST_SEATS)) {
			throw MeetingProblem.capacity(1, MOST_SEATS).at("capacity");
		}
	}

}
