package se.kulturlots.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.Token;

/**
 * Links in mails that let somebody without an account reach what is theirs. A subject may
 * have many links, one for each mail; only their hashes are stored.
 */
@Component
public class PersonalLinks {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final AppClock clock;

	PersonalLinks(JdbcClient jdbc, JdbcTemplate template, AppClock clock) {
		this.jdbc = jdbc;
		this.template = template;
		this.clock = clock;
	}

	/**
	 * A new link.
	 * @param purpose what it opens, for example {@code registration}
	 * @param subjectId the id of what it opens
	 * @param expiresAt when it ends
	 * @return the token to put in the mail
	 */
	public Token issue(String authorityId, String purpose, Id subjectId, Instant expiresAt) {
		return issueAll(authorityId, purpose, List.of(subjectId), expiresAt).get(0);
	}

	/**
	 * New links for many subjects in one statement.
	 * @param purpose what they open
	 * @param subjectIds the ids of what they open
	 * @param expiresAt when they end
	 * @return the tokens in the order of the ids
	 */
	public List<Token> issueAll(String authorityId, String purpose, Collection<? extends Id> subjectIds,
			Instant expiresAt) {
		List<Token> tokens = subjectIds.stream().map((id) -> Token.fresh()).toList();
		var ids = List.copyOf(subjectIds);
		var rows = new java.util.ArrayList<Object[]>();
		for (int i = 0; i < ids.size(); i++) {
			rows.add(new Object[] { tokens.get(i).hash(), authorityId, purpose, ids.get(i), expiresAt });
		}
		this.template.batchUpdate(
				"insert into personal_link (token_hash, authority_id, purpose, subject_id, expires_at) values (?, ?, ?, ?, ?)",
				rows);
		return tokens;
	}

	/**
	 * What a link opens.
	 * @param purpose what it must be for
	 * @param token the token as it stands in the address
	 * @return the authority and the id
	 * @throws IdentityProblem if there is no such link, or it has ended
	 */
	public PersonalLink resolve(String purpose, String token) {
		PersonalLink link = this.jdbc.sql("""
				select authority_id, purpose, subject_id, expires_at from personal_link
				where token_hash = :hash and purpose = :purpose""")
			.param("hash", new Token(token).hash())
			.param("purpose", purpose)
			.query((rs, row) -> new PersonalLink(rs.getString(1), rs.getString(2), Columns.id(rs, 3, Id::new),
					Columns.instant(rs, 4)))
			.optional()
			.orElseThrow(IdentityProblem::unknownLink);
		if (!this.clock.instant().isBefore(link.expiresAt())) {
			throw IdentityProblem.expiredLink().on(link.authorityId());
		}
		return link;
	}

	/**
	 * How a link is referred to where it must not be opened: in the addresses of pages
	 * that anyone may read.
	 * @param token the token as it stands in the address
	 */
	public static String reference(String token) {
		return new Token(token).hash();
	}

	/**
	 * Whose link somebody came by.
	 * @param purpose what it must be for
	 * @param reference how it is {@link #reference referred to}
	 * @param type makes an id of the kind of what it opens
	 * @return the id of what it opens; nothing if there is no such link, or it has ended
	 */
	public <T extends Id> Optional<T> subject(String purpose, String reference, Function<UUID, T> type) {
		return this.jdbc.sql("""
				select subject_id from personal_link
				where token_hash = :hash and purpose = :purpose and expires_at > :now""")
			.param("hash", reference)
			.param("purpose", purpose)
			.param("now", this.clock.instant())
			.query(Columns.ids(type))
			.optional();
	}

	/**
	 * Ends every link to a subject.
	 * @param purpose what they are for
	 * @param subjectId the id of what they open
	 */
	public void revoke(String purpose, Id subjectId) {
		this.jdbc.sql("delete from personal_link where purpose = :purpose and subject_id = :subject")
			.param("purpose", purpose)
			.param("subject", subjectId)
			.update();
	}

	/**
	 * What a link opens.
	 *
	 * @param authorityId whose case it is
	 * @param purpose what it is for
	 * @param subjectId the id of what it opens
	 * @param expiresAt when it ends
	 */
	public record PersonalLink(String authorityId, String purpose, Id subjectId, Instant expiresAt) {
	}

}
