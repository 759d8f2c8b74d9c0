package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.web.Happening.State;
import se.kulturlots.core.web.Page;

/** The seven phases of a consultation with their dates, as the public sees them. */
final class ConsultationTimeline {

	private ConsultationTimeline() {
	}

	/**
	 * Empty when it goes nowhere: before it is planned, and once it is cancelled.
	 * @param now the phase that is true for people
	 */
	static List<PhaseLine> of(Consultation consultation, Phase now, Page page) {
		Schedule schedule = consultation.schedule();
		List<PhaseLine> phases = new ArrayList<>();
		if (schedule == null || consultation.cancellationReason() != null) {
			return phases;
		}
		consultation.way().forEach((phase) -> phases.add(line(now, schedule, page, phase)));
		return phases;
	}

	private static PhaseLine line(Phase now, Schedule schedule, Page page, Phase phase) {
		State state = (now == phase) ? State.NOW : (now.compareTo(phase) > 0) ? State.DONE : State.LATER;
		return new PhaseLine(page.word("consultation.timeline.name.", phase),
				page.word("consultation.timeline.what.", phase), when(schedule, page, phase), state);
	}

	private static String when(Schedule schedule, Page page, Phase phase) {
		LocalDate commented = Objects.requireNonNullElse(schedule.referralLastDay(), schedule.decisionDate());
		return switch (phase) {
			case INVENTORY -> page.t("consultation.timeline.until", page.date(schedule.inventoryLastDay()));
			case DIALOGUE -> page.t("consultation.timeline.until", page.date(schedule.inputLastDay()));
			case DRAFT -> page.t("consultation.timeline.after", page.date(schedule.inputLastDay()));
			case REFERRAL -> page.t("consultation.timeline.until", page.date(commented));
			case REVISION -> page.t("consultation.timeline.after", page.date(commented));
			case DECISION -> page.date(schedule.decisionDate());
			default -> page.t("consultation.timeline.afterDecision");
		};
	}

}
