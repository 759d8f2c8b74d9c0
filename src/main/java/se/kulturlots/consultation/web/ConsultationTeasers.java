package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers;

/** Shows consultations on the front page of their authority. */
@Component
class ConsultationTeasers implements Teasers {

	private static final int LONGEST_SUMMARY = 200;

	private final Consultations consultations;

	private final AppClock clock;

	ConsultationTeasers(Consultations consultations, AppClock clock) {
		this.consultations = consultations;
		this.clock = clock;
	}

	@Override
	public List<Teaser> of(String authorityId, Page page) {
		LocalDate today = this.clock.today(page.zone());
		return this.consultations
			.findByAuthorityIdAndStatusInOrderByDecisionDateDesc(authorityId, EnumSet.allOf(Status.class))
			.stream()
			.filter((consultation) -> consultation.publishedAt() != null)
			.sorted(Comparator.comparing(Consultation::publishedAt).reversed())
			.map((consultation) -> new Teaser(state(consultation), consultation.title(), consultation.path(),
					summary(consultation.subject()), when(consultation, today, page)))
			.toList();
	}

	private static State state(Consultation consultation) {
		if (consultation.endedAt() != null) {
			return State.DECIDED;
		}
		return (consultation.phase() == Phase.INVENTORY) ? State.COMING : State.OPEN;
	}

	private static String summary(String subject) {
		if (subject.length() <= LONGEST_SUMMARY) {
			return subject;
		}
		int end = subject.lastIndexOf(' ', LONGEST_SUMMARY);
		return subject.substring(0, (end > 0) ? end : LONGEST_SUMMARY) + " …";
	}

	private static @Nullable String when(Consultation consultation, LocalDate today, Page page) {
		Schedule schedule = consultation.schedule();
		if (consultation.endedAt() != null || schedule == null) {
			return page.t(consultation.status().messageKey());
		}
		if (today.isBefore(schedule.inputOpens())) {
			return page.t("consultation.teaser.opens", page.date(schedule.inputOpens()));
		}
		if (!today.isAfter(schedule.inputLastDay())) {
			return page.t("consultation.teaser.lastDay", page.date(schedule.inputLastDay()));
		}
		return page.t(consultation.phase().messageKey());
	}

}
