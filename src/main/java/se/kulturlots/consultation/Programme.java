package se.kulturlots.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;

/**
 * What a consultation offers to take part in; given by the module that holds meetings.
 */
public interface Programme {

	/**
	 * The meetings of a consultation.
	 * @return by time, those without a time last
	 */
	List<ProgrammeItem> items(CaseId consultationId);

	/**
	 * The meetings that the public may see, those that were cancelled too.
	 * @param consultations the consultations, at least one
	 * @return by time
	 */
	List<PublicMeeting> published(Collection<Consultation> consultations);

	/**
	 * A meeting as the public sees it.
	 *
	 * @param consultationId its consultation
	 * @param title its name
	 * @param startsAt when it begins
	 * @param endsAt when it ends
	 * @param place where, or null when it is on line only
	 * @param online whether one can take part on line
	 * @param cancelled whether it was called off
	 * @param notes whether there are notes of it to read
	 * @param registrationEnds until when people may register themselves, if only for the
	 * waiting list, null if they may not
	 * @param registrationLastDay the last day to register
	 * @param seatsLeft how many may still come, null for any number
	 * @param path the address of its page, without a language
	 */
	record PublicMeeting(CaseId consultationId, String title, Instant startsAt, Instant endsAt, @Nullable String place,
			boolean online, boolean cancelled, boolean notes, @Nullable Instant registrationEnds,
			LocalDate registrationLastDay, @Nullable Integer seatsLeft, String path) {

		public boolean open(Instant now) {
			return this.registrationEnds != null && now.isBefore(this.registrationEnds);
		}

		public boolean full() {
			return this.seatsLeft != null && this.seatsLeft <= 0;
		}

	}

	/**
	 * A meeting as others need to know it.
	 *
	 * @param meetingId its id
	 * @param title its name, null until it is planned
	 * @param startsAt when it begins, null until it is planned
	 * @param endsAt when it ends
	 * @param place where, or null when it is on line only
	 * @param online whether one can take part on line
	 * @param published whether the public may see it
	 * @param path the address of its public page, without a language
	 */
	record ProgrammeItem(UUID meetingId, @Nullable String title, @Nullable Instant startsAt, @Nullable Instant endsAt,
			@Nullable String place, boolean online, boolean published, String path) {

		public boolean planned() {
			return this.startsAt != null;
		}

	}

}
