package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.web.Happening;
import se.kulturlots.core.web.Happening.State;
import se.kulturlots.core.web.Page;

/** The phases of a consultation with their dates. */
final class ConsultationTimeline {

	private ConsultationTimeline() {
	}

	static List<Happening> of(Consultation consultation, Page page) {
		Schedule schedule = consultation.schedule();
		List<Happening> steps = new ArrayList<>();
		if (schedule == null) {
			return steps;
		}
		add(steps, consultation, page, Phase.INVENTORY, schedule.inventoryLastDay());
		add(steps, consultation, page, Phase.DIALOGUE, schedule.inputLastDay());
		add(steps, consultation, page, Phase.DRAFT, schedule.inputLastDay());
		if (schedule.referralLastDay() != null) {
			add(steps, consultation, page, Phase.REFERRAL, schedule.referralLastDay());
		}
		add(steps, consultation, page, Phase.DECISION, schedule.decisionDate());
		add(steps, consultation, page, Phase.ANSWER, schedule.decisionDate());
		return steps;
	}

	private static void add(List<Happening> steps, Consultation consultation, Page page, Phase phase, LocalDate day) {
		State state = (consultation.phase() == phase) ? State.NOW
				: (consultation.phase().compareTo(phase) > 0) ? State.DONE : State.LATER;
		String when = switch (phase) {
			case DRAFT -> page.t("consultation.timeline.after", page.date(day));
			case ANSWER -> page.t("consultation.timeline.afterDecision");
			case DECISION -> page.date(day);
			default -> page.t("consultation.timeline.until", page.date(day));
		};
		steps.add(new Happening(when, page.t(phase.messageKey()), null, state));
	}

}
