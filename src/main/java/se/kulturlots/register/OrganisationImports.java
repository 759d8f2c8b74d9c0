package se.kulturlots.register;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.PlainText;
import se.kulturlots.journal.Journal;

/**
 * Files on their way into the register: sent, read in the background, looked at,
 * confirmed, and brought in in the background. A file that is not confirmed goes after a
 * day; the report of one that is, with what undoing needs, after a month.
 */
@Component
public class OrganisationImports {

	/** The largest file that is taken, in megabytes. */
	public static final int MOST_MEGABYTES = 50;

	private static final Duration KEPT_UNCONFIRMED = Duration.ofDays(1);

	static final Duration KEPT_DONE = Duration.ofDays(30);

	private static final int PART = 1 << 20;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final KnownHeadings knownHeadings;

	private final RegisterLock lock;

	private final OrganisationJoins joins;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final AppClock clock;

	OrganisationImports(JdbcClient jdbc, ObjectMapper json, KnownHeadings knownHeadings, RegisterLock lock,
			OrganisationJoins joins, Journal journal, ApplicationEventPublisher events, AppClock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.knownHeadings = knownHeadings;
		this.lock = lock;
		this.joins = joins;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes a file; it is read in the background.
	 * @param accountId who sends it
	 * @param content its bytes, read once and not kept in memory
	 * @return the id under which it waits
	 * @throws RegisterProblem if it is empty or too large
	 */
	@Transactional
	public ImportId receive(String authorityId, String accountId, String fileName, InputStream content)
			throws IOException {
		ImportId id = new ImportId(UUID.randomUUID());
		Instant now = this.clock.instant();
		String name = PlainText.line(fileName);
		this.jdbc.sql("""
				insert into register_import (id, authority_id, account_id, file_name, state, created_at, expires_at)
				values (:id, :authority, :account, :name, 'READING', :now, :expires)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("account", accountId)
			.param("name", name.substring(0, Math.min(200, name.length())))
			.param("now", now)
			.param("expires", now.plus(KEPT_UNCONFIRMED))
			.update();
		int parts = 0;
		for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
			if (parts == MOST_MEGABYTES) {
				throw RegisterProblem.tooLarge(MOST_MEGABYTES);
			}
			this.jdbc.sql("insert into register_import_part (import_id, part, content) values (:id, :part, :content)")
				.param("id", id)
				.param("part", parts++)
				.param("content", part)
				.update();
		}
		if (parts == 0) {
			throw RegisterProblem.emptyFile();
		}
		this.events.publishEvent(new ImportWaits());
		return id;
	}

	/**
	 * A file that waits, or whose report is still there.
	 * @throws RegisterProblem if there is none, or it has waited too long
	 */
	public ImportFile get(String authorityId, ImportId id) {
		ImportFile file = find(authorityId, id, "");
		if (!this.clock.instant().isBefore(file.expiresAt())) {
			throw RegisterProblem.importExpired();
		}
		return file;
	}

	/**
	 * The files of the last month.
	 * @return the newest first, at most twenty
	 */
	public List<ImportFile> latest(String authorityId) {
		return query("authority_id = :authority and expires_at > :now order by created_at desc limit 20")
			.param("authority", authorityId)
			.param("now", this.clock.instant())
			.query(this::file)
			.list();
	}

	/**
	 * Chooses what is taken from the file where it differs from the register, for all.
	 * @param reading which reading of the file somebody has looked at
	 * @param take whether to take it, or to keep what the register says
	 * @throws RegisterProblem if it has been read anew since
	 */
	@Transactional
	public void chooseAll(String authorityId, ImportId id, int reading, boolean take) {
		requireRead(authorityId, id, reading);
		choose(id, take, "");
	}

	/**
	 * Chooses what is taken from one row.
	 * @param reading which reading of the file somebody has looked at
	 * @param row the number of the row
	 * @param take whether to take what differs, or to keep what the register says
	 * @throws RegisterProblem if it has been read anew since
	 */
	@Transactional
	public void choose(String authorityId, ImportId id, int reading, int row, boolean take) {
		requireRead(authorityId, id, reading);
		choose(id, take, " and row_number = " + row);
	}

	private void choose(ImportId id, boolean take, String which) {
		this.jdbc.sql("""
				update register_import_outcome set take = :take,
					outcome = case when fills or :take then 'UPDATED' else 'UNCHANGED' end
				where import_id = :id and differences is not null and outcome in ('UPDATED', 'UNCHANGED')
				and take <> :take""" + which).param("take", take).param("id", id).update();
	}

	/**
	 * Has a file read anew with other columns, and remembers them for files of the same
	 * headings.
	 * @param columns the names of what the columns are read as, in the order of the file;
	 * what is no name of one is left out, and so are columns after the last
	 * @param withoutHeadings whether the first row is one like the others; then nothing
	 * is remembered
	 * @throws RegisterProblem unless one of them is the name, or if the file is no longer
	 * there
	 */
	@Transactional
	public void readAs(String authorityId, ImportId id, List<String> columns, boolean withoutHeadings) {
		get(authorityId, id);
		ImportFile file = find(authorityId, id, " for update");
		List<@Nullable Column> chosen = new ArrayList<>(KnownHeadings.named(columns));
		while (chosen.size() < file.headings().size()) {
			chosen.add(null);
		}
		if (chosen.size() > file.headings().size() || Collections.frequency(chosen, Column.NAME) != 1) {
			throw RegisterProblem.oneNameColumn();
		}
		int again = this.jdbc.sql("""
				update register_import i set state = 'READING', tries = 0, problem = null,
					columns = cast(:columns as jsonb), without_headings = :without
				where id = :id and state in ('READ', 'FAILED')
				and exists (select from register_import_part p where p.import_id = i.id)""")
			.param("columns", this.knownHeadings.write(chosen))
			.param("without", withoutHeadings)
			.param("id", id)
			.update();
		if (again == 0) {
			throw RegisterProblem.notToConfirm();
		}
		if (!withoutHeadings && !file.withoutHeadings()) {
			this.knownHeadings.remember(authorityId, file.headings().stream().map(ImportFile.Heading::text).toList(),
					chosen);
		}
		this.events.publishEvent(new ImportWaits());
	}

	/** What files are read as has changed: those that wait are read again. */
	@EventListener
	void on(SectorTable.SectorTableChanged event) {
		this.jdbc.sql("""
				update register_import i set state = 'READING', tries = 0
				where authority_id = :authority and state = 'READ'
				and exists (select from register_import_part p where p.import_id = i.id)""")
			.param("authority", event.authorityId())
			.update();
		this.events.publishEvent(new ImportWaits());
	}

	/**
	 * The words of a file that say no sector, and about which nobody has decided.
	 * @return the most common first, at most {@link SectorTable#MOST_SHOWN}
	 */
	public List<SectorWord> undecidedWords(String authorityId, ImportId id) {
		return this.jdbc.sql("""
				select w.word, w.rows as count from register_import_word w
				where w.import_id = :id and not exists (select from sector_word s
					where s.authority_id = :authority and s.word_key = w.word_key)
				order by w.rows desc, w.word_key limit :most""")
			.param("id", id)
			.param("authority", authorityId)
			.param("most", SectorTable.MOST_SHOWN)
			.query(SectorWord.class)
			.list();
	}

	/**
	 * Lets a file that has been looked at into the register, in the background. Asked
	 * again, it changes nothing.
	 * @param reading which reading of the file somebody has looked at
	 * @throws RegisterProblem if it does not wait, or has been read anew since
	 */
	@Transactional
	public void confirm(String authorityId, ImportId id, int reading) {
		ImportFile file = find(authorityId, id, " for update");
		if (file.state() == ImportFile.State.IMPORTING || file.state() == ImportFile.State.DONE) {
			return;
		}
		requireRead(authorityId, id, reading);
		this.jdbc.sql("update register_import set state = 'IMPORTING', tries = 0 where id = :id")
			.param("id", id)
			.update();
		this.events.publishEvent(new ImportWaits());
	}

	/**
	 * Takes all that a file has brought out of the register again, as long as nothing has
	 * been built on it.
	 * @throws RegisterProblem if an organisation has changed since, or is used
	 */
	@Transactional
	public void undo(String authorityId, ImportId id) {
		this.lock.hold(authorityId);
		ImportFile file = find(authorityId, id, " for update");
		if (file.state() != ImportFile.State.DONE) {
			throw RegisterProblem.notToConfirm();
		}
		boolean builtOn = this.jdbc
			.sql("""
					select exists (select from register_import_outcome t
					left join organisation o on o.id = t.organisation_id
					where t.import_id = :id and (
						t.outcome = 'NEW' and (o.id is null or o.version > 0 or o.status <> 'ACTIVE'
							or exists (select from organisation_contact c where c.organisation_id = o.id)
							or exists (select from mail_refusal r where r.addressee = o.id))
						or t.outcome = 'UPDATED' and (o.id is null or o.version <> (t.before ->> 'version')::integer + 1)))""")
			.param("id", id)
			.query(Boolean.class)
			.single();
		if (builtOn) {
			throw RegisterProblem.builtOn();
		}
		try {
			this.jdbc.sql("""
					delete from organisation o using register_import_outcome t
					where t.import_id = :id and t.outcome = 'NEW' and o.id = t.organisation_id""")
				.param("id", id)
				.update();
		}
		catch (DataIntegrityViolationException ex) {
			throw RegisterProblem.builtOn();
		}
		this.jdbc.sql("""
				update organisation o set version = o.version + 1, changed_at = :now,
					organisation_number = b.organisation_number, number_as_written = b.number_as_written,
					sector = b.sector, type = b.type, postal_code = b.postal_code, locality = b.locality,
					email = b.email, phone = b.phone, website = b.website, contact_name = b.contact_name,
					priority_group = b.priority_group
				from register_import_outcome t
				cross join lateral jsonb_populate_record(null::organisation, t.before) b
				where t.import_id = :id and t.outcome = 'UPDATED' and o.id = t.organisation_id""")
			.param("now", this.clock.instant())
			.param("id", id)
			.update();
		this.jdbc.sql("""
				insert into organisation_change (authority_id, organisation_id, at, actor, field, old_value, new_value)
				select authority_id, organisation_id, :now, actor, field, new_value, old_value
				from organisation_change where import_id = :id""")
			.param("now", this.clock.instant())
			.param("id", id)
			.update();
		Map<OrganisationId, String> addresses = new HashMap<>();
		this.jdbc.sql("""
				select o.id, o.email from register_import_outcome t join organisation o on o.id = t.organisation_id
				where t.import_id = :id and t.outcome = 'UPDATED' and o.email is not null""")
			.param("id", id)
			.query((rs) -> {
				addresses.put(Columns.id(rs, 1, OrganisationId::new), rs.getString(2));
			});
		this.joins.readdress(authorityId, addresses);
		this.jdbc.sql("update register_import set state = 'UNDONE' where id = :id").param("id", id).update();
		this.journal.note(authorityId, id, "register.journal.undone");
	}

	private void requireRead(String authorityId, ImportId id, int reading) {
		get(authorityId, id);
		ImportFile file = find(authorityId, id, " for update");
		if (file.state() != ImportFile.State.READ) {
			throw RegisterProblem.notToConfirm();
		}
		if (file.reading() != reading) {
			throw RegisterProblem.readAnew();
		}
	}

	private ImportFile find(String authorityId, ImportId id, String lock) {
		return query("id = :id and authority_id = :authority" + lock).param("id", id)
			.param("authority", authorityId)
			.query(this::file)
			.optional()
			.orElseThrow(RegisterProblem::unknownImport);
	}

	private JdbcClient.StatementSpec query(String condition) {
		return this.jdbc.sql("""
				select id, authority_id, account_id, file_name, state,
					coalesce((select rows_read from register_import_progress where import_id = register_import.id), 0),
					reading, without_headings, headings, problem, problem_arguments, expires_at
				from register_import where\s""" + condition);
	}

	private ImportFile file(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
		return new ImportFile(Columns.id(rs, 1, ImportId::new), rs.getString(2), rs.getString(3), rs.getString(4),
				ImportFile.State.valueOf(rs.getString(5)), rs.getInt(6), rs.getInt(7), rs.getBoolean(8),
				read(rs.getString(9), new TypeReference<List<ImportFile.Heading>>() {
				}), rs.getString(10), read(rs.getString(11), new TypeReference<List<Object>>() {
				}), Columns.instant(rs, 12));
	}

	private <T> T read(String value, TypeReference<T> type) {
		try {
			return this.json.readValue(value, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A file waits to be read or brought in. */
	record ImportWaits() {
	}

}
