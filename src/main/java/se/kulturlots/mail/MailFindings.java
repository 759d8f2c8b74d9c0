package se.kulturlots.mail;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.SearchWords;
import se.kulturlots.core.web.Excerpt;
import se.kulturlots.core.web.FindingRows;
import se.kulturlots.core.web.Findings;
import se.kulturlots.core.web.Page;

/** Finds mails by to whom they went. */
@Component
class MailFindings implements Findings {

	private final JdbcClient jdbc;

	MailFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Kind kind() {
		return Kind.MAIL;
	}

	@Override
	public Found find(SearchWords words, String authorityId, Page page, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select id, recipient, subject, state, created_at, count(*) over () as total from mail
				where authority_id = :authority and %s order by created_at desc, id"""
			.formatted(words.in("lower(recipient)")), words, authorityId, skip, most, (rs, row) -> {
				String recipient = rs.getString("recipient");
				return new Finding(rs.getString("subject"), "/staff/mail?all=true&to=" + page.encode(recipient),
						page.t("staff.search.mail", page.t("mail.state." + rs.getString("state")),
								page.shortDateTime(rs.getTimestamp("created_at").toInstant())),
						Excerpt.of(words, Map.of("consultation.mails.recipient", recipient)));
			});
	}

}
