package se.kulturlots.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The municipalities, and which of them an authority covers. */
@Component
public class Municipalities {

	private static final String COLUMNS = "m.code, m.name, m.country, m.county_code, m.county_name";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	Municipalities(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * The area of an authority.
	 * @return by name
	 */
	public List<Municipality> of(String authorityId) {
		return this.jdbc.sql("select " + COLUMNS + """
				 from municipality m join authority_municipality a on a.municipality_code = m.code
				where a.authority_id = :authority order by m.name collate "sv-x-icu\"""")
			.param("authority", authorityId)
			.query(Municipality.class)
			.list();
	}

	/**
	 * All municipalities of a county or region.
	 * @param country SE or FI
	 * @param countyCode its code, for example 03 for Uppsala län
	 * @return by name
	 */
	public List<Municipality> inCounty(String country, String countyCode) {
		return this.jdbc.sql("select " + COLUMNS + """
				 from municipality m where m.country = :country and m.county_code = :county
				order by m.name collate "sv-x-icu\"""")
			.param("country", country)
			.param("county", countyCode)
			.query(Municipality.class)
			.list();
	}

	/**
	 * Every municipality that is known, in all countries.
	 * @return by name
	 */
	public List<Municipality> all() {
		return this.jdbc.sql("select " + COLUMNS + " from municipality m order by m.name collate \"sv-x-icu\"")
			.query(Municipality.class)
			.list();
	}

	/** The names of all by their codes, in the order of the names. */
	public Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		all().forEach((one) -> names.put(one.code(), one.name()));
		return names;
	}

	/**
	 * One of them.
	 * @param code its official code
	 * @return the municipality, or nothing
	 */
	public Optional<Municipality> find(String code) {
		return this.jdbc.sql("select " + COLUMNS + " from municipality m where m.code = :code")
			.param("code", code)
			.query(Municipality.class)
			.optional();
	}

	/**
	 * Adds to the area of an authority what is not in it yet.
	 * @param codes the codes of municipalities
	 */
	public void cover(String authorityId, Collection<String> codes) {
		this.template.batchUpdate("""
				insert into authority_municipality (authority_id, municipality_code) values (?, ?)
				on conflict do nothing""", codes.stream().map((code) -> new Object[] { authorityId, code }).toList());
	}

}
