package se.kulturlots.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.Removed;
import se.kulturlots.journal.Journal;

/** The documents of cases. */
@Component
public class Documents {

	private static final int MOST = 50;

	private static final int LONGEST_NAME = 200;

	private static final String COLUMNS = "select id, title, language, file_name, kind, size, added_at";

	private final JdbcClient jdbc;

	private final FormSubmissions forms;

	private final Journal journal;

	private final AppClock clock;

	Documents(JdbcClient jdbc, FormSubmissions forms, Journal journal, AppClock clock) {
		this.jdbc = jdbc;
		this.forms = forms;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Those of a case, the first one first.
	 * @return without their content
	 */
	public List<Document> of(CaseId caseId) {
		return this.jdbc
			.sql(COLUMNS + " from case_document where case_id = :case and removed_at is null order by added_at, id")
			.param("case", caseId)
			.query(Documents::read)
			.list();
	}

	/**
	 * One of a case's.
	 * @return without its content
	 * @throws CaseProblem if there is none such
	 */
	public Document get(CaseId caseId, DocumentId id) {
		return this.jdbc.sql(COLUMNS + " from case_document where id = :id and case_id = :case and removed_at is null")
			.param("id", id)
			.param("case", caseId)
			.query(Documents::read)
			.optional()
			.orElseThrow(CaseProblem::unknownDocument);
	}

	/** The file itself. */
	public byte[] content(Document document) {
		return this.jdbc.sql("select content from case_document where id = :id")
			.param("id", document.id())
			.query((rs, row) -> rs.getBytes(1))
			.optional()
			.orElseThrow(CaseProblem::unknownDocument);
	}

	/**
	 * Adds a document; the same form sent again with another title or file replaces it.
	 * @param submissionId the id of the form
	 * @param title what it is
	 * @param language the tag of its language
	 * @param fileName what the file was called
	 * @param content the file
	 * @param account who adds it
	 * @throws CaseProblem if it is no kind of document that people can open
	 */
	@Transactional
	public void add(String authorityId, CaseId caseId, UUID submissionId, String title, String language,
			String fileName, byte[] content, String account) {
		DocumentKind kind = DocumentKind.of(content).orElseThrow(CaseProblem::notADocument);
		this.forms.take("document:" + caseId, FormSubmission.of(submissionId, title, language, fileName, content),
				DocumentId::new, (before) -> {
					before.ifPresent((id) -> of(caseId).stream()
						.filter((earlier) -> earlier.id().equals(id))
						.forEach((earlier) -> replace(authorityId, caseId, earlier)));
					return insert(authorityId, caseId, kind, title, language, fileName, content, account);
				});
	}

	private DocumentId insert(String authorityId, CaseId caseId, DocumentKind kind, String title, String language,
			String fileName, byte[] content, String account) {
		requireRoom(caseId);
		DocumentId id = new DocumentId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into case_document (id, authority_id, case_id, title, language, file_name, kind,
					size, content, added_by, added_at)
				values (:id, :authority, :case, :title, :language, :name, :kind, :size, :content, :account, :now)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("case", caseId)
			.param("title", title)
			.param("language", language)
			.param("name", name(fileName, kind))
			.param("kind", kind.name())
			.param("size", content.length)
			.param("content", content)
			.param("account", account)
			.param("now", this.clock.instant())
			.update();
		this.journal.publish(authorityId, caseId, "journal.case.documentAdded", title);
		return id;
	}

	/* whoever adds another one at the same time waits */
	private void requireRoom(CaseId caseId) {
		this.jdbc.sql("select id from cases where id = :id for no key update").param("id", caseId).query().listOfRows();
		if (of(caseId).size() >= MOST) {
			throw CaseProblem.tooManyDocuments(MOST);
		}
	}

	/* the last part of what may be a path, with the ending of what it is */
	private static String name(String fileName, DocumentKind kind) {
		String last = PlainText.line(fileName).replaceFirst("^.*[/\\\\]", "").replaceAll("[\"<>:|?*]", "");
		String stem = last.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
		String ending = "." + kind.name().toLowerCase(Locale.ROOT);
		String safe = stem.isEmpty() ? "dokument" : stem;
		return safe.substring(0, Math.min(safe.length(), LONGEST_NAME - ending.length())) + ending;
	}

	private void replace(String authorityId, CaseId caseId, Document document) {
		this.jdbc.sql("delete from case_document where id = :id").param("id", document.id()).update();
		this.journal.publish(authorityId, caseId, "journal.case.documentRemoved", document.title());
	}

	/** Takes a document away; it can be had back. */
	@Transactional
	public void remove(String authorityId, CaseId caseId, Document document) {
		int removed = this.jdbc.sql("update case_document set removed_at = :now where id = :id and removed_at is null")
			.param("now", this.clock.instant())
			.param("id", document.id())
			.update();
		if (removed == 1) {
			this.journal.publish(authorityId, caseId, "journal.case.documentRemoved", document.title());
		}
	}

	/**
	 * Those of a case that were taken away, the last one first.
	 * @return without their content
	 */
	public List<Document> removed(CaseId caseId) {
		return this.jdbc
			.sql(COLUMNS + " from case_document where case_id = :case and removed_at is not null"
					+ " order by removed_at desc, id limit " + MOST)
			.param("case", caseId)
			.query(Documents::read)
			.list();
	}

	/**
	 * Gets a document back.
	 * @throws CaseProblem if there are too many without it
	 */
	@Transactional
	public void restore(String authorityId, CaseId caseId, DocumentId id) {
		requireRoom(caseId);
		int restored = this.jdbc.sql(
				"update case_document set removed_at = null where id = :id and case_id = :case and removed_at is not null")
			.param("id", id)
			.param("case", caseId)
			.update();
		if (restored == 1) {
			this.journal.publish(authorityId, caseId, "journal.case.documentRestored", get(caseId, id).title());
		}
	}

	/** Deletes those that can no longer be had back. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-removed.every:PT6H}",
			initialDelayString = "${kulturlots.forget-removed.every:PT6H}")
	public void forgetRemoved() {
		this.jdbc.sql("delete from case_document where removed_at < :before")
			.param("before", Removed.forgottenBefore(this.clock.instant()))
			.update();
	}

	private static Document read(ResultSet rs, int row) throws SQLException {
		return new Document(Columns.id(rs, 1, DocumentId::new), rs.getString(2), rs.getString(3), rs.getString(4),
				DocumentKind.valueOf(rs.getString(5)), rs.getInt(6), Columns.instant(rs, 7));
	}

}
