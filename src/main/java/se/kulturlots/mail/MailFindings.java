package se.kulturlots.mail;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import se.kulturlots.core.Columns;
import se.kulturlots.core.Excerpt;
import se.kulturlots.core.FindingRows;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Texts;

/** Finds mails by to whom they went. */
@Component
@Order(80)
class MailFindings implements Findings {

	private final JdbcClient jdbc;

	MailFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return "MAIL";
	}

	@Override
	public String messageKey() {
		return "mail.findings.MAIL";
	}

	@Override
	public Found find(SearchWords words, AccountInfo reader, Texts texts, int skip, int most) {
		return FindingRows.of(this.jdbc, """
				select id, recipient, subject, state, created_at, count(*) over () as total from mail
				where authority_id = :authority and %s order by created_at desc, id"""
			.formatted(words.in("lower(recipient)")), words, reader.authority(), skip, most, (rs, row) -> {
				String recipient = rs.getString("recipient");
				return new Finding(rs.getString("subject"),
						"/staff/mail?all=true&to=" + UriUtils.encode(recipient, StandardCharsets.UTF_8),
						texts.t("staff.search.mail", texts.t("mail.state." + rs.getString("state")),
								texts.shortDateTime(Columns.instant(rs, "created_at"))),
						Excerpt.of(words, Map.of("mail.list.recipient", recipient)));
			});
	}

}
