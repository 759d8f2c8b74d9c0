package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Fact;
import se.kulturlots.core.web.Happening;
import se.kulturlots.core.Texts;
import se.kulturlots.journal.JournalLine;
import se.kulturlots.register.Difference;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationDetails;

/**
 * An organisation as staff see it.
 *
 * @param facts what is known of it
 * @param alike others that may be the same, with what they say otherwise
 * @param history what has happened to it, newest first
 */
public record OrganisationView(Organisation organisation, List<Fact> facts, List<Alike> alike,
		List<Happening> history) {

	static OrganisationView of(Organisation organisation, String municipality, List<Alike> alike,
			List<JournalLine> history, Texts texts) {
		OrganisationDetails details = organisation.details();
		List<Fact> facts = new ArrayList<>();
		add(facts, texts, "organisationNumber", details.organisationNumber(), null);
		if (details.numberAsWritten() != null) {
			add(facts, texts, "numberAsWritten", details.numberAsWritten(), null);
		}
		add(facts, texts, "sector", texts.t(details.sector().messageKey()), null);
		add(facts, texts, "type", details.type(), null);
		add(facts, texts, "priorityGroup",
				(details.priorityGroup() != null) ? texts.t(details.priorityGroup().messageKey()) : null, null);
		add(facts, texts, "municipality", municipality.isEmpty() ? null : municipality, null);
		add(facts, texts, "postalCode", details.postalCode(), null);
		add(facts, texts, "locality", details.locality(), null);
		add(facts, texts, "email", details.email(), "mailto:" + details.email());
		add(facts, texts, "phone", details.shownPhone(), "tel:" + details.phone());
		add(facts, texts, "website", details.website(), details.website());
		add(facts, texts, "contactName", details.contactName(), null);
		add(facts, texts, "language", texts.t("register.language." + details.language()), null);
		add(facts, texts, "source", texts.t(organisation.source().messageKey()), null);
		add(facts, texts, "createdAt", texts.shortDateTime(organisation.createdAt()), null);
		return new OrganisationView(organisation, facts, alike,
				history.stream()
					.map((line) -> new Happening(line.at(), line.what(), line.by(), Happening.State.DONE))
					.toList());
	}

	/**
	 * One of the register that a self-registered one may be.
	 *
	 * @param organisation the one of the register
	 * @param differences what the self-registered one says otherwise
	 */
	public record Alike(Organisation organisation, List<Difference> differences) {
	}

	private static void add(List<Fact> facts, Texts texts, String field, @Nullable String value,
			@Nullable String href) {
		String label = texts.t("register.field." + field);
		facts.add((value != null) ? new Fact(label, value, href) : Fact.of(label, texts.t("register.field.notGiven")));
	}

}
