package se.kulturlots.consultation.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.web.PublicCases.PublicCase;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Page;
import se.kulturlots.workflow.CaseDiagrams;

/** The way of a consultation as a picture, for everyone: its phases, and its diagram. */
@Controller
class CaseController {

	/** A variable, so that staff's pages of any kind of case are found before it. */
	private static final String WAY = "/{authority}/{cases:consultations}/{slug}/progress";

	private static final Duration KEPT = Duration.ofHours(1);

	private final PublicCases cases;

	private final Consultations consultations;

	private final CaseDiagrams diagrams;

	private final AppClock clock;

	CaseController(PublicCases cases, Consultations consultations, CaseDiagrams diagrams, AppClock clock) {
		this.cases = cases;
		this.consultations = consultations;
		this.diagrams = diagrams;
		this.clock = clock;
	}

	@GetMapping(WAY)
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		PublicCase found = this.cases.of(authority, slug);
		Consultation consultation = found.consultation();
		NextStep next = found.standing().next(page, this.clock.instant(), page.zone());
		model.addAttribute("consultation", consultation);
		model.addAttribute("phases", ConsultationTimeline.of(consultation, next.phase(), page));
		model.addAttribute("diagram", this.diagrams.outermost(authority, consultation.id()).orElse(null));
		return "consultation/case";
	}

	@GetMapping(WAY + "/{process}/{version}")
	ResponseEntity<String> diagram(@PathVariable String authority, @PathVariable String slug,
			@PathVariable String process, @PathVariable int version, Page page) {
		Consultation consultation = this.consultations.published(authority, slug);
		return this.diagrams.outermost(authority, consultation.id())
			.filter((process + '/' + version)::equals)
			.flatMap((whole) -> this.diagrams.drawing(authority, consultation.id(), process, version, page.locale()))
			.map((drawing) -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_XML)
				.cacheControl(CacheControl.maxAge(KEPT).cachePublic())
				.body(drawing))
			.orElseThrow(ConsultationProblem::unknown);
	}

}
