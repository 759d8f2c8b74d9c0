package se.kulturlots.consultation.web;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.SilentOrganisations.Which;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/**
 * Whom one looks for among those not heard.
 *
 * @param which the name of a {@link Which}
 * @param municipality the code of a municipality, or - for those without
 * @param sector the name of a sector
 * @param group the name of a priority group
 */
public record SilentChoices(@Nullable String which, @Nullable String municipality, @Nullable String sector,
		@Nullable String group) {

	/** Which of those not heard. */
	public Which chosen() {
		return constant(Which.values(), this.which).orElse(Which.SILENT);
	}

	OrganisationFilter filter() {
		return inRegister().filter();
	}

	/** The same in the register. */
	public InviteeChoices inRegister() {
		return new InviteeChoices(null, this.municipality, constant(Sector.values(), this.sector).orElse(null),
				constant(PriorityGroup.values(), this.group).orElse(null), null);
	}

	private static <E extends Enum<E>> Optional<E> constant(E[] values, @Nullable String name) {
		return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst();
	}

}
