package se.kulturlots.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.register.ImportFile;
import se.kulturlots.register.ImportId;
import se.kulturlots.register.ImportWorker;
import se.kulturlots.register.ImportedRows;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.OrganisationImports;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a file takes into the register, read and confirmed, against PostgreSQL's own
 * copy of the same file into an indexed table and one upsert from there.
 */
@Tag("bench")
@KulturlotsTest
class RegisterImportBench {

	private static final int ROWS = 40_000;

	private static final int MANY = 400_000;

	private static final int ROUNDS = 3;

	private static final double NANOS = 1e9;

	private static final int MEBI = 1 << 20;

	@Autowired
	OrganisationImports imports;

	@Autowired
	ImportWorker worker;

	@Autowired
	ImportedRows rows;

	@Autowired
	Municipalities municipalities;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	DataSource dataSource;

	@Autowired
	JdbcClient jdbc;

	@TempDir
	Path folder;

	@Test
	void aRegister() throws Exception {
		Path file = file(ROWS);
		double[] limits = new double[ROUNDS];
		double[] ours = new double[ROUNDS];
		bare(file);
		bringIn(file, ROWS);
		for (int i = 0; i < ROUNDS; i++) {
			limits[i] = bare(file);
			ours[i] = bringIn(file, ROWS);
		}
		double limit = Report.median(limits);
		double time = Report.median(ours);
		Report.line("Import of %d organisations, read and confirmed".formatted(ROWS), "%.1f s".formatted(time),
				"copy and upsert: %.1f s".formatted(limit), time / limit, "at most 5");
		Path large = file(MANY);
		double ofMany = bringIn(large, MANY);
		Report.line("The same of %d".formatted(MANY), "%.1f s".formatted(ofMany),
				"%d times as many rows: %.1f s".formatted(MANY / ROWS, time * MANY / ROWS),
				ofMany / (time * MANY / ROWS), "about 1");
		memory(file, ROWS);
		memory(large, MANY);
	}

	private void memory(Path file, int count) throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		AtomicLong most = new AtomicLong();
		long idle = live();
		Thread watching = new Thread(() -> {
			while (!done.get()) {
				most.accumulateAndGet(live(), Math::max);
			}
		});
		watching.start();
		bringIn(file, count);
		done.set(true);
		watching.join();
		double above = (most.get() - idle) / (double) MEBI;
		Report.line("Memory in use above idle while %d rows come in".formatted(count), "%.0f MiB".formatted(above),
				"64 MiB", above / 64, "at most 1");
	}

	private static long live() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private double bringIn(Path file, int count) throws IOException {
		String authority = this.authorities.region().id();
		this.municipalities.cover(authority,
				this.municipalities.inCounty("SE", "03").stream().map(Municipality::code).toList());
		long start = System.nanoTime();
		ImportId id;
		try (InputStream content = Files.newInputStream(file)) {
			id = this.imports.receive(authority, "officer", "register.csv", content);
		}
		this.worker.run();
		this.imports.confirm(authority, id, 1);
		this.worker.run();
		double seconds = (System.nanoTime() - start) / NANOS;
		assertThat(this.imports.get(authority, id).state()).isEqualTo(ImportFile.State.DONE);
		assertThat(this.rows.report(id).added()).isEqualTo(count);
		return seconds;
	}

	private double bare(Path file) throws Exception {
		this.jdbc.sql("drop table if exists bench_organisation, bench_staging").update();
		this.jdbc.sql("""
				create table bench_organisation (name text, number text, type text, activity text, postal_code text,
				locality text, email text, phone text, website text)""").update();
		this.jdbc.sql("create unique index on bench_organisation (name, locality)").update();
		this.jdbc.sql("create index on bench_organisation (number)").update();
		this.jdbc.sql("create index on bench_organisation (lower(email))").update();
		this.jdbc.sql("create index on bench_organisation using gin (name gin_trgm_ops)").update();
		long start = System.nanoTime();
		this.jdbc.sql("create table bench_staging (like bench_organisation)").update();
		this.jdbc.sql("create index on bench_staging (name, locality)").update();
		try (Connection connection = this.dataSource.getConnection(); InputStream in = Files.newInputStream(file)) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy bench_staging from stdin (format csv, delimiter ';', header)", in);
		}
		this.jdbc.sql("""
				insert into bench_organisation select * from bench_staging
				on conflict (name, locality) do update set email = excluded.email""").update();
		double seconds = (System.nanoTime() - start) / NANOS;
		this.jdbc.sql("drop table bench_organisation, bench_staging").update();
		return seconds;
	}

	private Path file(int count) throws IOException {
		Path file = this.folder.resolve(count + ".csv");
		try (Writer out = Files.newBufferedWriter(file)) {
			out.write(
					"Föreningsnamn;Organisationsnummer;Föreningstyp;Verksamhet;Postnr;Ort;E-post;Telefon;Webbplats\n");
			for (int i = 0; i < count; i++) {
				out.write("Föreningen nummer " + i + " i Heby;" + ((i % 5 == 0) ? number(i) : "")
						+ ";Kulturförening;Musik;74431;Heby;info@f" + i + ".example;070-174 06 " + (10 + i % 90)
						+ ";www.f" + i + ".example\n");
			}
		}
		return file;
	}

	private static String number(int i) {
		String digits = "80" + String.format("%07d", 2_000_000 + i);
		int sum = 0;
		for (int at = 0; at < digits.length(); at++) {
			int digit = (digits.charAt(at) - '0') * ((at % 2 == 0) ? 2 : 1);
			sum += (digit > 9) ? digit - 9 : digit;
		}
		return digits + (10 - sum % 10) % 10;
	}

}
