package se.kulturlots.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.PlainText;
import se.kulturlots.journal.Journal;

/**
 * Files between their preview and their import. A file is kept for a day at the most;
 * once it is imported, the report alone is.
 */
@Component
public class ImportFiles {

	private static final Duration KEPT = Duration.ofDays(1);

	private final OrganisationImport organisationImport;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Journal journal;

	private final AppClock clock;

	ImportFiles(OrganisationImport organisationImport, JdbcClient jdbc, ObjectMapper json, Journal journal,
			AppClock clock) {
		this.organisationImport = organisationImport;
		this.jdbc = jdbc;
		this.json = json;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Takes a file that can be read; those that have waited too long go.
	 * @param accountId who sent it
	 * @param content its bytes
	 * @return the id under which it waits
	 * @throws RegisterProblem if it cannot be read
	 */
	@Transactional
	public UUID receive(String authorityId, String accountId, String fileName, byte[] content) {
		this.organisationImport.preview(authorityId, content);
		UUID id = UUID.randomUUID();
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from register_import where done_at is null and expires_at <= :now")
			.param("now", now)
			.update();
		String name = PlainText.line(fileName);
		this.jdbc.sql("""
				insert into register_import (id, authority_id, account_id, file_name, content, created_at, expires_at)
				values (:id, :authority, :account, :name, :content, :now, :expires)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("account", accountId)
			.param("name", name.substring(0, Math.min(200, name.length())))
			.param("content", content)
			.param("now", now)
			.param("expires", now.plus(KEPT))
			.update();
		return id;
	}

	/**
	 * A file that waits or was imported.
	 * @throws RegisterProblem if there is none, or it has waited too long
	 */
	public ImportFile get(String authorityId, UUID id) {
		return get(authorityId, id, "");
	}

	/**
	 * What a waiting file would do.
	 * @return nothing has changed
	 */
	public ImportPreview preview(String authorityId, UUID id) {
		get(authorityId, id);
		return this.organisationImport.preview(authorityId, content(authorityId, id));
	}

	/**
	 * Imports a file, once: asked again, it answers with the same report.
	 * @return what has changed
	 */
	@Transactional
	public ImportReport confirm(String authorityId, UUID id) {
		ImportFile file = get(authorityId, id, " for update");
		return file.report().orElseGet(() -> {
			ImportReport report = this.organisationImport.run(authorityId, content(authorityId, id));
			this.jdbc.sql("""
					update register_import set content = null, done_at = :now, report = cast(:report as jsonb)
					where id = :id""")
				.param("id", id)
				.param("now", this.clock.instant())
				.param("report", write(report))
				.update();
			this.journal.note(authorityId, id, "register.journal.imported", report.added(), report.updated());
			return report;
		});
	}

	private ImportFile get(String authorityId, UUID id, String lock) {
		ImportFile file = this.jdbc.sql("""
				select id, file_name, expires_at, report from register_import
				where id = :id and authority_id = :authority""" + lock)
			.param("id", id)
			.param("authority", authorityId)
			.query((rs, row) -> new ImportFile(rs.getObject(1, UUID.class), rs.getString(2),
					rs.getTimestamp(3).toInstant(), Optional.ofNullable(read(rs.getString(4)))))
			.optional()
			.orElseThrow(RegisterProblem::unknownImport);
		if (file.report().isEmpty() && !this.clock.instant().isBefore(file.expiresAt())) {
			throw RegisterProblem.importExpired();
		}
		return file;
	}

	private byte[] content(String authorityId, UUID id) {
		return this.jdbc.sql("""
				select content from register_import
				where id = :id and authority_id = :authority and content is not null""")
			.param("id", id)
			.param("authority", authorityId)
			.query((rs, row) -> rs.getBytes(1))
			.optional()
			.orElseThrow(RegisterProblem::unknownImport);
	}

	private String write(ImportReport report) {
		try {
			return this.json.writeValueAsString(report);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable ImportReport read(@Nullable String report) {
		try {
			return (report != null) ? this.json.readValue(report, ImportReport.class) : null;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A file.
	 *
	 * @param id its id
	 * @param fileName its name
	 * @param expiresAt until when it waits
	 * @param report what it has done, once it is imported
	 */
	public record ImportFile(UUID id, String fileName, Instant expiresAt, Optional<ImportReport> report) {
	}

}
