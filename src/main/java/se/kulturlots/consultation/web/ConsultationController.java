package se.kulturlots.consultation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Documents;
import se.kulturlots.consultation.Questions;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.consultation.WholeProgramme;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Edition;
import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;

/** The public page of a consultation: what, why, until when, and what to do next. */
@Controller
class ConsultationController {

	private static final int JOURNAL_LINES = 20;

	private final Consultations consultations;

	private final Questions questions;

	private final WholeProgramme programme;

	private final Documents documents;

	private final Journal journal;

	private final AppClock clock;

	ConsultationController(Consultations consultations, Questions questions, WholeProgramme programme,
			Documents documents, Journal journal, AppClock clock) {
		this.consultations = consultations;
		this.questions = questions;
		this.programme = programme;
		this.documents = documents;
		this.journal = journal;
		this.clock = clock;
	}

	@GetMapping("/{authority}/consultations/{slug}")
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		Consultation consultation = this.consultations.published(authority, slug);
		model.addAttribute("consultation", consultation);
		model.addAttribute("questions", this.questions.of(consultation.id()));
		model.addAttribute("meetings", this.programme.published(consultation.id()));
		model.addAttribute("timeline", ConsultationTimeline.of(consultation, page));
		model.addAttribute("next", next(consultation, this.clock.today(page.zone())));
		model.addAttribute("documents", this.documents.of(consultation.id()));
		List<Journal.Entry> lines = this.journal.of(authority, consultation.id(), true, JOURNAL_LINES);
		model.addAttribute("journal", lines);
		Instant published = Objects.requireNonNull(consultation.publishedAt());
		page.show(Edition.of(published, lines.isEmpty() ? published : lines.get(0).at()));
		return "consultation/consultation";
	}

	private static NextThing next(Consultation consultation, LocalDate today) {
		Schedule schedule = consultation.schedule();
		if (consultation.cancellationReason() != null) {
			return NextThing.CANCELLED;
		}
		if (consultation.endedAt() != null) {
			return NextThing.RESULTS;
		}
		if (consultation.phase() == Phase.REFERRAL) {
			return NextThing.COMMENT;
		}
		if (schedule == null || today.isBefore(schedule.inputOpens())) {
			return NextThing.JOIN;
		}
		if (!today.isAfter(schedule.inputLastDay())) {
			return NextThing.SAY;
		}
		return NextThing.WAIT;
	}

}
