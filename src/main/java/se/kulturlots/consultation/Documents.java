package se.kulturlots.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.PlainText;
import se.kulturlots.journal.Journal;

/** The documents of consultations. */
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
	 * Those of a consultation, the first one first.
	 * @param consultationId the consultation
	 * @return without their content
	 */
	public List<Document> of(UUID consultationId) {
		return this.jdbc
			.sql(COLUMNS + " from consultation_document where consultation_id = :consultation order by added_at, id")
			.param("consultation", consultationId)
			.query(Documents::read)
			.list();
	}

	/**
	 * One of a consultation's.
	 * @param consultation the consultation
	 * @param id its id
	 * @return without its content
	 * @throws ConsultationProblem if there is none such
	 */
	public Document get(Consultation consultation, UUID id) {
		return this.jdbc.sql(COLUMNS + " from consultation_document where id = :id and consultation_id = :consultation")
			.param("id", id)
			.param("consultation", consultation.id())
			.query(Documents::read)
			.optional()
			.orElseThrow(ConsultationProblem::unknownDocument);
	}

	/**
	 * The file itself.
	 * @param document the document
	 * @return its bytes
	 */
	public byte[] content(Document document) {
		return this.jdbc.sql("select content from consultation_document where id = :id")
			.param("id", document.id())
			.query((rs, row) -> rs.getBytes(1))
			.optional()
			.orElseThrow(ConsultationProblem::unknownDocument);
	}

	/**
	 * Adds a document; the same form sent again with another title or file replaces it.
	 * @param consultation the consultation
	 * @param submissionId the id of the form
	 * @param title what it is
	 * @param language the tag of its language
	 * @param fileName what the file was called
	 * @param content the file
	 * @param account who adds it
	 * @throws ConsultationProblem if it is no kind of document that people can open
	 */
	@Transactional
	public void add(Consultation consultation, UUID submissionId, String title, String language, String fileName,
			byte[] content, String account) {
		DocumentKind kind = DocumentKind.of(content).orElseThrow(ConsultationProblem::notADocument);
		this.forms.take("document:" + consultation.id(),
				FormSubmission.of(submissionId, title, language, fileName, content), (before) -> {
					before.ifPresent((id) -> of(consultation.id()).stream()
						.filter((earlier) -> earlier.id().equals(id))
						.forEach((earlier) -> remove(consultation, earlier)));
					return insert(consultation, kind, title, language, fileName, content, account);
				});
	}

	private UUID insert(Consultation consultation, DocumentKind kind, String title, String language, String fileName,
			byte[] content, String account) {
		if (of(consultation.id()).size() >= MOST) {
			throw ConsultationProblem.tooManyDocuments(MOST);
		}
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into consultation_document (id, authority_id, consultation_id, title, language, file_name, kind,
						size, content, added_by, added_at)
					values (:id, :authority, :consultation, :title, :language, :name, :kind, :size, :content, :account, :now)""")
			.param("id", id)
			.param("authority", consultation.authorityId())
			.param("consultation", consultation.id())
			.param("title", title)
			.param("language", language)
			.param("name", name(fileName, kind))
			.param("kind", kind.name())
			.param("size", content.length)
			.param("content", content)
			.param("account", account)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.journal.publish(consultation.authorityId(), consultation.id(), "journal.consultation.documentAdded",
				title);
		return id;
	}

	/* the last part of what may be a path, with the ending of what it is */
	private static String name(String fileName, DocumentKind kind) {
		String last = PlainText.line(fileName).replaceFirst("^.*[/\\\\]", "").replaceAll("[\"<>:|?*]", "");
		String stem = last.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
		String ending = "." + kind.name().toLowerCase(Locale.ROOT);
		String safe = stem.isEmpty() ? "dokument" : stem;
		return safe.substring(0, Math.min(safe.length(), LONGEST_NAME - ending.length())) + ending;
	}

	/**
	 * Takes a document away.
	 * @param consultation the consultation
	 * @param document the document
	 */
	@Transactional
	public void remove(Consultation consultation, Document document) {
		int removed = this.jdbc.sql("delete from consultation_document where id = :id")
			.param("id", document.id())
			.update();
		if (removed == 1) {
			this.journal.publish(consultation.authorityId(), consultation.id(), "journal.consultation.documentRemoved",
					document.title());
		}
	}

	private static Document read(ResultSet rs, int row) throws SQLException {
		return new Document(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3), rs.getString(4),
				DocumentKind.valueOf(rs.getString(5)), rs.getInt(6), rs.getTimestamp(7).toInstant());
	}

}
