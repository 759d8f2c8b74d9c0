package se.kulturlots.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Edition;
import se.kulturlots.core.Id;

/**
 * What has happened in a case. A line is a message key with arguments, so that it can be
 * read in every language; arguments are never personal data of the public.
 */
@Component
public class Journal {

	/** The actor of what the application does by itself. */
	public static final String SYSTEM = "system";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final AppClock clock;

	private final CurrentActor actor;

	Journal(JdbcClient jdbc, ObjectMapper json, AppClock clock, CurrentActor actor) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.actor = actor;
	}

	/**
	 * Adds a line that the public may read.
	 * @param subject the case, or what else it happened to
	 * @param textKey the key of the sentence
	 * @param arguments its arguments: strings and numbers
	 */
	public void publish(String authorityId, Id subject, String textKey, Object... arguments) {
		add(authorityId, subject, true, textKey, arguments);
	}

	/**
	 * Adds a line for staff.
	 * @param subject the case, or what else it happened to
	 * @param textKey the key of the sentence
	 * @param arguments its arguments: strings and numbers
	 */
	public void note(String authorityId, Id subject, String textKey, Object... arguments) {
		add(authorityId, subject, false, textKey, arguments);
	}

	/**
	 * Adds the same line for staff to several.
	 * @param subjects the cases, or what else it happened to
	 * @param textKey the key of the sentence
	 * @param arguments its arguments: strings and numbers
	 */
	public void noteAll(String authorityId, Collection<? extends Id> subjects, String textKey, Object... arguments) {
		add(actor(), authorityId, subjects, false, textKey, arguments);
	}

	/**
	 * Adds a line for staff about what somebody has asked for and the application does
	 * later.
	 * @param actor the account that has asked for it
	 * @param subject what it is about
	 * @param textKey the key of the sentence
	 * @param arguments its arguments: strings and numbers
	 */
	public void noteFor(String actor, String authorityId, Id subject, String textKey, Object... arguments) {
		add(actor, authorityId, List.of(subject), false, textKey, arguments);
	}

	/** The account that is signed in, or {@link #SYSTEM}. */
	public String actor() {
		return this.actor.id();
	}

	private void add(String authorityId, Id subject, boolean isPublic, String textKey, Object... arguments) {
		add(actor(), authorityId, List.of(subject), isPublic, textKey, arguments);
	}

	private void add(String actor, String authorityId, Collection<? extends Id> subjects, boolean isPublic,
			String textKey, Object... arguments) {
		this.jdbc.sql("""
				insert into journal_entry (authority_id, case_id, at, actor, text_key, arguments, public)
				select :authority, subject, :at, :actor, :key, :arguments::jsonb, :public
				from unnest(cast(:subjects as uuid[])) subject""")
			.param("authority", authorityId)
			.param("subjects", Id.texts(subjects))
			.param("at", this.clock.instant())
			.param("actor", actor)
			.param("key", textKey)
			.param("arguments", write(arguments))
			.param("public", isPublic)
			.update();
	}

	/**
	 * The lines of a case, the newest first.
	 * @param publicOnly whether to leave out what only staff may read
	 * @param limit how many at the most
	 * @return the lines
	 */
	public List<Entry> of(String authorityId, Id subject, boolean publicOnly, int limit) {
		return this.jdbc.sql("""
				select id, case_id, at, actor, text_key, arguments, public from journal_entry
				where authority_id = :authority and case_id = :case and (public or not :publicOnly)
				order by id desc limit :limit""")
			.param("authority", authorityId)
			.param("case", subject)
			.param("publicOnly", publicOnly)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	/**
	 * The lines of all cases that the public may read, the newest first.
	 * @param authorityId whose cases
	 * @param limit how many at the most
	 * @return the lines
	 */
	public List<Entry> published(String authorityId, int limit) {
		return this.jdbc.sql("""
				select id, case_id, at, actor, text_key, arguments, public from journal_entry
				where authority_id = :authority and public order by id desc limit :limit""")
			.param("authority", authorityId)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	/**
	 * The lines of all cases that the public may read, of a time.
	 * @param after the last instant before it
	 * @param until its last instant
	 * @return the oldest first
	 */
	public List<Entry> published(String authorityId, Instant after, Instant until) {
		return this.jdbc.sql("""
				select id, case_id, at, actor, text_key, arguments, public from journal_entry
				where authority_id = :authority and public and at > :after and at <= :until order by id""")
			.param("authority", authorityId)
			.param("after", after)
			.param("until", until)
			.query(this::entry)
			.list();
	}

	private Entry entry(ResultSet rs, int row) throws SQLException {
		return new Entry(rs.getLong(1), Columns.id(rs, 2, CaseId::new), Columns.instant(rs, 3), rs.getString(4),
				rs.getString(5), read(rs.getString(6)), rs.getBoolean(7));
	}

	/**
	 * The first and the last line of an authority that the public may read.
	 * @return nothing if there is none
	 */
	public Optional<Edition> edition(String authorityId) {
		return this.jdbc.sql("""
				select min(at), max(at) from journal_entry
				where authority_id = :authority and public having count(*) > 0""")
			.param("authority", authorityId)
			.query((rs, row) -> Edition.of(Columns.instant(rs, 1), Columns.instant(rs, 2)))
			.optional();
	}

	/**
	 * When something last happened in each case that the public may read of.
	 * @param authorityId whose cases
	 * @return by the id of the case
	 */
	public Map<CaseId, Instant> lastPublished(String authorityId) {
		Map<CaseId, Instant> last = new HashMap<>();
		this.jdbc.sql("""
				select case_id, max(at) from journal_entry where authority_id = :authority and public
				group by case_id""").param("authority", authorityId).query((rs) -> {
			last.put(Columns.id(rs, 1, CaseId::new), Columns.instant(rs, 2));
		});
		return last;
	}

	private String write(Object[] arguments) {
		try {
			return this.json.writeValueAsString(arguments);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private Object[] read(String arguments) {
		try {
			return this.json.readValue(arguments, Object[].class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A line.
	 *
	 * @param id its number, greater than those before it
	 * @param at when it happened
	 * @param actor the account that did it, or {@link Journal#SYSTEM}
	 * @param textKey the key of the sentence
	 * @param isPublic whether the public may read it
	 */
	public record Entry(long id, CaseId caseId, Instant at, String actor, String textKey, Object[] arguments,
			boolean isPublic) {
	}

}
