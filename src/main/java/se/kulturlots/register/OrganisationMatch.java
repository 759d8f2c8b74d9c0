package se.kulturlots.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/** Recognises an organisation of the register in what somebody typed about it. */
@Component
public class OrganisationMatch {

	private final Organisations organisations;

	OrganisationMatch(Organisations organisations) {
		this.organisations = organisations;
	}

	/**
	 * The organisation that is meant: the one with that name and address, or the only one
	 * with that address, or the only one with that name. The result must not be shown to
	 * whoever typed.
	 * @param name the name as typed
	 * @param email the mail address as typed
	 * @return the organisation, or nothing if none or several fit
	 */
	public Optional<Organisation> find(String authorityId, String name, @Nullable String email) {
		String key = PlainText.key(name);
		String address = (email != null) ? EmailAddress.parse(email).map(EmailAddress::key).orElse(null) : null;
		List<Organisation> alike = this.organisations.alike(authorityId, null, key, address);
		Predicate<Organisation> sameName = (organisation) -> organisation.nameKey().equals(key);
		Predicate<Organisation> sameAddress = (organisation) -> organisation.email() != null
				&& organisation.email().equalsIgnoreCase(address);
		return only(alike, sameName.and(sameAddress)).or(() -> only(alike, sameAddress))
			.or(() -> only(alike, sameName));
	}

	private static Optional<Organisation> only(List<Organisation> alike, Predicate<Organisation> condition) {
		List<Organisation> found = alike.stream().filter(condition).toList();
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

}
