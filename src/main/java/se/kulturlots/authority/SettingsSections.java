package se.kulturlots.authority;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parts of an authority's settings, each saved by itself: two who save the same part
 * notice each other, two who save different ones are not in each other's way.
 */
@Component
public class SettingsSections {

	private final JdbcClient jdbc;

	SettingsSections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How often a part has been saved.
	 * @param section the part
	 * @return 0 if never
	 */
	public int version(String authorityId, String section) {
		return this.jdbc
			.sql("select version from settings_section where authority_id = :authority and section = :section")
			.param("authority", authorityId)
			.param("section", section)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	/**
	 * Counts that a part is saved, in the transaction that saves it.
	 * @param section the part
	 * @param version the version that was changed
	 * @throws AuthorityProblem if somebody else has saved it meanwhile
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void advance(String authorityId, String section, int version) {
		int counted = this.jdbc.sql("""
				insert into settings_section (authority_id, section, version)
				select :authority, :section, 1 where :version = 0 or exists (select from settings_section
					where authority_id = :authority and section = :section)
				on conflict (authority_id, section) do update set version = settings_section.version + 1
				where settings_section.version = :version""")
			.param("authority", authorityId)
			.param("section", section)
			.param("version", version)
			.update();
		if (counted == 0) {
			throw AuthorityProblem.savedMeanwhile();
		}
	}

}
