package se.kulturlots.register.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Texts;

/** Finds organisations, and those who speak for them. */
@Component
@Order(20)
class OrganisationFindings implements Findings {

	private final JdbcClient jdbc;

	OrganisationFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "ORGANISATION";
	}

	@Override
	public String messageKey() {
		return "register.findings.ORGANISATION";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select o.id, o.name, o.contact_name, o.email, o.phone, o.organisation_number, o.locality,
					m.name as municipality, count(*) over () as total
				from organisation o left join municipality m on m.code = o.municipality_code
				where o.authority_id = :authority and o.status <> 'REMOVED' and %s
				order by o.name collate "sv-x-icu", o.seq""".formatted(words.in("o.search_text")), words,
				reader.authority(), skip, most,
				(rs, row) -> new Finding(rs.getString("name"), "/staff/register/" + rs.getString("id"),
						rs.getString("municipality"),
						Excerpt.of(words,
								FindingRows.texts(rs, "staff.search.in.name", "name", "staff.search.in.contact",
										"contact_name", "staff.search.in.email", "email", "staff.search.in.phone",
										"phone", "staff.search.in.number", "organisation_number",
										"staff.search.in.locality", "locality"))));
	}

}
