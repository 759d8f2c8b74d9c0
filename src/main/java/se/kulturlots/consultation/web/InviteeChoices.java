package se.kulturlots.consultation.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.web.Page;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationStatus;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/**
 * What one looks for in the register when choosing whom to invite.
 *
 * @param text words
 * @param municipality a municipality's code
 * @param sector a sector
 * @param group a priority group
 * @param hasEmail whether it has a mail address
 */
public record InviteeChoices(@Nullable String text, @Nullable String municipality, @Nullable Sector sector,
		@Nullable PriorityGroup group, @Nullable Boolean hasEmail) {

	/** The choices of a filter that was saved. */
	public static InviteeChoices of(OrganisationFilter filter) {
		return new InviteeChoices(filter.text(), filter.municipality(), filter.sector(), filter.priorityGroup(),
				filter.hasEmail());
	}

	/** Whether anything is chosen. */
	public boolean isNarrow() {
		return !equals(new InviteeChoices(null, null, null, null, null));
	}

	OrganisationFilter filter() {
		return new OrganisationFilter(this.text, this.municipality, this.sector, this.group, OrganisationStatus.ACTIVE,
				this.hasEmail);
	}

	/**
	 * The choices as part of an address.
	 * @param page for encoding
	 * @return name and value pairs, empty if nothing is chosen
	 */
	public String query(Page page) {
		List<String> parts = new ArrayList<>();
		add(parts, "text", this.text, page);
		add(parts, "municipality", this.municipality, page);
		add(parts, "sector", (this.sector != null) ? this.sector.name() : null, page);
		add(parts, "group", (this.group != null) ? this.group.name() : null, page);
		add(parts, "hasEmail", (this.hasEmail != null) ? String.valueOf(this.hasEmail) : null, page);
		return String.join("&", parts);
	}

	private static void add(List<String> parts, String name, @Nullable String value, Page page) {
		if (value != null) {
			parts.add(name + "=" + page.encode(value));
		}
	}

}
