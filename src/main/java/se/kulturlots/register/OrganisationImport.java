package se.kulturlots.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;

/**
 * Brings the organisations of a file into the register. The same file again changes
 * nothing. What a person has gone through in the register stays as it is; of what came
 * from files alone, the newer file is believed.
 */
@Component
public class OrganisationImport {

	private static final int SAMPLE = 20;

	private static final int CHUNK = 5000;

	private static final int MAX_ROUNDS = 10;

	private static final String COLUMNS = """
			id, version, authority_id, name, name_key, organisation_number, sector, type, municipality_code,
			postal_code, locality, email, phone, website, contact_name, language, priority_group, source, status,
			created_at, changed_at, checked_at""";

	private final Organisations organisations;

	private final Authorities authorities;

	private final Places places;

	private final RegisterLock lock;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final AppClock clock;

	OrganisationImport(Organisations organisations, Authorities authorities, Places places, RegisterLock lock,
			JdbcClient jdbc, ObjectMapper json, AppClock clock) {
		this.organisations = organisations;
		this.authorities = authorities;
		this.places = places;
		this.lock = lock;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * What the file would do.
	 * @param file the bytes of a CSV file
	 * @return nothing has changed
	 * @throws RegisterProblem if the file cannot be read
	 */
	@Transactional(readOnly = true)
	public ImportPreview preview(String authorityId, byte[] file) {
		Reading reading = read(authorityId, file);
		List<OrganisationDetails> sample = reading.index()
			.entries()
			.stream()
			.filter(RegisterIndex.Entry::isTouched)
			.limit(SAMPLE)
			.map(RegisterIndex.Entry::details)
			.toList();
		return new ImportPreview(reading.report(), reading.unusedHeadings(), sample);
	}

	/**
	 * Imports the file.
	 * @param file the bytes of a CSV file
	 * @return what has changed
	 * @throws RegisterProblem if the file cannot be read; then nothing has changed
	 */
	@Transactional
	public ImportReport run(String authorityId, byte[] file) {
		this.lock.hold(authorityId);
		Reading reading = read(authorityId, file);
		Instant now = this.clock.instant();
		List<Organisation> added = new ArrayList<>();
		List<Organisation> updated = new ArrayList<>();
		reading.index().entries().forEach((entry) -> {
			if (entry.organisation() == null) {
				added.add(Organisation.fromFile(authorityId, entry.details(), now));
			}
			else if (entry.isChanged()) {
				updated.add(entry.organisation().described(entry.details(), now));
			}
		});
		write(added, "insert into organisation (" + COLUMNS + ") select " + COLUMNS
				+ " from jsonb_populate_recordset(null::organisation, cast(:rows as jsonb))");
		write(updated, """
				update organisation o set version = o.version + 1, organisation_number = r.organisation_number,
				sector = r.sector, type = r.type, municipality_code = r.municipality_code,
				postal_code = r.postal_code, locality = r.locality, email = r.email, phone = r.phone,
				website = r.website, contact_name = r.contact_name, priority_group = r.priority_group,
				changed_at = r.changed_at
				from jsonb_populate_recordset(null::organisation, cast(:rows as jsonb)) r
				where o.id = r.id and o.authority_id = r.authority_id""");
		return reading.report();
	}

	private Reading read(String authorityId, byte[] file) {
		Authority authority = this.authorities.get(authorityId);
		CsvTable table = CsvTable.read(file);
		ImportNotes notes = new ImportNotes();
		RowReader reader = new RowReader(table.headings(), authority.country(), authority.locale().getLanguage(),
				notes);
		Places.Known known = this.places.known(authorityId, authority.country(),
				table.rows().stream().map(reader::postalCode).filter(Objects::nonNull).distinct().toList(),
				table.rows().stream().map(reader::locality).distinct().toList());
		List<ImportRow> rows = table.rows().stream().flatMap((row) -> reader.read(row, known).stream()).toList();
		RegisterIndex register = new RegisterIndex(this.organisations.active(authorityId));
		RegisterIndex removed = new RegisterIndex(this.organisations.removed(authorityId));
		rows.forEach((row) -> take(row, register, removed, notes));
		RegisterIndex settled = settled(register, rows, removed);
		return new Reading(settled, report(table.rows().size(), settled, notes), reader.unusedHeadings());
	}

	/**
	 * Reads the rows again until they change nothing more, as the next import of the same
	 * file would: a row may fit better to an organisation that a later row has brought.
	 */
	private static RegisterIndex settled(RegisterIndex first, List<ImportRow> rows, RegisterIndex removed) {
		RegisterIndex index = first;
		for (int round = 0; round < MAX_ROUNDS; round++) {
			RegisterIndex again = RegisterIndex.after(index);
			ImportNotes unread = new ImportNotes();
			rows.forEach((row) -> take(row, again, removed, unread));
			if (again.details().equals(index.details())) {
				return again;
			}
			index = again;
		}
		return index;
	}

	private static void take(ImportRow row, RegisterIndex index, RegisterIndex removed, ImportNotes notes) {
		Optional<RegisterIndex.Entry> found = index.find(row);
		if (found.isPresent()) {
			meet(row, found.get(), index, notes);
		}
		else if (removed.find(row).isPresent()) {
			notes.refused(row.number(), row.name(), "removedEarlier");
		}
		else {
			index.withEmail(row.details())
				.stream()
				.findFirst()
				.ifPresent((other) -> notes.warning(row.number(), row.name(), "sameEmail", other.details().name()));
			index.add(row).touch(row.number());
		}
	}

	private static void meet(ImportRow row, RegisterIndex.Entry entry, RegisterIndex index, ImportNotes notes) {
		boolean newer = !entry.isTouched() && !entry.isChecked();
		OrganisationDetails before = entry.details();
		index.change(entry, newer ? before.updatedFrom(row.details()) : before.filledFrom(row.details()));
		if (entry.isTouched()) {
			notes.merged(row.number(), row.name(), "sameAsRow", entry.firstRow());
		}
		else {
			entry.touch(row.number());
		}
		if (!row.nameKey().equals(entry.nameKey())) {
			notes.warning(row.number(), row.name(), "otherName", before.name());
		}
		if (differ(row.details().email(), entry.details().email())) {
			notes.warning(row.number(), row.name(), "otherEmail");
		}
		if (differ(row.details().municipalityCode(), entry.details().municipalityCode())) {
			notes.warning(row.number(), row.name(), "otherMunicipality");
		}
	}

	private static boolean differ(@Nullable String said, @Nullable String kept) {
		return said != null && !said.equals(kept);
	}

	private static ImportReport report(int read, RegisterIndex index, ImportNotes notes) {
		int added = index.count(RegisterIndex.Entry::isNew);
		int updated = index.count(RegisterIndex.Entry::isChanged);
		int unchanged = index.count((entry) -> entry.isTouched() && !entry.isNew() && !entry.isChanged());
		int refused = notes.count(ImportNote.Kind.REFUSED);
		int merged = Math.max(0, read - refused - added - updated - unchanged);
		return new ImportReport(read, added, updated, unchanged, merged, refused, notes.first(ImportReport.MAX_NOTES),
				Math.max(0, notes.size() - ImportReport.MAX_NOTES));
	}

	private void write(List<Organisation> organisations, String sql) {
		for (int from = 0; from < organisations.size(); from += CHUNK) {
			List<Organisation> chunk = organisations.subList(from, Math.min(from + CHUNK, organisations.size()));
			this.jdbc.sql(sql).param("rows", json(chunk)).update();
		}
	}

	private String json(List<Organisation> organisations) {
		try {
			return this.json.writeValueAsString(organisations.stream().map(OrganisationImport::row).toList());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, @Nullable Object> row(Organisation organisation) {
		OrganisationDetails details = organisation.details();
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", organisation.id());
		row.put("version", 0);
		row.put("authority_id", organisation.authorityId());
		row.put("name", details.name());
		row.put("name_key", organisation.nameKey());
		row.put("organisation_number", details.organisationNumber());
		row.put("sector", details.sector());
		row.put("type", details.type());
		row.put("municipality_code", details.municipalityCode());
		row.put("postal_code", details.postalCode());
		row.put("locality", details.locality());
		row.put("email", details.email());
		row.put("phone", details.phone());
		row.put("website", details.website());
		row.put("contact_name", details.contactName());
		row.put("language", details.language());
		row.put("priority_group", details.priorityGroup());
		row.put("source", organisation.source());
		row.put("status", organisation.status());
		row.put("created_at", organisation.createdAt().toString());
		row.put("changed_at", organisation.changedAt().toString());
		row.put("checked_at", (organisation.checkedAt() != null) ? organisation.checkedAt().toString() : null);
		return row;
	}

	private record Reading(RegisterIndex index, ImportReport report, List<String> unusedHeadings) {
	}

}
