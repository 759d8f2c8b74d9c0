package se.kulturlots.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PlainText;

/** Finds out in which municipality an address lies. */
@Component
class Places {

	private final JdbcClient jdbc;

	private final Municipalities municipalities;

	Places(JdbcClient jdbc, Municipalities municipalities) {
		this.jdbc = jdbc;
		this.municipalities = municipalities;
	}

	/**
	 * What is known of some postal codes and places, all at once.
	 */
	Known known(String authorityId, String country, Collection<String> postalCodes, Collection<String> places) {
		Map<String, String> byPostalCode = this.jdbc
			.sql("select code, municipality_code from postal_code where code = any(:codes)")
			.param("codes", postalCodes.toArray(String[]::new))
			.query((rs, row) -> Map.entry(rs.getString(1), rs.getString(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		Map<String, String> byName = new HashMap<>();
		this.jdbc.sql("select code, name from municipality where country = :country")
			.param("country", country)
			.query((rs, row) -> Map.entry(PlainText.key(rs.getString(2)), rs.getString(1)))
			.list()
			.forEach((entry) -> {
				byName.put(entry.getKey(), entry.getValue());
				byName.put(entry.getValue(), entry.getValue());
			});
		Map<String, Set<String>> byLocality = new HashMap<>();
		this.jdbc.sql("""
				select distinct lower(locality), municipality_code from postal_code
				where lower(locality) = any(:places)""")
			.param("places", places.stream().map(PlainText::key).toArray(String[]::new))
			.query((rs, row) -> List.of(rs.getString(1), rs.getString(2)))
			.list()
			.forEach((pair) -> byLocality.computeIfAbsent(pair.get(0), (key) -> new TreeSet<>()).add(pair.get(1)));
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

		@Nullable String ofName(@Nullable String name) {
			return (name != null) ? this.byName.get(PlainText.key(name).replaceFirst(" (kommun|stad)$", "")) : null;
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
