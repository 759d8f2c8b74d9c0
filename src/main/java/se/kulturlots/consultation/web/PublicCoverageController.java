package se.kulturlots.consultation.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.PublicCoverage;
import se.kulturlots.core.web.Page;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Sector;

/** Who was invited and heard, for everyone. */
@Controller
class PublicCoverageController {

	private final PublicCases cases;

	private final PublicCoverage coverage;

	private final Municipalities municipalities;

	PublicCoverageController(PublicCases cases, PublicCoverage coverage, Municipalities municipalities) {
		this.cases = cases;
		this.coverage = coverage;
		this.municipalities = municipalities;
	}

	@GetMapping("/{authority}/consultations/{slug}/coverage")
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		Consultation consultation = this.cases.of(authority, slug).consultation();
		model.addAttribute("consultation", consultation);
		model.addAttribute("there", this.coverage.isThere(consultation));
		model.addAttribute("all", this.coverage.all(consultation));
		model.addAttribute("sectors", this.coverage.bySector(consultation));
		Map<String, String> names = this.municipalities.names();
		names.put("", page.t("register.field.municipality.unknown"));
		List<String> inOrder = List.copyOf(names.keySet());
		model.addAttribute("municipalities",
				this.coverage.byMunicipality(consultation)
					.stream()
					.sorted(Comparator.comparing((row) -> inOrder.indexOf(row.key())))
					.toList());
		for (Sector sector : Sector.values()) {
			names.put(sector.name(), page.t(sector.messageKey()));
		}
		model.addAttribute("names", names);
		return "consultation/coverage";
	}

}
