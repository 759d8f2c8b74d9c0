package se.kulturlots.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a consultation offers to take part in; given by the module that holds meetings.
 */
public interface Programme {

	/**
	 * The meetings of a consultation.
	 * @param consultationId the consultation
	 * @return by time, those without a time last
	 */
	List<ProgrammeItem> items(UUID consultationId);

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
