package se.kulturlots.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PlainText;

/** Finds out in which municipality an address lies. */
@Component
class Places {

	private static final int CODE_LENGTH = 4;

	// spreadsheets take the zero off a code
	private static final Pattern CODE = Pattern.compile("(\\d{3,4})(?: (.+))?");

	private static final Pattern KIND_AFTER = Pattern.compile(" (kommun|kommunen|stad|kunta|kaupunki)$");

	private static final Pattern KIND_BEFORE = Pattern.compile("^(kommun|kommunen|staden) ");

	private final JdbcClient jdbc;

	private final Municipalities municipalities;

	Places(JdbcClient jdbc, Municipalities municipalities) {
		this.jdbc = jdbc;
		this.municipalities = municipalities;
	}

	/**
	 * What is known of the postal codes and places of a country.
	 */
	Known known(String authorityId, String country) {
		Map<String, String> byPostalCode = new HashMap<>();
		Map<String, Set<String>> byLocality = new HashMap<>();
		this.jdbc.sql("select code, lower(locality), municipality_code from postal_code").query((rs) -> {
			byPostalCode.put(rs.getString(1), rs.getString(3));
			byLocality.computeIfAbsent(rs.getString(2), (key) -> new TreeSet<>()).add(rs.getString(3));
		});
		Map<String, String> byName = new HashMap<>();
		this.jdbc.sql("select code, name from municipality where country = :country")
			.param("country", country)
			.query((rs) -> {
				byName.put(PlainText.key(rs.getString(2)), rs.getString(1));
				byName.put(rs.getString(1), rs.getString(1));
			});
		Set<String> area = this.municipalities.of(authorityId)
			.stream()
			.map(Municipality::code)
			.collect(Collectors.toSet());
		return new Known(byPostalCode, byName, byLocality, area);
	}

	/**
	 * What is known.
	 *
	 * @param byPostalCode municipality of a postal code
	 * @param byName municipality of a name or code
	 * @param byLocality municipalities of a town
	 * @param area the municipalities of the authority
	 */
	record Known(Map<String, String> byPostalCode, Map<String, String> byName, Map<String, Set<String>> byLocality,
			Set<String> area) {

		@Nullable String ofPostalCode(@Nullable String postalCode) {
			return (postalCode != null) ? this.byPostalCode.get(postalCode) : null;
		}

		/**
		 * The municipality of a name or code, as people write them: <i>Enköpings
		 * kommun</i>, <i>Kommunen Heby</i>, <i>380 Uppsala</i>.
		 */
		@Nullable String ofName(@Nullable String written) {
			String key = (written != null) ? PlainText.key(written) : "";
			if (key.isEmpty()) {
				return null;
			}
			String found = this.byName.get(key);
			if (found != null) {
				return found;
			}
			Matcher coded = CODE.matcher(key);
			if (coded.matches()) {
				String code = this.byName.get("0".repeat(CODE_LENGTH - coded.group(1).length()) + coded.group(1));
				boolean agrees = coded.group(2) == null || ofName(coded.group(2)) == null
						|| Objects.equals(ofName(coded.group(2)), code);
				return agrees ? code : null;
			}
			String name = KIND_BEFORE.matcher(KIND_AFTER.matcher(key).replaceFirst("")).replaceFirst("");
			found = this.byName.get(name);
			boolean genitive = found == null && !name.equals(key) && name.endsWith("s");
			return genitive ? this.byName.get(name.substring(0, name.length() - 1)) : found;
		}

		/**
		 * The municipality of a town, if there is only one, or only one in the area.
		 */
		@Nullable String ofLocality(@Nullable String locality) {
			if (locality == null) {
				return null;
			}
			String municipality = ofName(locality);
			if (municipality != null) {
				return municipality;
			}
			Set<String> all = this.byLocality.getOrDefault(PlainText.key(locality), Set.of());
			List<String> inArea = all.stream().filter(this.area::contains).toList();
			if (inArea.size() == 1) {
				return inArea.get(0);
			}
			return (all.size() == 1) ? all.iterator().next() : null;
		}

		boolean outside(@Nullable String municipality) {
			return municipality != null && !this.area.isEmpty() && !this.area.contains(municipality);
		}

	}

}
