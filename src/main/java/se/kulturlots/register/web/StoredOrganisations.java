package se.kulturlots.register.web;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Texts;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.Organisations;

/** The organisations of the register that are reached at a person's address. */
@Component
@Order(40)
class StoredOrganisations implements PersonalRecords {

	private final Organisations organisations;

	private final Municipalities municipalities;

	StoredOrganisations(Organisations organisations, Municipalities municipalities) {
		this.organisations = organisations;
		this.municipalities = municipalities;
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
					OrganisationView.of(one, municipality(one), List.of(), List.of(), texts).facts(), null))
			.toList();
	}

	private String municipality(Organisation one) {
		return (one.municipalityCode() != null)
				? this.municipalities.find(one.municipalityCode()).map(Municipality::name).orElse("") : "";
	}

}
