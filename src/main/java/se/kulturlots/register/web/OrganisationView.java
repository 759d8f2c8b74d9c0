package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.web.Fact;
import se.kulturlots.core.web.Happening;
import se.kulturlots.core.web.Page;
import se.kulturlots.journal.JournalLine;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationDetails;

/**
 * An organisation as staff see it.
 *
 * @param organisation the organisation
 * @param facts what is known of it
 * @param alike others that may be the same
 * @param history what has happened to it, newest first
 */
public record OrganisationView(Organisation organisation, List<Fact> facts, List<Organisation> alike,
		List<Happening> history) {

	static OrganisationView of(Organisation organisation, String municipality, List<Organisation> alike,
			List<JournalLine> history, Page page) {
		OrganisationDetails details = organisation.details();
		List<Fact> facts = new ArrayList<>();
		add(facts, page, "organisationNumber", details.organisationNumber(), null);
		add(facts, page, "sector", page.t(details.sector().messageKey()), null);
		add(facts, page, "type", details.type(), null);
		add(facts, page, "priorityGroup",
				(details.priorityGroup() != null) ? page.t(details.priorityGroup().messageKey()) : null, null);
		add(facts, page, "municipality", municipality.isEmpty() ? null : municipality, null);
		add(facts, page, "postalCode", details.postalCode(), null);
		add(facts, page, "locality", details.locality(), null);
		add(facts, page, "email", details.email(), "mailto:" + details.email());
		add(facts, page, "phone", details.shownPhone(), "tel:" + details.phone());
		add(facts, page, "website", details.website(), details.website());
		add(facts, page, "contactName", details.contactName(), null);
		add(facts, page, "language", page.t("register.language." + details.language()), null);
		add(facts, page, "source", page.t(organisation.source().messageKey()), null);
		add(facts, page, "createdAt", page.shortDateTime(organisation.createdAt()), null);
		return new OrganisationView(organisation, facts, alike,
				history.stream()
					.map((line) -> new Happening(line.at(), line.what(), line.by(), Happening.State.DONE))
					.toList());
	}

	private static void add(List<Fact> facts, Page page, String field, @Nullable String value, @Nullable String href) {
		String label = page.t("register.field." + field);
		facts.add((value != null) ? new Fact(label, value, href) : Fact.of(label, page.t("register.field.notGiven")));
	}

}
