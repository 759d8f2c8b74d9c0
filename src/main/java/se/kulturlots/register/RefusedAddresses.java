package se.kulturlots.register;

import java.util.Collection;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses of organisations that have asked not to be written to, in whatever way they
 * came to us.
 */
@Component
public class RefusedAddresses {

	private final JdbcClient jdbc;

	RefusedAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of some addresses to which nothing is sent, in one statement.
	 * @param addresses in small letters
	 */
	public Set<String> among(String authorityId, Collection<String> addresses) {
		return addresses.isEmpty() ? Set.of()
				: this.jdbc.sql("""
						select lower(o.email) from organisation o
						join mail_refusal r on r.authority_id = o.authority_id and r.addressee = o.id
						where o.authority_id = :authority and lower(o.email) = any(:addresses)""")
					.param("authority", authorityId)
					.param("addresses", addresses.toArray(String[]::new))
					.query(String.class)
					.set();
	}

}
