package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.core.web.Choice;
import se.kulturlots.deadline.WorkingCalendars;

/** The consultations that another one can begin from. */
@Component
class EarlierConsultations {

	private final Consultations consultations;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	EarlierConsultations(Consultations consultations, WorkingCalendars calendars, AppClock clock) {
		this.consultations = consultations;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * All that have been planned.
	 * @param but the one that is to begin, null if there is none yet
	 * @return the latest decision first
	 */
	List<Choice> choices(String authorityId, @Nullable CaseId but) {
		return this.consultations.ofAuthority(authorityId)
			.stream()
			.filter((each) -> each.schedule() != null && !each.id().equals(but))
			.map((each) -> Choice.of(each.id().toString(), each.title()))
			.toList();
	}

	/**
	 * What the form of a new one begins with: the texts of an earlier one with the years
	 * of the next plan.
	 * @return by the fields of the form
	 */
	Map<String, String> wish(String authorityId, CaseId from) {
		Consultation earlier = this.consultations.get(authorityId, from);
		int length = earlier.planTo() - earlier.planFrom() + 1;
		Map<String, String> values = new HashMap<>();
		values.put("from", from.toString());
		values.put("planFrom", String.valueOf(earlier.planFrom() + length));
		values.put("planTo", String.valueOf(earlier.planTo() + length));
		values.put("title", later(earlier.title(), earlier, length));
		values.put("subject", later(earlier.subject(), earlier, length));
		WorkingCalendar calendar = this.calendars.of(authorityId);
		LocalDate decision = calendar.minus(earlier.decisionDate().plusYears(length), 0);
		if (decision.isAfter(this.clock.today(calendar.zone()))) {
			values.put("decisionDate", decision.toString());
		}
		return values;
	}

	private static String later(String text, Consultation earlier, int length) {
		return text.replace(String.valueOf(earlier.planTo()), String.valueOf(earlier.planTo() + length))
			.replace(String.valueOf(earlier.planFrom()), String.valueOf(earlier.planFrom() + length));
	}

}
