package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.web.Happening.State;
import se.kulturlots.core.web.Page;

/** The phases of a consultation with their dates. */
final class ConsultationTimeline {

	private ConsultationTimeline() {
	}

	/** Empty when it goes nowhere: before it is planned, and once it is cancelled. */
	static List<PhaseLine> of(Consultation consultation, Page page) {
		Schedule schedule = consultation.schedule();
		List<PhaseLine> phases = new ArrayList<>();
		if (schedule == null || consultation.cancellationReason() != null) {
			return phases;
		}
		phases.add(line(consultation, page, Phase.INVENTORY, schedule.inventoryLastDay()));
		phases.add(line(consultation, page, Phase.DIALOGUE, schedule.inputLastDay()));
		phases.add(line(consultation, page, Phase.DRAFT, schedule.inputLastDay()));
		if (schedule.referralLastDay() != null) {
			phases.add(line(consultation, page, Phase.REFERRAL, schedule.referralLastDay()));
		}
		phases.add(line(consultation, page, Phase.DECISION, schedule.decisionDate()));
		if (consultation.status() != Status.REJECTED) {
			phases.add(line(consultation, page, Phase.ANSWER, schedule.decisionDate()));
		}
		return phases;
	}

	private static PhaseLine line(Consultation consultation, Page page, Phase phase, LocalDate day) {
		State state = (consultation.phase() == phase) ? State.NOW
				: (consultation.phase().compareTo(phase) > 0) ? State.DONE : State.LATER;
		String when = switch (phase) {
			case DRAFT -> page.t("consultation.timeline.after", page.date(day));
			case ANSWER -> page.t("consultation.timeline.afterDecision");
			case DECISION -> page.date(day);
			default -> page.t("consultation.timeline.until", page.date(day));
		};
		return new PhaseLine(page.t(phase.messageKey()), page.word("consultation.timeline.what.", phase), when, state);
	}

}
