package se.kulturlots.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import se.kulturlots.core.CaseId;

/** Until when people can give input; told by the module that collects it. */
public interface InputTimes {

	/**
	 * The input periods that have opened, the latest of each consultation.
	 * @return by consultation; those where none has opened, and those that are decided,
	 * are missing
	 */
	Map<CaseId, InputTime> of(Collection<Consultation> consultations);

	/**
	 * Until when people can give input in time: to the end of the last day, and never
	 * longer than to that of the decision.
	 *
	 * @param onDraft whether they comment on the draft
	 * @param lastDay the last day, in the authority's zone
	 * @param until its end
	 */
	record InputTime(boolean onDraft, LocalDate lastDay, Instant until) {

		public boolean open(Instant now) {
			return now.isBefore(this.until);
		}

	}

}
