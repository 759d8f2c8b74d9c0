package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SmallNumbers;
import se.kulturlots.core.web.Bar;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriod.Status;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.InputSearch.Place;
import se.kulturlots.input.InputSearch.PublicInput;
import se.kulturlots.input.InputSearch.PublicTheme;
import se.kulturlots.input.InputSearch;

/** What came in, in short and one by one, and what it led to. */
@Controller
class ResultsController {

	private static final int PAGE_SIZE = 40;

	private final Consultations consultations;

	private final InputSchedule schedule;

	private final InputSearch search;

	private final LedTo ledTo;

	ResultsController(Consultations consultations, InputSchedule schedule, InputSearch search, LedTo ledTo) {
		this.consultations = consultations;
		this.schedule = schedule;
		this.search = search;
		this.ledTo = ledTo;
	}

	@GetMapping("/{authority}/consultations/{slug}/results")
	String results(@PathVariable String authority, @PathVariable String slug,
			@RequestParam(required = false) @Nullable InputPeriodId period,
			@RequestParam(required = false) @Nullable String theme,
			@RequestParam(name = "page", defaultValue = "1") int number, Page page, Model model) {
		Consultation consultation = this.consultations.published(authority, slug);
		List<InputPeriod> all = this.schedule.of(consultation)
			.stream()
			.filter((each) -> each.status() == Status.PUBLISHED)
			.toList();
		model.addAttribute("consultation", consultation);
		model.addAttribute("periods", all);
		if (all.isEmpty()) {
			return "input/noResults";
		}
		page.show(ResultPages.edition(all, consultation));
		InputPeriod chosen = all.stream().filter((each) -> each.id().equals(period)).findFirst().orElse(all.get(0));
		List<PublicTheme> themes = this.search.publishedThemes(chosen.id());
		int total = themes.stream()
			.filter((share) -> theme == null || theme.equals(share.name()))
			.mapToInt(PublicTheme::listed)
			.sum();
		int last = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		model.addAttribute("chosen", chosen);
		model.addAttribute("themes", themes);
		model.addAttribute("theme", theme);
		model.addAttribute("themeBars", themes(themes, consultation, chosen, page));
		model.addAttribute("municipalityBars", municipalities(chosen, page));
		model.addAttribute("ledToBars", sections(consultation, page));
		model.addAttribute("counts", this.search.counts(chosen.id()));
		List<PublicInput> inputs = this.search.published(chosen.id(), theme, Math.min(Math.max(number, 1), last),
				PAGE_SIZE);
		model.addAttribute("inputs", inputs);
		model.addAttribute("number", Math.min(Math.max(number, 1), last));
		model.addAttribute("last", last);
		model.addAttribute("ledTo", this.ledTo.of(consultation.id(), inputs.stream().map(PublicInput::id).toList()));
		return "input/results";
	}

	private static List<Bar> themes(List<PublicTheme> themes, Consultation consultation, InputPeriod chosen,
			Page page) {
		String base = page.url(consultation.path() + "/results") + "?period=" + chosen.id() + "&theme=";
		return themes.stream()
			.sorted(Comparator.comparing((PublicTheme share) -> share.name() == null)
				.thenComparing(PublicTheme::number, Comparator.reverseOrder()))
			.map((share) -> (share.name() != null)
					? new Bar(share.name(), page.ownLang(),
							(share.listed() > 0) ? base + page.encode(share.name()) + "#said" : null, share.number())
					: new Bar(page.t("input.noTheme"), null, null, share.number()))
			.toList();
	}

	/*
	 * of the few who live in a place somebody might know who said what; how many
	 * organisations answered from there stands on the page of who was heard
	 */
	private List<Bar> municipalities(InputPeriod chosen, Page page) {
		List<Place> shares = this.search.perMunicipality(chosen.id());
		List<@Nullable Integer> shown = SmallNumbers.hiddenWithRest(shares.stream().map(Place::number).toList(),
				shares.stream().map(Place::persons).toList());
		List<Bar> bars = new ArrayList<>();
		for (int i = 0; i < shares.size(); i++) {
			String name = shares.get(i).name();
			bars.add(new Bar((name != null) ? name : page.t("input.results.municipality.unknown"), null, null,
					shown.get(i)));
		}
		boolean any = IntStream.range(0, shares.size())
			.anyMatch((i) -> shares.get(i).name() != null && shown.get(i) != null);
		return any ? bars : List.of();
	}

	private List<Bar> sections(Consultation consultation, Page page) {
		return this.ledTo.all(consultation.id())
			.stream()
			.map((led) -> (led.sectionHeading() != null && led.path() != null)
					? new Bar(led.sectionHeading(), page.ownLang(), page.url(led.path()), led.number())
					: new Bar(page.t("input.results.ledTo.none"), null, null, led.number()))
			.toList();
	}

}
