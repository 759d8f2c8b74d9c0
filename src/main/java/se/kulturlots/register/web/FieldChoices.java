package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.OrganisationFields;
import se.kulturlots.register.OrganisationStatus;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/** What can be chosen in the forms about organisations. */
@Component
class FieldChoices {

	private final Authorities authorities;

	private final Municipalities municipalities;

	FieldChoices(Authorities authorities, Municipalities municipalities) {
		this.authorities = authorities;
		this.municipalities = municipalities;
	}

	/** For the public: the municipalities of the area, and another one. */
	FormChoices ofArea(String authorityId, Page page) {
		return choices(authorityId, this.municipalities.of(authorityId), "other", page);
	}

	/** For staff: the municipalities of the area first, then those of the country. */
	FormChoices ofCountry(String authorityId, Page page) {
		Authority authority = this.authorities.get(authorityId);
		List<Municipality> all = new ArrayList<>(this.municipalities.of(authorityId));
		this.municipalities.all()
			.stream()
			.filter((it) -> it.country().equals(authority.country()) && !all.contains(it))
			.forEach(all::add);
		return choices(authorityId, all, "unknown", page);
	}

	private FormChoices choices(String authorityId, List<Municipality> places, String none, Page page) {
		Authority authority = this.authorities.get(authorityId);
		List<Choice> municipalityChoices = new ArrayList<>(municipalities(places));
		municipalityChoices.add(Choice.of(OrganisationFields.NONE, page.t("register.field.municipality." + none)));
		List<Choice> groups = new ArrayList<>(priorityGroups(page));
		groups.add(Choice.of(OrganisationFields.NONE, page.t("register.field.priorityGroup.none")));
		List<String> languages = authority.locales().stream().map(Locale::getLanguage).toList();
		return new FormChoices(sectors(page), groups, municipalityChoices,
				languages.stream().map((it) -> Choice.of(it, page.t("register.language." + it))).toList(),
				new OrganisationFields.Rules(authority.country(), places.stream().map(Municipality::code).toList(),
						languages, "other".equals(none)));
	}

	List<Choice> sectors(Page page) {
		return Arrays.stream(Sector.values()).map((it) -> Choice.of(it.name(), page.t(it.messageKey()))).toList();
	}

	/** What the word of a file can be counted to. */
	List<Choice> readAs(Page page) {
		return Arrays.stream(Sector.values())
			.map((it) -> Choice.of(it.name(),
					page.t((it != Sector.OTHER) ? it.messageKey() : "register.sectors.noSector")))
			.toList();
	}

	List<Choice> priorityGroups(Page page) {
		return Arrays.stream(PriorityGroup.values())
			.map((it) -> Choice.of(it.name(), page.t(it.messageKey())))
			.toList();
	}

	List<Choice> statuses(Page page) {
		return Arrays.stream(OrganisationStatus.values())
			.map((it) -> Choice.of(it.name(), page.t(it.messageKey())))
			.toList();
	}

	List<Choice> municipalities(List<Municipality> places) {
		return places.stream().map((it) -> Choice.of(it.code(), it.name())).toList();
	}

}
