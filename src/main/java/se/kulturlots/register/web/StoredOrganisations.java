package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Texts;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;
import se.kulturlots.register.ContactLog;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationJoins;
import se.kulturlots.register.Organisations;

/** The organisations of the register that are reached at a person's address. */
@Component
@Order(40)
class StoredOrganisations implements PersonalRecords {

	private final Organisations organisations;

	private final Municipalities municipalities;

	private final OrganisationJoins joins;

	private final ContactLog contacts;

	StoredOrganisations(Organisations organisations, Municipalities municipalities, OrganisationJoins joins,
			ContactLog contacts) {
		this.organisations = organisations;
		this.municipalities = municipalities;
		this.joins = joins;
		this.contacts = contacts;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.organisations.reachedAt(authorityId, address.value()).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		return this.organisations.reachedAt(authorityId, address.value())
			.stream()
			.map((one) -> new PersonalRecord(one.id(), texts.t("register.stored.kind"), one.name(), one.createdAt(),
					facts(one, texts), null))
			.toList();
	}

	private List<Fact> facts(Organisation one, Texts texts) {
		List<Fact> facts = new ArrayList<>(
				OrganisationView.of(one, municipality(one), List.of(), List.of(), texts).facts());
		for (ContactLog.Noted contact : this.contacts.of(this.joins.allOf(one.id()))) {
			if (contact.note() != null) {
				facts.add(Fact.written(texts.t("register.contact.note"), contact.note()));
			}
		}
		return facts;
	}

	private String municipality(Organisation one) {
		return (one.municipalityCode() != null)
				? this.municipalities.find(one.municipalityCode()).map(Municipality::name).orElse("") : "";
	}

}
