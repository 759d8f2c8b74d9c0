package se.kulturlots.authority;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The logos of authorities, as we have drawn them again. */
@Component
public class Logos {

	private final JdbcClient jdbc;

	private final Authorities authorities;

	Logos(JdbcClient jdbc, Authorities authorities) {
		this.jdbc = jdbc;
		this.authorities = authorities;
	}

	/**
	 * The logo of an authority.
	 * @return a PNG, or nothing
	 */
	public Optional<byte[]> find(String authorityId) {
		return this.jdbc.sql("select content from authority_logo where authority_id = :authority")
			.param("authority", authorityId)
			.query((rs, row) -> rs.getBytes(1))
			.optional();
	}

	/**
	 * Shows a logo from now on.
	 * @param logo the picture
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void set(String authorityId, Logo logo) {
		this.jdbc.sql("""
				insert into authority_logo (authority_id, content) values (:authority, :content)
				on conflict (authority_id) do update set content = excluded.content""")
			.param("authority", authorityId)
			.param("content", logo.png())
			.update();
		this.authorities.save(this.authorities.lock(authorityId).showing(logo.key()));
	}

	/** Shows none from now on. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void remove(String authorityId) {
		this.jdbc.sql("delete from authority_logo where authority_id = :authority")
			.param("authority", authorityId)
			.update();
		this.authorities.save(this.authorities.lock(authorityId).showing(null));
	}

}
