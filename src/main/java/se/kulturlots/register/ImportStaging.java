package se.kulturlots.register;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Copies the rows of a file into a table, as fast as the database takes them. */
@Component
class ImportStaging {

	private static final int STEP = 5000;

	private static final String COPY = """
			copy register_import_row (import_id, row_number, name, name_key, organisation_number, number_as_written,
				sector, type, municipality_code, postal_code, locality, email, phone, website, contact_name, language,
				says_language, priority_group, refused, notes) from stdin""";

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	ImportStaging(DataSource dataSource, JdbcClient jdbc, ObjectMapper json) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Reads a table to its end, in the transaction that is under way.
	 * @param most how many rows it may have
	 * @param progress told now and then how many rows have been read
	 * @throws RegisterProblem if the table cannot be read, or has too many rows
	 */
	void copy(ImportId id, TableRows table, RowReader reader, int most, IntConsumer progress) throws IOException {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try (PGCopyOutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, 1 << 16)) {
			try {
				Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
				StringBuilder line = new StringBuilder();
				int rows = 0;
				for (TableRows.Row row = table.next(); row != null; row = table.next()) {
					if (++rows > most) {
						throw RegisterProblem.tooManyRows(most);
					}
					line.setLength(0);
					append(id, reader.read(row), line);
					writer.append(line);
					if (rows % STEP == 0) {
						progress.accept(rows);
					}
				}
				writer.flush();
				out.endCopy();
			}
			catch (IOException | RuntimeException ex) {
				if (out.isActive()) {
					out.cancelCopy();
				}
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	/** Forgets the rows of a file that is read again. */
	void clear(ImportId id) {
		this.jdbc.sql("delete from register_import_row where import_id = :id").param("id", id).update();
		this.jdbc.sql("delete from register_import_word where import_id = :id").param("id", id).update();
	}

	/** Keeps the words of a file that say no sector. */
	void keep(ImportId id, List<SectorWord> words) {
		this.jdbc
			.sql("""
					insert into register_import_word (import_id, word_key, word, rows)
					select :id, key, word, rows
					from unnest(cast(:keys as text[]), cast(:words as text[]), cast(:rows as integer[])) as w (key, word, rows)""")
			.param("id", id)
			.param("keys", words.stream().map(SectorWord::key).toArray(String[]::new))
			.param("words", words.stream().map(SectorWord::word).toArray(String[]::new))
			.param("rows", words.stream().map(SectorWord::count).toArray(Integer[]::new))
			.update();
	}

	private void append(ImportId id, ImportedRow row, StringBuilder out) throws IOException {
		OrganisationDetails details = row.details();
		out.append(id.toString());
		field(out, String.valueOf(row.number()));
		field(out, row.name());
		if (details != null) {
			field(out, details.nameKey());
			field(out, details.organisationNumber());
			field(out, details.numberAsWritten());
			field(out, details.sector().name());
			field(out, details.type());
			field(out, details.municipalityCode());
			field(out, details.postalCode());
			field(out, details.locality());
			field(out, details.email());
			field(out, details.phone());
			field(out, details.website());
			field(out, details.contactName());
			field(out, details.language());
			field(out, String.valueOf(row.saysLanguage()));
			field(out, (details.priorityGroup() != null) ? details.priorityGroup().name() : null);
		}
		else {
			for (int i = 0; i < 13; i++) {
				field(out, null);
			}
			field(out, "false");
			field(out, null);
		}
		field(out, row.refused());
		field(out, row.notes().isEmpty() ? null : this.json.writeValueAsString(row.notes()));
		out.append('\n');
	}

	private static void field(StringBuilder out, @Nullable String value) {
		out.append('\t');
		if (value == null) {
			out.append("\\N");
			return;
		}
		for (int i = 0; i < value.length(); i++) {
			char one = value.charAt(i);
			switch (one) {
				case '\\' -> out.append("\\\\");
				case '\t' -> out.append("\\t");
				case '\n' -> out.append("\\n");
				case '\r' -> out.append("\\r");
				default -> out.append(one);
			}
		}
	}

}
