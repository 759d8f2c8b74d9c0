package se.kulturlots.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.PublicPage;

/** What readers answer when a page asks whether it helped. */
@Component
public class Opinions {

	private static final Duration OPEN = Duration.ofHours(1);

	private static final int WORDS_SHOWN = 200;

	private final JdbcClient jdbc;

	private final AppClock clock;

	Opinions(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps an answer.
	 * @param authorityId whose page it is
	 * @param language the language in which it was read
	 * @param helped the answer
	 * @return its id, with which a few words can be added for an hour
	 */
	public UUID add(String authorityId, PublicPage page, Locale language, boolean helped) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into site_opinion (id, authority_id, path, language, helped, given_at)
				values (:id, :authority, :path, :language, :helped, :now)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("path", page.path())
			.param("language", language.getLanguage())
			.param("helped", helped)
			.param("now", this.clock.instant())
			.update();
		return id;
	}

	/**
	 * An answer to which words can still be added.
	 * @param authorityId whose page it is about
	 * @return the answer
	 */
	public Opinion open(String authorityId, UUID id) {
		return this.jdbc.sql("""
				select path, helped, missing, given_at from site_opinion
				where id = :id and authority_id = :authority and given_at > :since""")
			.param("id", id)
			.param("authority", authorityId)
			.param("since", this.clock.instant().minus(OPEN))
			.query(Opinions::read)
			.optional()
			.orElseThrow(SiteProblem::opinionClosed);
	}

	/**
	 * Adds what somebody missed.
	 * @param authorityId whose page it is about
	 * @param id the answer
	 * @param missing a few words
	 */
	public void missing(String authorityId, UUID id, @Nullable String missing) {
		open(authorityId, id);
		this.jdbc.sql("update site_opinion set missing = :missing where id = :id")
			.param("missing", missing)
			.param("id", id)
			.update();
	}

	/**
	 * How often each page helped.
	 * @param authorityId whose pages
	 * @return the one that failed most first
	 */
	public List<Score> scores(String authorityId) {
		return this.jdbc.sql("""
				select path, count(*) filter (where helped) as yes, count(*) filter (where not helped) as no
				from site_opinion where authority_id = :authority
				group by path order by no desc, yes desc, path limit 200""")
			.param("authority", authorityId)
			.query(Score.class)
			.list();
	}

	/**
	 * The latest words.
	 * @param authorityId whose pages
	 * @return the newest first
	 */
	public List<Opinion> words(String authorityId) {
		return this.jdbc.sql("""
				select path, helped, missing, given_at from site_opinion
				where authority_id = :authority and missing is not null order by given_at desc limit :most""")
			.param("authority", authorityId)
			.param("most", WORDS_SHOWN)
			.query(Opinions::read)
			.list();
	}

	private static Opinion read(ResultSet rs, int row) throws SQLException {
		return new Opinion(rs.getString(1), rs.getBoolean(2), rs.getString(3), Columns.instant(rs, 4));
	}

	/**
	 * An answer.
	 *
	 * @param path the page, without language
	 * @param helped whether it helped
	 * @param missing what was missed, null if nothing was said
	 * @param givenAt when
	 */
	public record Opinion(String path, boolean helped, @Nullable String missing, Instant givenAt) {
	}

	/**
	 * The answers about a page.
	 *
	 * @param path the page, without language
	 * @param yes how many it helped
	 * @param no how many it did not
	 */
	public record Score(String path, int yes, int no) {
	}

}
