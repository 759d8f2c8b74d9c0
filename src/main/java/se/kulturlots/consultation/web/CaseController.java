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
import se.kulturlots.core.web.Page;
import se.kulturlots.workflow.CaseDiagrams;

/** Where a consultation stands on its diagrams, for everyone. */
@Controller
class CaseController {

	private static final Duration KEPT = Duration.ofHours(1);

	private final Consultations consultations;

	private final CaseDiagrams diagrams;

	CaseController(Consultations consultations, CaseDiagrams diagrams) {
		this.consultations = consultations;
		this.diagrams = diagrams;
	}

	@GetMapping("/{authority}/consultations/{slug}/progress")
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		Consultation consultation = this.consultations.published(authority, slug);
		model.addAttribute("consultation", consultation);
		model.addAttribute("processes", this.diagrams.forPublic(authority, consultation.id(), page.locale()));
		return "consultation/case";
	}

	@GetMapping("/{authority}/consultations/{slug}/progress/{process}/{version}")
	ResponseEntity<String> diagram(@PathVariable String authority, @PathVariable String slug,
			@PathVariable String process, @PathVariable int version, Page page) {
		Consultation consultation = this.consultations.published(authority, slug);
		return this.diagrams.drawing(authority, consultation.id(), process, version, page.locale())
			.map((drawing) -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_XML)
				.cacheControl(CacheControl.maxAge(KEPT).cachePublic())
				.body(drawing))
			.orElseThrow(ConsultationProblem::unknown);
	}

}
