package se.kulturlots.consultation.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.InputTimes.InputTime;
import se.kulturlots.consultation.Outcome;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.PublicMeeting;

/**
 * Where a consultation stands, as the public sees it.
 *
 * @param meetings its meetings by time
 * @param outcomes what there is to read of it
 * @param input until when people can give input, null if no period has opened
 */
record Standing(Consultation consultation, List<PublicMeeting> meetings, Set<Outcome> outcomes,
		@Nullable InputTime input) {

	/** The next thing to do. */
	NextStep next(Page page, Instant now, ZoneId zone) {
		return new NextSteps(this, page, now, zone).next();
	}

}
