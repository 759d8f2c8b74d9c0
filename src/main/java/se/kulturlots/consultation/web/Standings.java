package se.kulturlots.consultation.web;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Outcomes;
import se.kulturlots.consultation.Programme.PublicMeeting;
import se.kulturlots.consultation.WholeProgramme;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Page;

/** Finds out where consultations stand, in as many questions for many as for one. */
@Component
class Standings {

	private final WholeProgramme programme;

	private final ObjectProvider<Outcomes> outcomes;

	private final AppClock clock;

	Standings(WholeProgramme programme, ObjectProvider<Outcomes> outcomes, AppClock clock) {
		this.programme = programme;
		this.outcomes = outcomes;
		this.clock = clock;
	}

	Standing of(Consultation consultation, Page page) {
		return of(List.of(consultation), (one) -> page.zone(), page).get(consultation.id());
	}

	Map<UUID, Standing> of(List<Consultation> consultations, Function<Consultation, ZoneId> zone, Page page) {
		Map<UUID, List<PublicMeeting>> meetings = this.programme.published(consultations);
		Map<UUID, Set<Outcome>> read = outcomes(consultations.stream().map(Consultation::id).toList());
		Map<UUID, Standing> standings = new HashMap<>();
		for (Consultation consultation : consultations) {
			List<PublicMeeting> its = meetings.getOrDefault(consultation.id(), List.of());
			Set<Outcome> led = read.getOrDefault(consultation.id(), Set.of());
			NextStep next = new NextSteps(consultation, its, led, page, this.clock.instant(), zone.apply(consultation))
				.next();
			standings.put(consultation.id(), new Standing(its, led, next));
		}
		return standings;
	}

	private Map<UUID, Set<Outcome>> outcomes(List<UUID> ids) {
		Map<UUID, Set<Outcome>> all = new HashMap<>();
		if (!ids.isEmpty()) {
			this.outcomes.stream()
				.forEach((some) -> some.of(ids)
					.forEach((id, led) -> all.computeIfAbsent(id, (key) -> EnumSet.noneOf(Outcome.class)).addAll(led)));
		}
		return all;
	}

}
