package se.kulturlots.consultation.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Documents;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Edition;
import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;

/** The public page of a consultation: what, why, until when, and what to do next. */
@Controller
class ConsultationController {

	private static final int JOURNAL_LINES = 50;

	private final Consultations consultations;

	private final Questions questions;

	private final Standings standings;

	private final Documents documents;

	private final Journal journal;

	private final AppClock clock;

	ConsultationController(Consultations consultations, Questions questions, Standings standings, Documents documents,
			Journal journal, AppClock clock) {
		this.consultations = consultations;
		this.questions = questions;
		this.standings = standings;
		this.documents = documents;
		this.journal = journal;
		this.clock = clock;
	}

	@GetMapping("/{authority}/consultations/{slug}")
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		Consultation consultation = this.consultations.published(authority, slug);
		Standing standing = this.standings.of(consultation, page);
		model.addAttribute("consultation", consultation);
		model.addAttribute("summary", ConsultationTeasers.summary(consultation.subject()));
		model.addAttribute("questions", this.questions.of(consultation.id()));
		model.addAttribute("meetings", MeetingCard.of(standing.meetings(), page, this.clock.instant()));
		model.addAttribute("phases", ConsultationTimeline.of(consultation, page));
		model.addAttribute("next", standing.next());
		model.addAttribute("left", standing.next().left(this.clock.today(page.zone()), page));
		model.addAttribute("documents", this.documents.of(consultation.id()));
		List<Journal.Entry> lines = this.journal.of(authority, consultation.id(), true, JOURNAL_LINES);
		model.addAttribute("journal", JournalDay.of(lines, page));
		Instant published = Objects.requireNonNull(consultation.publishedAt());
		page.show(Edition.of(published, lines.isEmpty() ? published : lines.get(0).at()));
		return "consultation/consultation";
	}

}
