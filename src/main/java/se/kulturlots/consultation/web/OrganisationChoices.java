package se.kulturlots.consultation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/** What organisations of the register are filtered by on the pages of a consultation. */
@Component
class OrganisationChoices {

	private final Municipalities municipalities;

	OrganisationChoices(Municipalities municipalities) {
		this.municipalities = municipalities;
	}

	void add(String authorityId, Page page, Model model) {
		List<Choice> places = new ArrayList<>(this.municipalities.of(authorityId)
			.stream()
			.map((place) -> Choice.of(place.code(), place.name()))
			.toList());
		places.add(Choice.of(OrganisationFilter.UNKNOWN, page.t("register.field.municipality.unknown")));
		model.addAttribute("municipalities", places);
		model.addAttribute("sectors",
				Arrays.stream(Sector.values())
					.map((sector) -> Choice.of(sector.name(), page.t(sector.messageKey())))
					.toList());
		model.addAttribute("groups",
				Arrays.stream(PriorityGroup.values())
					.map((group) -> Choice.of(group.name(), page.t(group.messageKey())))
					.toList());
	}

}
