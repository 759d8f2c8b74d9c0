package se.kulturlots.plan.web;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.Texts;

/** Finds what was proposed to be decided on plans. */
@Component
@Order(65)
class ProposalFindings implements Findings {

	private final JdbcClient jdbc;

	ProposalFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "PROPOSAL";
	}

	@Override
	public String messageKey() {
		return "plan.findings.PROPOSAL";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select p.proposal, p.consultation_id, c.title, count(*) over () as total
				from plan p join cases c on c.id = p.consultation_id
				where p.authority_id = :authority and p.proposal is not null and %s
				order by p.created_at desc, p.id""".formatted(words.inSomeFormIn("lower(p.proposal)")), words,
				reader.authority(), skip, most,
				(rs, row) -> new Finding(rs.getString("title"),
						"/staff/consultations/" + rs.getString("consultation_id") + "/plan", null,
						Excerpt.of(words, FindingRows.texts(rs, "staff.search.in.text", "proposal"))));
	}

}
