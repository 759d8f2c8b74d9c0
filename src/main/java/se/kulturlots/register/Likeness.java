package se.kulturlots.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why two organisations may be the same, and why they were kept apart all the same. */
public final class Likeness {

	/** From which similarity on two names in one municipality are asked about. */
	static final double ALIKE = 0.6;

	private Likeness() {
	}

	static List<String> reasonKeys(boolean sameNumber, boolean sameEmail, double similarity) {
		List<String> keys = new ArrayList<>();
		if (similarity >= 1) {
			keys.add("register.duplicate.sameName");
		}
		else if (similarity >= ALIKE || !sameNumber && !sameEmail) {
			keys.add("register.duplicate.alikeName");
		}
		if (sameNumber) {
			keys.add("register.duplicate.sameNumber");
		}
		if (sameEmail) {
			keys.add("register.duplicate.sameEmail");
		}
		return keys;
	}

	/**
	 * Why nothing has joined two by itself.
	 * @return keys of sentences, at least one
	 */
	public static List<String> apartKeys(OrganisationDetails one, OrganisationDetails other) {
		List<String> keys = new ArrayList<>();
		if (!one.nameKey().equals(other.nameKey())) {
			keys.add("register.duplicate.apart.name");
		}
		if (!one.isInSamePlaceAs(other)) {
			keys.add("register.duplicate.apart.municipality");
		}
		if (one.hasOtherNumberThan(other)) {
			keys.add("register.duplicate.apart.number");
		}
		else if (!Objects.equals(one.organisationNumber(), other.organisationNumber())) {
			keys.add("register.duplicate.apart.oneNumber");
		}
		return keys.isEmpty() ? List.of("register.duplicate.apart.written") : keys;
	}

}
