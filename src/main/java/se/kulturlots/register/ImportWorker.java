package se.kulturlots.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.PlainText;
import se.kulturlots.journal.Journal;

/**
 * Reads files and brings them into the register, one after the other. Each step is one
 * transaction: what a process that ends leaves half done, the next one begins anew.
 */
@Component
public class ImportWorker implements DisposableBean {

	static final int MOST_ROWS = 500_000;

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	private static final int MOST_TRIES = 3;

	private static final long LARGEST_WORKBOOK = 600L << 20;

	private static final int BEGINNING = 8;

	private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final TransactionTemplate besides;

	private final ImportStaging staging;

	private final ImportOutcomes outcomes;

	private final ImportedRows rows;

	private final Authorities authorities;

	private final Places places;

	private final Vocabulary vocabulary;

	private final SectorTable sectors;

	private final KnownHeadings headings;

	private final RegisterLock lock;

	private final OrganisationJoins joins;

	private final DuplicateSearch duplicates;

	private final Journal journal;

	private final ObjectMapper json;

	private final AppClock clock;

	private final ExecutorService thread = Executors.newSingleThreadExecutor((work) -> {
		Thread made = new Thread(work, "register-import");
		made.setDaemon(true);
		return made;
	});

	ImportWorker(JdbcClient jdbc, PlatformTransactionManager transactions, ImportStaging staging,
			ImportOutcomes outcomes, ImportedRows rows, Authorities authorities, Places places, Vocabulary vocabulary,
			SectorTable sectors, KnownHeadings headings, RegisterLock lock, OrganisationJoins joins,
			DuplicateSearch duplicates, Journal journal, ObjectMapper json, AppClock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.besides = new TransactionTemplate(transactions);
		this.besides.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.staging = staging;
		this.outcomes = outcomes;
		this.rows = rows;
		this.authorities = authorities;
		this.places = places;
		this.vocabulary = vocabulary;
		this.sectors = sectors;
		this.headings = headings;
		this.lock = lock;
		this.joins = joins;
		this.duplicates = duplicates;
		this.journal = journal;
		this.json = json;
		this.clock = clock;
	}

	@TransactionalEventListener
	void on(OrganisationImports.ImportWaits event) {
		try {
			this.thread.execute(this::run);
		}
		catch (RejectedExecutionException ex) {
			log.debug("left for the next start");
		}
	}

	/** Does what waits; what a process before this one has left too. */
	@Scheduled(fixedDelayString = "${kulturlots.register-import.every:PT1M}")
	public synchronized void run() {
		forgetExpired();
		boolean more = true;
		while (more && !this.thread.isShutdown()) {
			more = step();
		}
	}

	/**
	 * What stood in a file is kept no longer than is said, whether another one comes or
	 * not.
	 */
	private void forgetExpired() {
		this.transaction.executeWithoutResult((status) -> this.jdbc
			.sql("delete from register_import where expires_at <= :now and state <> 'IMPORTING'")
			.param("now", this.clock.instant())
			.update());
	}

	private boolean step() {
		AtomicReference<ImportId> underWay = new AtomicReference<>();
		try {
			this.transaction.executeWithoutResult((status) -> next().ifPresent((next) -> {
				underWay.set(next.id());
				if (next.state() == ImportFile.State.READING) {
					read(next);
				}
				else {
					bringIn(next);
				}
			}));
			return underWay.get() != null;
		}
		catch (RegisterProblem problem) {
			fail(Objects.requireNonNull(underWay.get()), problem);
			return true;
		}
		catch (RuntimeException ex) {
			return underWay.get() != null && retry(underWay.get(), ex);
		}
	}

	/** One that another process works on is locked. */
	private Optional<Waiting> next() {
		return this.jdbc.sql("""
				select id, authority_id, account_id, state, columns, without_headings from register_import
				where state in ('READING', 'IMPORTING') order by created_at limit 1 for no key update skip locked""")
			.query(Waiting.class)
			.optional();
	}

	private void read(Waiting file) {
		try {
			Path content = content(file.id());
			try (TableRows table = open(content)) {
				read(file, table);
			}
			finally {
				Files.deleteIfExists(content);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(Waiting file, TableRows table) throws IOException {
		TableRows.Row first = table.next();
		if (first == null) {
			throw RegisterProblem.emptyFile();
		}
		List<String> headings = first.fields()
			.stream()
			.map((field) -> file.withoutHeadings() ? "" : heading(field))
			.toList();
		List<@Nullable Column> columns = (file.columns() != null) ? this.headings.columns(file.columns())
				: this.headings.of(file.authorityId(), headings);
		understood(file.id(), headings, columns);
		if (!columns.contains(Column.NAME)) {
			askForName(file.id());
			return;
		}
		Authority authority = this.authorities.get(file.authorityId());
		int version = this.sectors.version(authority.id());
		SectorReader sectorReader = new SectorReader(this.sectors.decided(authority.id()), this.vocabulary);
		RowReader reader = new RowReader(headings, columns, authority.country(), authority.locale().getLanguage(),
				this.places.known(authority.id(), authority.country()), this.vocabulary, sectorReader);
		this.staging.clear(file.id());
		this.staging.copy(file.id(), file.withoutHeadings() ? new RowsAfter(first, table) : table, reader, MOST_ROWS,
				(rows) -> progress(file.id(), rows));
		this.staging.keep(file.id(), sectorReader.unknown());
		this.outcomes.find(file.authorityId(), file.id());
		// what files are read as may have changed meanwhile; then this one is read again
		this.lock.hold(file.authorityId());
		if (this.sectors.version(file.authorityId()) == version) {
			this.jdbc.sql("update register_import set state = 'READ', reading = reading + 1 where id = :id")
				.param("id", file.id())
				.update();
		}
	}

	/** A file without headings has people's data there, and that is not for headings. */
	private static String heading(String field) {
		return PlainText.line(PersonalNumber.without(PlainText.line(field)));
	}

	private void understood(ImportId id, List<String> headings, List<@Nullable Column> columns) {
		List<ImportFile.Heading> understood = new ArrayList<>();
		for (int i = 0; i < headings.size(); i++) {
			Column column = columns.get(i);
			understood.add(new ImportFile.Heading(headings.get(i), (column != null) ? column.name() : null));
		}
		this.jdbc.sql("update register_import set headings = cast(:headings as jsonb) where id = :id")
			.param("headings", write(understood))
			.param("id", id)
			.update();
	}

	/** The file is kept, so that somebody can say which column holds the names. */
	private void askForName(ImportId id) {
		this.jdbc.sql("update register_import set state = 'FAILED', problem = :problem where id = :id")
			.param("problem", RegisterProblem.noNameColumn().messageKey())
			.param("id", id)
			.update();
	}

	private void bringIn(Waiting file) {
		this.lock.hold(file.authorityId());
		Instant now = this.clock.instant();
		forgetContent(file.id());
		this.outcomes.find(file.authorityId(), file.id());
		Map<OrganisationId, String> addresses = this.outcomes.apply(file.authorityId(), file.id(), file.accountId(),
				now);
		this.joins.readdress(file.authorityId(), addresses);
		this.duplicates.again(file.authorityId());
		this.jdbc.sql("update register_import set state = 'DONE', done_at = :now, expires_at = :until where id = :id")
			.param("now", now)
			.param("until", now.plus(OrganisationImports.KEPT_DONE))
			.param("id", file.id())
			.update();
		ImportReport report = this.rows.report(file.id());
		this.journal.noteFor(file.accountId(), file.authorityId(), file.id(), "register.journal.imported",
				report.added(), report.updated());
	}

	private static TableRows open(Path file) throws IOException {
		byte[] beginning;
		try (InputStream in = Files.newInputStream(file)) {
			beginning = in.readNBytes(BEGINNING);
		}
		if (startsWith(beginning, 'P', 'K')) {
			return new XlsxRows(file, LARGEST_WORKBOOK);
		}
		if (startsWith(beginning, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw RegisterProblem.oldWorkbook();
		}
		if (startsWith(beginning, '%', 'P', 'D', 'F')) {
			throw RegisterProblem.notText();
		}
		return new CsvRows(Files.newInputStream(file));
	}

	/** The connection cannot give parts while it takes rows: they come from a file. */
	private Path content(ImportId id) throws IOException {
		Path file = Files.createTempFile("register", ".import");
		try (OutputStream out = Files.newOutputStream(file)) {
			int part = 0;
			Optional<byte[]> content = part(id, part);
			while (content.isPresent()) {
				out.write(content.get());
				content = part(id, ++part);
			}
		}
		return file;
	}

	private Optional<byte[]> part(ImportId id, int part) {
		return this.jdbc.sql("select content from register_import_part where import_id = :id and part = :part")
			.param("id", id)
			.param("part", part)
			.query((rs, row) -> rs.getBytes(1))
			.optional();
	}

	private static boolean startsWith(byte[] beginning, int... expected) {
		for (int i = 0; i < expected.length; i++) {
			if (i >= beginning.length || (beginning[i] & 0xFF) != expected[i]) {
				return false;
			}
		}
		return true;
	}

	/** Seen by others at once: it is not part of what is being done. */
	private void progress(ImportId id, int rows) {
		this.besides.executeWithoutResult((status) -> this.jdbc.sql("""
				insert into register_import_progress (import_id, rows_read) values (:id, :rows)
				on conflict (import_id) do update set rows_read = excluded.rows_read""")
			.param("id", id)
			.param("rows", rows)
			.update());
	}

	/** The file is forgotten, so it cannot be read in another way either. */
	private void fail(ImportId id, RegisterProblem problem) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					update register_import set state = 'FAILED', problem = :problem, headings = '[]',
						problem_arguments = cast(:arguments as jsonb)
					where id = :id""")
				.param("problem", problem.messageKey())
				.param("arguments", write(problem.arguments()))
				.param("id", id)
				.update();
			forgetContent(id);
		});
	}

	private boolean retry(ImportId id, RuntimeException fault) {
		// the class says enough: a message could hold what stands in the file
		log.warn("The file {} could not be read into the register ({})", id, fault.getClass().getName());
		int tries = this.transaction.execute(
				(status) -> this.jdbc.sql("update register_import set tries = tries + 1 where id = :id returning tries")
					.param("id", id)
					.query(Integer.class)
					.single());
		if (tries >= MOST_TRIES) {
			fail(id, RegisterProblem.importFailed());
			return true;
		}
		return false;
	}

	private void forgetContent(ImportId id) {
		this.jdbc.sql("delete from register_import_part where import_id = :id").param("id", id).update();
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.thread.shutdown();
		this.thread.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
	}

	private record Waiting(ImportId id, String authorityId, String accountId, ImportFile.State state,
			@Nullable String columns, boolean withoutHeadings) {
	}

	/** A table whose first row has been looked at, and is one like the others. */
	private static final class RowsAfter implements TableRows {

		private final TableRows others;

		private TableRows.@Nullable Row first;

		RowsAfter(TableRows.Row first, TableRows others) {
			this.first = first;
			this.others = others;
		}

		@Override
		public TableRows.@Nullable Row next() throws IOException {
			TableRows.Row next = (this.first != null) ? this.first : this.others.next();
			this.first = null;
			return next;
		}

		@Override
		public void close() throws IOException {
			this.others.close();
		}

	}

}
