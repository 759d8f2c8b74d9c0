package se.kulturlots.core.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of the authority it belongs to.
 *
 * @param id its id, the first part of its addresses
 * @param zone the zone of its dates
 * @param languages the languages of its pages, its own first
 * @param contactName who answers questions
 * @param contactEmail where to write
 * @param contactPhone where to call, null if nowhere
 * @param colours the address of the style sheet with the colours of its pages
 * @param logo the address of its logo, null if it has none
 */
public record AuthorityInfo(String id, String name, ZoneId zone, List<Locale> languages, String contactName,
		String contactEmail, @Nullable String contactPhone, String colours, @Nullable String logo) {
}
