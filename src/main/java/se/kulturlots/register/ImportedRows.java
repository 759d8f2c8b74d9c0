package se.kulturlots.register;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Sheet;

/** What became of each row of a file, however many there are. */
@Component
public class ImportedRows {

	/** How many rows stand on a page. */
	public static final int PAGE_SIZE = 50;

	private static final int LOT = 5000;

	private static final String SELECT = """
			select s.row_number, s.name, t.outcome, t.organisation_id, t.first_row, t.take, t.differences, t.note,
				t.note_argument, s.notes, s.organisation_number, s.municipality_code, m.name as municipality, s.email,
				s.phone
			from register_import_outcome t
			join register_import_row s on s.import_id = t.import_id and s.row_number = t.row_number
			left join municipality m on m.code = s.municipality_code
			where t.import_id = :id and\s""";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final MessageSource messages;

	ImportedRows(JdbcClient jdbc, ObjectMapper json, MessageSource messages) {
		this.jdbc = jdbc;
		this.json = json;
		this.messages = messages;
	}

	/** How many rows became what. */
	public ImportReport report(ImportId id) {
		return this.jdbc.sql("""
				select count(*) as read, count(*) filter (where t.outcome = 'NEW') as added,
					count(*) filter (where t.outcome = 'UPDATED') as updated,
					count(*) filter (where t.outcome = 'UNCHANGED') as unchanged,
					count(*) filter (where t.outcome = 'JOINED') as joined,
					count(*) filter (where t.outcome = 'REFUSED') as refused,
					count(*) filter (where %s) as differing,
					count(*) filter (where t.take) as taken,
					count(*) filter (where %s) as marked
				from register_import_outcome t
				join register_import_row s on s.import_id = t.import_id and s.row_number = t.row_number
				where t.import_id = :id""".formatted(Which.DIFFERING.condition, Which.MARKED.condition))
			.param("id", id)
			.query(ImportReport.class)
			.single();
	}

	/**
	 * Some rows in the order of the file.
	 * @param page from 0
	 * @return at most {@link #PAGE_SIZE}
	 */
	public List<Row> of(ImportId id, Which which, int page) {
		return this.jdbc.sql(SELECT + which.condition + " order by t.row_number limit :most offset :skip")
			.param("id", id)
			.param("most", PAGE_SIZE)
			.param("skip", (long) Math.max(0, page) * PAGE_SIZE)
			.query(this::row)
			.list();
	}

	/** How many rows there are of a kind. */
	public int count(ImportId id, Which which) {
		return this.jdbc.sql("""
				select count(*) from register_import_outcome t
				join register_import_row s on s.import_id = t.import_id and s.row_number = t.row_number
				where t.import_id = :id and\s""" + which.condition).param("id", id).query(Integer.class).single();
	}

	/** Writes what became of every row. */
	@Transactional(readOnly = true)
	public void write(ImportId id, Locale locale, Sheet sheet) {
		sheet.table(text("register.rows.title", locale),
				Stream.of("row", "name", "number", "municipality", "email", "outcome", "differences", "notes")
					.map((it) -> text("register.rows." + it, locale))
					.toList());
		forEach(id, (row) -> sheet.row(row.number(), row.name(), row.organisationNumber(), row.municipality(),
				row.email(), text(row.outcome().messageKey(), locale), differences(row, locale),
				row.notes()
					.stream()
					.map((note) -> this.messages.getMessage(note.messageKey(), note.arguments().toArray(), locale))
					.collect(Collectors.joining(" "))));
	}

	private void forEach(ImportId id, Consumer<Row> work) {
		int after = 0;
		while (true) {
			List<Row> rows = this.jdbc.sql(SELECT + "t.row_number > :after order by t.row_number limit :most")
				.param("id", id)
				.param("after", after)
				.param("most", LOT)
				.query(this::row)
				.list();
			rows.forEach(work);
			if (rows.size() < LOT) {
				return;
			}
			after = rows.get(rows.size() - 1).number();
		}
	}

	private String differences(Row row, Locale locale) {
		return row.differences()
			.stream()
			.map((it) -> text(it.labelKey(), locale) + ": " + it.oldText((key) -> text(key, locale)) + " → "
					+ it.newText((key) -> text(key, locale)))
			.collect(Collectors.joining("; "));
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private Row row(ResultSet rs, int number) throws SQLException {
		List<ImportNote> notes = new ArrayList<>();
		String note = rs.getString("note");
		if (note != null) {
			String argument = rs.getString("note_argument");
			notes.add(new ImportNote(note, (argument != null) ? List.of(argument) : List.of()));
		}
		notes.addAll(read(rs.getString("notes"), new TypeReference<List<ImportNote>>() {
		}));
		return new Row(rs.getInt("row_number"), rs.getString("name"), Outcome.valueOf(rs.getString("outcome")),
				Columns.idOrNull(rs, "organisation_id", OrganisationId::new), rs.getBoolean("take"),
				read(rs.getString("differences"), new TypeReference<List<Difference>>() {
				}), notes, rs.getString("organisation_number"), rs.getString("municipality"), rs.getString("email"));
	}

	private <T> List<T> read(@Nullable String value, TypeReference<List<T>> type) {
		try {
			return (value != null) ? this.json.readValue(value, type) : List.of();
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What becomes of a row. */
	public enum Outcome {

		/** An organisation that the register does not have. */
		NEW,
		/** One of the register, of which something changes. */
		UPDATED,
		/** One of the register, of which nothing changes. */
		UNCHANGED,
		/** The same organisation as an earlier row. */
		JOINED,
		/** Left out. */
		REFUSED;

		public String messageKey() {
			return "register.outcome." + name();
		}

	}

	/** Some of the rows. */
	public enum Which {

		ALL("true"), NEW("t.outcome = 'NEW'"), UPDATED("t.outcome = 'UPDATED'"), UNCHANGED("t.outcome = 'UNCHANGED'"),
		JOINED("t.outcome = 'JOINED'"), REFUSED("t.outcome = 'REFUSED'"),
		/** Known otherwise than the file says. */
		DIFFERING("t.differences is not null and t.outcome in ('UPDATED', 'UNCHANGED')"),
		/** With something to know about them. */
		MARKED("(t.note is not null and t.note <> 'sameAsRow' or s.notes is not null)");

		private final String condition;

		Which(String condition) {
			this.condition = condition;
		}

		public String messageKey() {
			return "register.rows.which." + name();
		}

	}

	/**
	 * A row of the file.
	 *
	 * @param number as a spreadsheet counts
	 * @param name the name in it
	 * @param outcome what becomes of it
	 * @param organisationId the organisation that it speaks of, null if it is left out
	 * @param take whether what differs is taken from the file
	 * @param differences what the register, or an earlier row, knows otherwise
	 * @param notes what to know about it
	 * @param organisationNumber the number in it
	 * @param municipality the municipality in it
	 * @param email the address in it
	 */
	public record Row(int number, String name, Outcome outcome, @Nullable OrganisationId organisationId, boolean take,
			List<Difference> differences, List<ImportNote> notes, @Nullable String organisationNumber,
			@Nullable String municipality, @Nullable String email) {
	}

}
