package se.kulturlots.register.web;

import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationStatus;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/**
 * What staff look for, as it stands in the address. What is no choice is no filter.
 *
 * @param text words
 * @param municipality the code of a municipality, or - for those without
 * @param sector the name of a sector
 * @param priorityGroup the name of a group
 * @param status the name of a status; active ones if nothing is said
 * @param hasEmail yes or no
 */
public record ListFilter(@Nullable String text, @Nullable String municipality, @Nullable String sector,
		@Nullable String priorityGroup, @Nullable String status, @Nullable String hasEmail) {

	OrganisationFilter filter() {
		OrganisationStatus chosen = constant(OrganisationStatus.values(), this.status);
		return new OrganisationFilter(this.text, this.municipality, constant(Sector.values(), this.sector),
				constant(PriorityGroup.values(), this.priorityGroup),
				(chosen != null) ? chosen : OrganisationStatus.ACTIVE,
				(this.hasEmail != null) ? "yes".equals(this.hasEmail) : null);
	}

	/** What stands in the address for a filter that was saved. */
	public static ListFilter of(OrganisationFilter filter) {
		return new ListFilter(filter.text(), filter.municipality(), name(filter.sector()), name(filter.priorityGroup()),
				(filter.status() != OrganisationStatus.ACTIVE) ? name(filter.status()) : null,
				(filter.hasEmail() != null) ? (filter.hasEmail() ? "yes" : "no") : null);
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	/**
	 * Whether anything is looked for.
	 * @return false for the whole register
	 */
	public boolean isNarrow() {
		return this.text != null || this.municipality != null || this.sector != null || this.priorityGroup != null
				|| this.status != null || this.hasEmail != null;
	}

	/**
	 * An address that looks for the same.
	 * @return with a query, encoded
	 */
	public String address(String path) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		add(address, "text", this.text);
		add(address, "municipality", this.municipality);
		add(address, "sector", this.sector);
		add(address, "priorityGroup", this.priorityGroup);
		add(address, "status", this.status);
		add(address, "hasEmail", this.hasEmail);
		return address.encode().build().toUriString();
	}

	/** The same as a query, encoded, empty if nothing is looked for. */
	public String query() {
		String address = address("");
		return address.isEmpty() ? "" : address.substring(1);
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
		if (value != null) {
			address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
		}
	}

	private static <E extends Enum<E>> @Nullable E constant(E[] values, @Nullable String name) {
		return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst().orElse(null);
	}

}
