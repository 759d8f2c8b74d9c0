package se.kulturlots.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Until when people can give input; told by the module that collects it. */
public interface InputTimes {

	/**
	 * The input periods that have opened, the latest of each consultation.
	 * @param consultationIds the consultations, at least one
	 * @return by consultation; those where none has opened are missing
	 */
	Map<UUID, InputTime> of(Collection<UUID> consultationIds);

	/**
	 * Until when people can give input in time.
	 *
	 * @param lastDay the last day, in the authority's zone
	 * @param until its end
	 */
	record InputTime(LocalDate lastDay, Instant until) {

		public boolean open(Instant now) {
			return now.isBefore(this.until);
		}

	}

}
