package se.kulturlots.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Removed;

/** What staff write down for each other in a case; never shown to the public. */
@Component
public class CaseNotes {

	/** How many a page shows. */
	public static final int PAGE_SIZE = 50;

	private static final int MOST_MENTIONS = 20;

	private static final String SELECT = """
			select n.id, n.topic, n.author, n.written_at, n.changed_at, n.removed_at, n.text,
				(select array_agg(account_id order by account_id) from case_note_mention where note_id = n.id)
			from case_note n where n.authority_id = :authority and n.case_id = :case""";

	private static final String SHOWN = " and (n.removed_at is null or n.author = :reader)";

	private final JdbcClient jdbc;

	private final AppClock clock;

	CaseNotes(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes a note.
	 * @param topic the key of what it is about, null if it says so itself
	 * @param author the account, or the application
	 * @param text the note
	 */
	public CaseNoteId write(String authorityId, CaseId caseId, @Nullable String topic, String author, String text) {
		CaseNoteId id = new CaseNoteId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into case_note (id, authority_id, case_id, topic, author, written_at, text)
				values (:id, :authority, :case, :topic, :author, :at, :text)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("case", caseId)
			.param("topic", topic)
			.param("author", author)
			.param("at", this.clock.instant())
			.param("text", text)
			.update();
		return id;
	}

	void rewrite(CaseNoteId id, String text) {
		this.jdbc.sql("update case_note set text = :text, changed_at = :at where id = :id")
			.param("text", text)
			.param("at", this.clock.instant())
			.param("id", id)
			.update();
	}

	/** Takes a note away from all but its author, who can have it back. */
	boolean remove(CaseNoteId id) {
		return this.jdbc.sql("update case_note set removed_at = :at where id = :id and removed_at is null")
			.param("at", this.clock.instant())
			.param("id", id)
			.update() == 1;
	}

	boolean restore(CaseNoteId id) {
		return this.jdbc.sql("update case_note set removed_at = null where id = :id and removed_at is not null")
			.param("id", id)
			.update() == 1;
	}

	/** Deletes those that can no longer be had back. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-removed.every:PT6H}",
			initialDelayString = "${kulturlots.forget-removed.every:PT6H}")
	public void forgetRemoved() {
		this.jdbc.sql("delete from case_note where removed_at < :before")
			.param("before", Removed.forgottenBefore(this.clock.instant()))
			.update();
	}

	/**
	 * Names colleagues in a note.
	 * @return those of them who were not named before
	 */
	List<String> mention(CaseNoteId id, Collection<String> accounts) {
		return this.jdbc.sql("""
				insert into case_note_mention (note_id, account_id)
				select :note, unnest(cast(:accounts as text[])) on conflict do nothing returning account_id""")
			.param("note", id)
			.param("accounts", accounts.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	/**
	 * Names nobody else in a note; whoever has read it stays.
	 * @param accounts those who are named
	 * @return those who are not any more
	 */
	List<String> mentionOnly(CaseNoteId id, Collection<String> accounts) {
		return this.jdbc.sql("""
				delete from case_note_mention where note_id = :note and seen_at is null
				and account_id <> all(cast(:accounts as text[])) returning account_id""")
			.param("note", id)
			.param("accounts", accounts.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	/** Notes that somebody says that they have read where they are named in a case. */
	public void seen(String authorityId, CaseId caseId, String reader) {
		this.jdbc.sql("""
				update case_note_mention m set seen_at = :now from case_note n
				where n.id = m.note_id and n.authority_id = :authority and n.case_id = :case
				and m.account_id = :reader and m.seen_at is null""")
			.param("now", this.clock.instant())
			.param("authority", authorityId)
			.param("case", caseId)
			.param("reader", reader)
			.update();
	}

	/**
	 * Where somebody is named and has not read it yet.
	 * @return the newest first, a few at most
	 */
	public List<Mention> unseen(String authorityId, String reader) {
		return this.jdbc.sql("""
				select n.case_id, n.author, n.written_at from case_note_mention m join case_note n on n.id = m.note_id
				where m.account_id = :reader and m.seen_at is null and n.authority_id = :authority
				and n.removed_at is null order by n.number desc limit :most""")
			.param("reader", reader)
			.param("authority", authorityId)
			.param("most", MOST_MENTIONS)
			.query((rs, row) -> new Mention(Columns.id(rs, 1, CaseId::new), rs.getString(2), Columns.instant(rs, 3)))
			.list();
	}

	/** Whether somebody is named in a case and has not read it yet. */
	public boolean isUnseen(String authorityId, CaseId caseId, String reader) {
		return this.jdbc.sql("""
				select exists (select from case_note_mention m join case_note n on n.id = m.note_id
				where m.account_id = :reader and m.seen_at is null and n.authority_id = :authority
				and n.case_id = :case and n.removed_at is null)""")
			.param("reader", reader)
			.param("authority", authorityId)
			.param("case", caseId)
			.query(Boolean.class)
			.single();
	}

	/** How many notes of a case somebody is shown. */
	public int count(String authorityId, CaseId caseId, String reader) {
		return this.jdbc
			.sql("select count(*) from case_note n where n.authority_id = :authority and n.case_id = :case" + SHOWN)
			.param("authority", authorityId)
			.param("case", caseId)
			.param("reader", reader)
			.query(Integer.class)
			.single();
	}

	/**
	 * A page of the notes of a case, the newest first; removed ones are shown to their
	 * authors only.
	 * @param authorityId who asks
	 * @param reader the account of who reads
	 * @param page its number, from 0
	 */
	public List<CaseNote> of(String authorityId, CaseId caseId, String reader, int page) {
		return this.jdbc.sql(SELECT + SHOWN + " order by n.number desc limit :most offset :skip")
			.param("authority", authorityId)
			.param("case", caseId)
			.param("reader", reader)
			.param("most", PAGE_SIZE)
			.param("skip", (long) page * PAGE_SIZE)
			.query(CaseNotes::read)
			.list();
	}

	/** One note of a case, also a removed one. */
	Optional<CaseNote> find(String authorityId, CaseId caseId, CaseNoteId id) {
		return this.jdbc.sql(SELECT + " and n.id = :id")
			.param("authority", authorityId)
			.param("case", caseId)
			.param("id", id)
			.query(CaseNotes::read)
			.optional();
	}

	private static CaseNote read(ResultSet rs, int row) throws SQLException {
		return new CaseNote(Columns.id(rs, 1, CaseNoteId::new), rs.getString(2), rs.getString(3),
				Columns.instant(rs, 4), Columns.instantOrNull(rs, 5), Columns.instantOrNull(rs, 6), rs.getString(7),
				(rs.getArray(8) != null) ? Arrays.asList((String[]) rs.getArray(8).getArray()) : List.of());
	}

	/**
	 * A note.
	 *
	 * @param topic the key of what it is about, or null
	 * @param author who wrote it
	 * @param writtenAt when
	 * @param changedAt when its author last changed it, or null
	 * @param removedAt when its author took it away, or null
	 * @param text plain text
	 * @param mentioned the accounts that are named in it
	 */
	public record CaseNote(CaseNoteId id, @Nullable String topic, String author, Instant writtenAt,
			@Nullable Instant changedAt, @Nullable Instant removedAt, String text, List<String> mentioned) {
	}

	/**
	 * That somebody is named in a note.
	 *
	 * @param author who wrote it
	 * @param at when
	 */
	public record Mention(CaseId caseId, String author, Instant at) {
	}

}
