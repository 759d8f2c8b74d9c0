package se.kulturlots.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads municipalities and postal codes after all other migrations, and again when their
 * files have changed.
 */
@Component
class GeographyLoader implements JavaMigration {

	private static final String SWEDISH = "geo/se_municipality_county.csv";

	private static final String FINNISH = "geo/fi_municipality.csv";

	private static final String POSTAL = "geo/se_postal_to_municipality.csv";

	@Override
	public @Nullable MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "register municipalities and postal codes";
	}

	@Override
	public Integer getChecksum() {
		CRC32 sum = new CRC32();
		List.of(SWEDISH, FINNISH, POSTAL).forEach((file) -> sum.update(read(file)));
		return (int) sum.getValue();
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException {
		Connection connection = context.getConnection();
		municipalities(connection, SWEDISH, "SE", "municipality_name_short", "county_name");
		municipalities(connection, FINNISH, "FI", "municipality_name", "county_name");
		load(connection, POSTAL, List.of("postal_code", "locality", "municipality_code"), """
				insert into postal_code (code, locality, municipality_code)
				select * from unnest(?::text[], ?::text[], ?::text[])
				on conflict (code) do update set locality = excluded.locality,
				municipality_code = excluded.municipality_code""");
	}

	private void municipalities(Connection connection, String file, String country, String name, String countyName)
			throws SQLException {
		load(connection, file, List.of("municipality_code", name, "county_code", countyName), """
				insert into municipality (code, name, county_code, county_name, country)
				select u.*, '%s' from unnest(?::text[], ?::text[], ?::text[], ?::text[]) u
				on conflict (code) do update set name = excluded.name, county_code = excluded.county_code,
				county_name = excluded.county_name""".formatted(country));
	}

	private void load(Connection connection, String file, List<String> columns, String sql) throws SQLException {
		List<NamedCsvRecord> records = records(file);
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < columns.size(); i++) {
				String column = columns.get(i);
				statement.setArray(i + 1, connection.createArrayOf("text",
						records.stream().map((record) -> record.getField(column)).toArray()));
			}
			statement.executeUpdate();
		}
	}

	private static List<NamedCsvRecord> records(String file) {
		try (InputStream in = new ClassPathResource(file).getInputStream();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
			return reader.stream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] read(String file) {
		try {
			return new ClassPathResource(file).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
