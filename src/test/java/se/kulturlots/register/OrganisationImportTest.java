package se.kulturlots.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Sheets;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class OrganisationImportTest {

	private static final Path FILES = Path.of("src/test/resources/register");

	@Autowired
	OrganisationImports imports;

	@Autowired
	ImportWorker worker;

	@Autowired
	ImportedRows rows;

	@Autowired
	ContactLog contacts;

	@Autowired
	OrganisationExport export;

	@Autowired
	Organisations organisations;

	@Autowired
	Register register;

	@Autowired
	Municipalities municipalities;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Authorities allAuthorities;

	@Autowired
	AppClock clock;

	@Autowired
	OrganisationChanges changes;

	@Autowired
	JdbcClient jdbc;

	String authority;

	ImportId last;

	@BeforeEach
	void uppsala() {
		this.authority = region();
	}

	@Test
	void allThreeEncodingsOfTheRegisterGiveTheSame() throws IOException {
		List<ImportReport> reports = new ArrayList<>();
		List<List<OrganisationDetails>> results = new ArrayList<>();
		for (String name : List.of("utf8bom-semicolon", "utf8-comma", "latin1-semicolon")) {
			String region = region();
			reports.add(run(region, file(name)));
			results.add(details(region));
		}
		assertThat(reports.get(1)).isEqualTo(reports.get(0));
		assertThat(reports.get(2)).isEqualTo(reports.get(0));
		assertThat(results.get(1)).isEqualTo(results.get(0));
		assertThat(results.get(2)).isEqualTo(results.get(0));
	}

	@Test
	void everyRowOfTheRegisterIsAccountedFor() throws IOException {
		ImportReport report = run(this.authority, file("utf8bom-semicolon"));
		assertThat(report.read()).isEqualTo(631);
		assertThat(report.refused()).isEqualTo(1);
		assertThat(report.added() + report.joined() + report.refused()).isEqualTo(631);
		assertThat(report.joined()).isGreaterThan(20);
		assertThat(details(this.authority)).hasSize(report.added())
			.allSatisfy((it) -> assertThat(it.municipalityCode()).isNotNull())
			.extracting(OrganisationDetails::name)
			.contains("=HYPERLINK(\"http://x.example\";\"klicka\")", "Förening med \"citat\"; och semikolon",
					"Radbrytande förening");
		assertThat(notes()).contains("badNumber", "repairedEmail", "placesDiffer");
	}

	@Test
	void theSameFileAgainChangesNothing() throws IOException {
		byte[] file = file("utf8bom-semicolon");
		ImportReport first = run(this.authority, file);
		List<Organisation> before = this.organisations.active(this.authority);
		ImportReport second = run(this.authority, file);
		assertThat(second.added()).isZero();
		assertThat(second.updated()).isZero();
		assertThat(second.unchanged()).isEqualTo(first.added());
		assertThat(this.organisations.active(this.authority)).isEqualTo(before);
	}

	@Test
	void jumbledFilesAgainChangeNothing() {
		Random random = new Random(20261122);
		for (int file = 0; file < 40; file++) {
			StringBuilder rows = new StringBuilder("Namn;Orgnr;Kommun;E-post;Telefon\n");
			for (int row = 0; row < 25; row++) {
				rows.append(one(random, "Alfa", "ALFA ", "Alfa förening", "Beta", "Gamma & Co", "gamma och co"))
					.append(';')
					.append(one(random, "", "", "802102-2945", "8024001234", "802561-7690"))
					.append(';')
					.append(one(random, "Heby", "Tierp"))
					.append(';')
					.append(one(random, "", "a@alfa.example", "B@beta.example"))
					.append(';')
					.append(one(random, "", "070-174 06 05", "070-174 06 99"))
					.append('\n');
			}
			String region = region();
			run(region, bytes(rows.toString()));
			ImportReport again = run(region, bytes(rows.toString()));
			assertThat(again.added() + again.updated()).as(rows.toString()).isZero();
		}
	}

	@Test
	void aPreviewChangesNothingAndTellsWhatWouldHappen() throws IOException {
		ImportId id = read(this.authority, file("utf8-comma"));
		ImportReport preview = this.rows.report(id);
		List<ImportedRows.Row> firstRows = this.rows.of(id, ImportedRows.Which.ALL, 0);
		assertThat(this.organisations.active(this.authority)).isEmpty();
		this.imports.confirm(this.authority, id, 1);
		this.worker.run();
		assertThat(this.rows.report(id)).isEqualTo(preview);
		assertThat(this.rows.of(id, ImportedRows.Which.ALL, 0)).extracting(ImportedRows.Row::outcome)
			.isEqualTo(firstRows.stream().map(ImportedRows.Row::outcome).toList());
	}

	@Test
	void valuesAreCleaned() {
		run("""
				Föreningens namn;Org.nr;Typ av förening;Inriktning;Postnummer;Postort;E-postadress;Mobil;Telefon;Hemsida;Kontaktperson;Språk
				\u202E Heby\u0000\t kör ;16802102-2945;Kulturförening;Musik;SE-744 31;HEBY;"Kören <KOR@Heby.example>; b@heby.example";;070 1740605 (kväll);heby.example;Ada\tBok;finska
				"""
			.replace("\u0000", ""));
		assertThat(details(this.authority)).containsExactly(
				new OrganisationDetails("Heby kör", "802102-2945", Sector.MUSIC, "Kulturförening", "0331", "74431",
						"Heby", "KOR@heby.example", "+46701740605", "https://heby.example", "Ada Bok", "fi", null));
	}

	@Test
	void whatCannotBeUsedIsLeftOutWithAWarning() {
		run("Namn;Orgnr;Postnr;Ort;E-post;Telefon;Webbplats\nA;1234567890;7x;Ingenstans;a@;12;x y\n");
		assertThat(details(this.authority)).containsExactly(new OrganisationDetails("A", null, Sector.OTHER, null, null,
				null, "Ingenstans", null, null, null, null, "sv", null, "1234567890"));
		assertThat(notes()).containsExactlyInAnyOrder("badNumber", "badPostalCode", "municipalityUnknown", "badEmail",
				"badPhone", "badWebsite");
		assertThat(all(ImportedRows.Which.MARKED)).singleElement()
			.satisfies((row) -> assertThat(row.notes()).flatExtracting(ImportNote::arguments)
				.contains("1234567890", "7x", "a@", "12", "x y"));
	}

	@Test
	void theMunicipalityIsReadFromPostalCodeOrPlace() {
		run("""
				Namn;Kommun;Postnr;Ort
				A;Tierps kommun;75310;Uppsala
				B;;75310;Okänd
				C;;;Älvkarleby
				D;0331;;
				E;;;Almunge
				""".replace("Tierps", "Tierp"));
		assertThat(details(this.authority)).extracting(OrganisationDetails::municipalityCode)
			.containsExactly("0360", "0380", "0319", "0331", "0380");
	}

	@Test
	void oneOrganisationInSeveralRowsIsOne() {
		ImportReport report = run("""
				Namn;Orgnr;Kommun;E-post;Telefon
				Heby kulturförening;;Heby;info@heby.example;
				HEBY KULTURFÖRENING ;802102-2945;Heby;annan@heby.example;070-174 06 05
				Heby kulturförening;;Tierp;info@heby.example;
				Teatern;;Heby;info@heby.example;
				""");
		assertThat(report).isEqualTo(new ImportReport(4, 3, 0, 0, 1, 0, 0, 0, 3));
		assertThat(details(this.authority)).extracting(OrganisationDetails::name)
			.containsExactly("Heby kulturförening", "Heby kulturförening", "Teatern");
		assertThat(details(this.authority).get(0))
			.extracting(OrganisationDetails::organisationNumber, OrganisationDetails::email, OrganisationDetails::phone)
			.containsExactly("802102-2945", "info@heby.example", "+46701740605");
		assertThat(all(ImportedRows.Which.JOINED)).singleElement().satisfies((row) -> {
			assertThat(row.notes()).containsExactly(ImportNote.of("sameAsRow", 2));
			assertThat(row.differences())
				.containsExactly(new Difference("email", "info@heby.example", "annan@heby.example"));
		});
		assertThat(notes()).contains("sameEmail");
	}

	@Test
	void rowsThatShareANumberAreOneOnlyWithOneNameInOneMunicipality() throws IOException {
		ImportReport report = run(trouble("shared-number"));
		assertThat(report.added()).isEqualTo(7);
		assertThat(report.joined()).isEqualTo(1);
		assertThat(details(this.authority)).extracting(OrganisationDetails::name)
			.containsExactly("Ekbacka kommun", "Ekbacka bibliotek", "Kulturskolan i Ekbacka", "Fritidsgården Gläntan",
					"Studieförbundet Lönnen Syd", "Studieförbundet Lönnen Nord", "Ekbacka Hembygdsförening");
		assertThat(all(ImportedRows.Which.NEW)).filteredOn((row) -> row.number() < 8)
			.allSatisfy((row) -> assertThat(row.notes()).extracting(ImportNote::key).containsExactly("sameNumber"));
		assertThat(all(ImportedRows.Which.NEW).get(1).notes().get(0).arguments()).as("the other one is named")
			.isNotEmpty()
			.doesNotContain("Ekbacka bibliotek");
		ImportReport again = run(trouble("shared-number"));
		assertThat(again.unchanged()).isEqualTo(7);
		assertThat(again.joined()).isEqualTo(1);
	}

	@Test
	void aRowWithoutANumberIsTheOnlyOneOfItsNameAndNobodyOfSeveral() {
		run("Namn;Orgnr;Kommun\nA;802102-2945;Heby\n");
		assertThat(run("Namn;Orgnr;Kommun\nA;;Heby\n").unchanged()).isEqualTo(1);
		assertThat(run("Namn;Orgnr;Kommun\nA;802561-7690;Heby\n").added()).isEqualTo(1);
		assertThat(notes()).containsExactly("severalNumbers");
		assertThat(run("Namn;Orgnr;Kommun\nA;;Heby\n").added()).isEqualTo(1);
		assertThat(run("Namn;Orgnr;Kommun\nA;;Heby\nA;802561-7690;Heby\n").unchanged()).isEqualTo(2);
		assertThat(details(this.authority)).hasSize(3);
	}

	@Test
	void aNumberComesToTheOneThatHasNone() {
		run("Namn;Orgnr;Kommun\nA;;Heby\n");
		assertThat(run("Namn;Orgnr;Kommun\nA;802102-2945;Heby\n").updated()).isEqualTo(1);
		assertThat(details(this.authority)).extracting(OrganisationDetails::organisationNumber)
			.containsExactly("802102-2945");
	}

	@Test
	void oneAddressIsNotOneOrganisation() throws IOException {
		assertThat(run(trouble("section-merged")).added()).isEqualTo(2);
		assertThat(notes()).containsExactly("sameEmail");
		assertThat(run(trouble("shared-email")).added()).isEqualTo(2);
	}

	@Test
	void everyRowAndEveryNameIsAccountedFor() {
		Random random = new Random(20261201);
		for (int file = 0; file < 20; file++) {
			StringBuilder text = new StringBuilder("Namn;Orgnr;Kommun;E-post;Telefon;Verksamhet\n");
			List<String> names = new ArrayList<>();
			int count = 1 + random.nextInt(60);
			for (int row = 0; row < count; row++) {
				String name = one(random, "", "Alfa", "ALFA ", "Beta & Co", "beta och co", "'=1+1", "\"Gamma",
						"Delta\"", "Kim 19121212-1212", "é" + row, "x".repeat(250));
				names.add(name);
				text.append(name)
					.append(';')
					.append(one(random, "", "802102-2945", "8025617690", "1234", "121212-1212"))
					.append(';')
					.append(one(random, "", "Heby", "Tierps kommun", "382", "Ingenstans"))
					.append(';')
					.append(one(random, "", "a@alfa.example", "åsa@alfa.example", "A@ALFA.example"))
					.append(';')
					.append(one(random, "", "070-174 06 05", "112"))
					.append(';')
					.append(one(random, "", "Musik", "Trossamfund"))
					.append('\n');
			}
			ImportReport report = run(text.toString());
			assertThat(report.added() + report.updated() + report.unchanged() + report.joined() + report.refused())
				.as(text.toString())
				.isEqualTo(report.read())
				.isEqualTo(count);
			assertThat(all(ImportedRows.Which.ALL)).hasSize(count);
			List<String> told = all(ImportedRows.Which.ALL).stream().map(ImportedRows.Row::name).toList();
			for (int row = 0; row < count; row++) {
				String said = names.get(row)
					.replaceFirst("^\"", "")
					.replace(" 19121212-1212", "")
					.replace("'=", "=")
					.strip();
				assertThat(told.get(row)).isEqualTo(said);
			}
			assertThat(stored()).doesNotContain("121212-1212", "1212121212");
		}
	}

	private String stored() {
		return String.join("\n",
				this.jdbc.sql("""
						select to_jsonb(o)::text from organisation o where authority_id = :authority
						union all select to_jsonb(r)::text from register_import_row r
							join register_import i on i.id = r.import_id where i.authority_id = :authority
						union all select to_jsonb(t)::text from register_import_outcome t
							join register_import i on i.id = t.import_id where i.authority_id = :authority
						union all select encode(p.content, 'escape') from register_import_part p
							join register_import i on i.id = p.import_id where i.authority_id = :authority""")
					.param("authority", this.authority)
					.query(String.class)
					.list());
	}

	@Test
	void anotherNumberIsAnotherOrganisation() {
		run("Namn;Orgnr;Kommun\nA;802102-2945;Heby\nA;802561-7690;Heby\n");
		assertThat(details(this.authority)).hasSize(2);
	}

	@Test
	void nothingIsOverwrittenUnlessAnOfficerTakesIt() {
		run("Namn;Kommun;E-post\nA;Heby;gammal@a.example\nB;Heby;gammal@b.example\nC;Heby;c@c.example\n");
		byte[] newer = bytes(
				"Namn;Kommun;E-post;Telefon\nA;Heby;ny@a.example;070-174 06 05\nB;Heby;ny@b.example;\nC;Heby;C@c.example;\n");
		this.last = read(this.authority, newer);
		ImportReport preview = this.rows.report(this.last);
		assertThat(preview.differing()).isEqualTo(2);
		assertThat(preview.updated()).as("the telephone number fills a gap").isEqualTo(1);
		assertThat(all(ImportedRows.Which.DIFFERING)).extracting(ImportedRows.Row::differences)
			.containsExactly(List.of(new Difference("email", "gammal@a.example", "ny@a.example")),
					List.of(new Difference("email", "gammal@b.example", "ny@b.example")));
		this.imports.choose(this.authority, this.last, 1, 3, true);
		assertThat(this.rows.report(this.last)).extracting(ImportReport::updated, ImportReport::taken)
			.containsExactly(2, 1);
		this.imports.confirm(this.authority, this.last, 1);
		this.worker.run();
		assertThat(details(this.authority)).extracting(OrganisationDetails::email)
			.containsExactly("gammal@a.example", "ny@b.example", "c@c.example");
		assertThat(details(this.authority).get(0).phone()).isEqualTo("+46701740605");
		Organisation changed = this.organisations.active(this.authority).get(1);
		assertThat(this.changes.of(this.authority, changed.id())).singleElement().satisfies((change) -> {
			assertThat(change.actor()).isEqualTo("officer");
			assertThat(change.difference()).isEqualTo(new Difference("email", "gammal@b.example", "ny@b.example"));
		});
	}

	@Test
	void whatIsTakenForAllIsNotTakenWhereTheRegisterHasChangedSince() {
		run("Namn;Kommun;E-post\nA;Heby;gammal@a.example\nB;Heby;gammal@b.example\n");
		this.last = read(this.authority, bytes("Namn;Kommun;E-post\nA;Heby;ny@a.example\nB;Heby;ny@b.example\n"));
		this.imports.chooseAll(this.authority, this.last, 1, true);
		Organisation first = this.organisations.active(this.authority).get(0);
		this.register.change(this.authority, first.id(), first.version(), first.details().withEmail("ratt@a.example"));
		this.imports.confirm(this.authority, this.last, 1);
		this.worker.run();
		assertThat(details(this.authority)).extracting(OrganisationDetails::email)
			.containsExactly("ratt@a.example", "ny@b.example");
	}

	@Test
	void columnsAreReadAsSomebodySaysAndSoIsTheNextFileOfTheSameHeadings() {
		byte[] file = bytes("Namn;Kontakt;Anmärkning;Sektor\nKören;Kim;kor@a.example;Musik\n");
		ImportId id = read(this.authority, file);
		assertThat(this.imports.get(this.authority, id).headings()).containsExactly(
				new ImportFile.Heading("Namn", "NAME"), new ImportFile.Heading("Kontakt", "CONTACT"),
				new ImportFile.Heading("Anmärkning", null), new ImportFile.Heading("Sektor", "ACTIVITY"));
		this.imports.readAs(this.authority, id, List.of("NAME", "", "EMAIL", "ACTIVITY"), false);
		this.worker.run();
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.confirm(this.authority, id, 1))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.readAnew");
		assertThatExceptionOfType(RegisterProblem.class)
			.isThrownBy(() -> this.imports.chooseAll(this.authority, id, 1, true))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.readAnew");
		this.imports.confirm(this.authority, id, 2);
		this.worker.run();
		assertThat(details(this.authority)).singleElement()
			.extracting(OrganisationDetails::email, OrganisationDetails::contactName)
			.containsExactly("kor@a.example", null);
		ImportId next = read(this.authority, bytes("NAMN;kontakt;anmärkning;sektor\nTeatern;Ada;t@b.example;Dans\n"));
		assertThat(this.rows.of(next, ImportedRows.Which.ALL, 0)).singleElement()
			.extracting(ImportedRows.Row::email)
			.isEqualTo("t@b.example");
		String other = region();
		assertThat(this.imports.get(other, read(other, file)).unusedHeadings()).containsExactly("Anmärkning");
		assertThatExceptionOfType(RegisterProblem.class)
			.isThrownBy(() -> this.imports.readAs(other, next, List.of("NAME"), false))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.unknownImport");
	}

	@Test
	void aFileWithoutAKnownNameIsReadWhenSomebodySaysWhichColumnItIs() {
		ImportId id = receive(this.authority, bytes("Vem;;Var\nKören;x;Heby\n"));
		this.worker.run();
		ImportFile failed = this.imports.get(this.authority, id);
		assertThat(failed.state()).isEqualTo(ImportFile.State.FAILED);
		assertThat(failed.headings()).hasSize(3);
		for (List<String> wrong : List.of(List.of("", "", "MUNICIPALITY"), List.of("NAME", "NAME"),
				List.of("x", "", "", "NAME"))) {
			assertThatExceptionOfType(RegisterProblem.class)
				.isThrownBy(() -> this.imports.readAs(this.authority, id, wrong, false))
				.extracting(RegisterProblem::messageKey)
				.isEqualTo("register.problem.oneNameColumn");
		}
		this.imports.readAs(this.authority, id, List.of("NAME", "", "MUNICIPALITY"), false);
		this.worker.run();
		this.imports.confirm(this.authority, id, 1);
		this.worker.run();
		assertThat(details(this.authority)).singleElement()
			.extracting(OrganisationDetails::name, OrganisationDetails::municipalityCode)
			.containsExactly("Kören", "0331");
		assertThat(this.jdbc.sql("select count(*) from register_import_part where import_id = :id")
			.param("id", id)
			.query(Integer.class)
			.single()).isZero();
		assertThatExceptionOfType(RegisterProblem.class)
			.isThrownBy(() -> this.imports.readAs(this.authority, id, List.of("NAME"), false))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.notToConfirm");
	}

	@Test
	void withoutARowOfHeadingsTheFirstRowIsOneLikeTheOthersAndNothingIsRemembered() {
		byte[] file = bytes("Kören;Kim 19121212-1212;Heby\nTeatern;x;Tierp\n");
		ImportId id = receive(this.authority, file);
		this.worker.run();
		assertThat(this.imports.get(this.authority, id).headings()).extracting(ImportFile.Heading::text)
			.containsExactly("Kören", "Kim", "Heby");
		this.imports.readAs(this.authority, id, List.of("NAME", "", "MUNICIPALITY"), true);
		this.worker.run();
		assertThat(this.imports.get(this.authority, id).headings()).extracting(ImportFile.Heading::text)
			.containsOnly("");
		this.imports.confirm(this.authority, id, 1);
		this.worker.run();
		assertThat(details(this.authority)).extracting(OrganisationDetails::name, OrganisationDetails::municipalityCode)
			.containsExactly(phone("Kören", "0331"), phone("Teatern", "0360"));
		assertThat(this.jdbc.sql("select count(*) from register_headings where authority_id = :authority")
			.param("authority", this.authority)
			.query(Integer.class)
			.single()).isZero();
		ImportId again = receive(this.authority, file);
		this.worker.run();
		this.imports.readAs(this.authority, again, List.of("NAME", "", ""), true);
		this.worker.run();
		this.imports.readAs(this.authority, again, List.of("NAME", "", ""), false);
		this.worker.run();
		assertThat(this.rows.report(again).read()).as("without the row of headings").isEqualTo(1);
	}

	@Test
	void aFileThatIsGoneIsNotOfferedToBeReadInAnotherWay() {
		ImportId id = read(this.authority, bytes("Namn;Typ\nA;x\n"));
		this.jdbc.sql("update register_import_part set content = :content where import_id = :id")
			.param("content", bytes("Namn\n\0\0\0"))
			.param("id", id)
			.update();
		this.imports.readAs(this.authority, id, List.of("NAME", ""), false);
		this.worker.run();
		ImportFile failed = this.imports.get(this.authority, id);
		assertThat(failed.state()).isEqualTo(ImportFile.State.FAILED);
		assertThat(failed.headings()).isEmpty();
	}

	@Test
	void columnsThatAreNotShownAreReadAsBefore() {
		List<String> shown = new ArrayList<>(Collections.nCopies(ImportFile.MOST_CHOSEN, ""));
		ImportId id = read(this.authority,
				bytes("x;".repeat(100) + "Namn;E-post\n" + "Kören;".repeat(101) + "a@b.example\n"));
		ImportFile file = this.imports.get(this.authority, id);
		assertThat(file.columnsAfter(shown)).containsExactly("NAME", "EMAIL");
		shown.set(3, "NAME");
		assertThat(file.columnsAfter(shown)).containsExactly("", "EMAIL");
	}

	@Test
	void anImportIsUndoneAsAWhole() {
		run("Namn;Kommun;E-post\nA;Heby;gammal@a.example\n");
		List<OrganisationDetails> before = details(this.authority);
		this.last = read(this.authority, bytes("Namn;Kommun;E-post\nA;Heby;ny@a.example\nB;Heby;b@b.example\n"));
		this.imports.chooseAll(this.authority, this.last, 1, true);
		this.imports.confirm(this.authority, this.last, 1);
		this.worker.run();
		assertThat(details(this.authority)).hasSize(2);
		this.imports.undo(this.authority, this.last);
		assertThat(details(this.authority)).isEqualTo(before);
		assertThat(this.imports.get(this.authority, this.last).state()).isEqualTo(ImportFile.State.UNDONE);
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.undo(this.authority, this.last));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anImportOfWhomStaffHaveNotedSomethingStays(boolean contact) {
		run("Namn;Kommun\nA;Heby\n");
		Organisation one = this.organisations.active(this.authority).get(0);
		if (contact) {
			this.contacts.note(this.authority, one.id(), UUID.randomUUID(),
					new ContactLog.Contact(ContactLog.Kind.CALL, LocalDate.of(2026, 1, 1), null, null));
		}
		else {
			this.register.mayWrite(this.authority, one.id(), false);
		}
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.undo(this.authority, this.last))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.builtOn");
		assertThat(details(this.authority)).hasSize(1);
	}

	@Test
	void anImportThatSomethingIsBuiltOnStays() {
		run("Namn;Kommun\nA;Heby\nB;Heby\n");
		Organisation one = this.organisations.active(this.authority).get(0);
		this.register.change(this.authority, one.id(), one.version(), one.details().withEmail("a@a.example"));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.undo(this.authority, this.last))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.builtOn");
		assertThat(details(this.authority)).hasSize(2);
	}

	@Test
	void addressesAreRightOrNamed() throws IOException {
		run(trouble("undeliverable-local-part"));
		assertThat(details(this.authority)).extracting(OrganisationDetails::email).containsOnlyNulls();
		assertThat(all(ImportedRows.Which.MARKED).get(0).notes())
			.containsExactly(ImportNote.of("badEmail", "åsa@visforening.example"));
		run("Namn;E-post\nSjögården;info@xn--sjgrd-ora1j.example\nOsynliga;in\u200Bfo@osynlig.example\n");
		assertThat(details(this.authority)).extracting(OrganisationDetails::email)
			.contains("info@sjögård.example", "info@osynlig.example");
	}

	@Test
	void phonesAreRightOrNamed() throws IOException {
		run(trouble("phones"));
		String enkoping = "+46171123456";
		String mobile = "+46701740605";
		assertThat(details(this.authority)).extracting(OrganisationDetails::name, OrganisationDetails::phone)
			.contains(phone("T1", enkoping), phone("T2", enkoping), phone("T3", enkoping), phone("T4", mobile),
					phone("T5", null), phone("T6", null), phone("T7", enkoping), phone("T8", enkoping),
					phone("T9", null), phone("T10", enkoping), phone("T11", enkoping), phone("T12", mobile),
					phone("T13", mobile), phone("T15", null), phone("T16", null));
		assertThat(all(ImportedRows.Which.MARKED)).extracting(ImportedRows.Row::name)
			.contains("T5", "T6", "T9", "T15", "T16");
		assertThat(all(ImportedRows.Which.MARKED).get(0).notes()).contains(ImportNote.of("badPhone", "112"));
	}

	private static org.assertj.core.groups.Tuple phone(String name, String phone) {
		return org.assertj.core.groups.Tuple.tuple(name, phone);
	}

	@Test
	void municipalitiesAreFoundAsPeopleWriteThem() throws IOException {
		run(trouble("municipalities"));
		assertThat(details(this.authority)).extracting(OrganisationDetails::municipalityCode)
			.containsExactly("0381", "0380", "0180", "0305", "0360", "0382", "1480", "0380", "0380", "0380", null,
					"0331", "0331", "0380", null, "0380");
	}

	@Test
	void whatSpreadsheetsDoToAFileIsUndone() throws IOException {
		run(trouble("excel-text-formula"));
		assertThat(details(this.authority))
			.containsExactly(OrganisationDetails.of("Lönns Hembygdsförening", Sector.HERITAGE)
				.withOrganisationNumber("802102-2945")
				.withMunicipality("0380")
				.filledFrom(new OrganisationDetails("x", null, Sector.OTHER, null, null, null, null, null,
						"+46701234567", null, null, "sv", null)));
		run(trouble("sep-line"));
		assertThat(all(ImportedRows.Which.NEW)).extracting(ImportedRows.Row::name).containsExactly("Paddad");
		run("\"sep=,\"\nNamn,Kommun\n\"A; B\",Heby\n");
		assertThat(all(ImportedRows.Which.NEW)).extracting(ImportedRows.Row::name).containsExactly("A; B");
	}

	@Test
	void aRowInAnotherEncodingIsReadRightAndNamed() throws IOException {
		run(this.authority, Files.readAllBytes(FILES.resolve("trouble/mixed-encoding.csv")));
		assertThat(details(this.authority)).extracting(OrganisationDetails::name)
			.containsExactly("Kulturföreningen Åäö Ask", "Blåsorkestern Sälen", "Hembygdsföreningen Ång");
		assertThat(all(ImportedRows.Which.MARKED)).singleElement()
			.satisfies((row) -> assertThat(row.notes()).containsExactly(ImportNote.of("otherEncoding")));
	}

	@Test
	void aStrayQuotationMarkSwallowsNothing() throws IOException {
		run(trouble("stray-quotes"));
		assertThat(details(this.authority)).extracting(OrganisationDetails::name, OrganisationDetails::email)
			.containsExactly(phone("Andra", "andra@a02.example"), phone("Tredje", "tredje@a02.example"),
					phone("Fjärde", "fjarde@a02.example"));
		assertThat(all(ImportedRows.Which.MARKED)).extracting(ImportedRows.Row::name)
			.containsExactly("Andra", "Fjärde");
	}

	@Test
	void aColumnThatNobodyUsesDoesNoHarm() throws IOException {
		assertThat(run(trouble("long-unused-column")).added()).isEqualTo(2);
		assertThat(this.imports.get(this.authority, this.last).unusedHeadings()).containsExactly("Beskrivning");
	}

	@Test
	void aPersonIsNoOrganisation() throws IOException {
		ImportReport report = run(trouble("two-name-columns"));
		assertThat(report.added()).isEqualTo(1);
		assertThat(report.refused()).isEqualTo(1);
		assertThat(details(this.authority)).extracting(OrganisationDetails::name).containsExactly("Förening C");
	}

	@Test
	void priorityGroupsComeWithAFile() {
		run("Namn;Kommun;Prioriterad grupp\nA;Heby;Nationella minoriteter\nB;Heby;Okänd\nC;Heby;\n");
		assertThat(details(this.authority)).extracting(OrganisationDetails::priorityGroup)
			.containsExactly(PriorityGroup.NATIONAL_MINORITIES, null, null);
		assertThat(notes()).contains("badPriorityGroup");
	}

	@Test
	void filesThatAreNoRegisterAreRefusedWithTheReason() {
		refused(bytes("a;b;c\n1;2;3\n"), "noNameColumn");
		refused(bytes("%PDF-1.7"), "notText");
		refused(bytes("Namn\n\0\0\0"), "notText");
		refused(bytes("\uFEFF \n\n"), "emptyFile");
		refused(bytes("PK\u0003\u0004 cut off"), "unreadable");
		refused(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0 }, "oldWorkbook");
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> receive(this.authority, new byte[0]))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.emptyFile");
		run("Namn;" + "x;".repeat(200) + "\nA;" + "y;".repeat(200) + "\n");
		assertThat(details(this.authority)).hasSize(1);
	}

	@Test
	void workbooksAreRead() throws IOException {
		run(this.authority,
				Workbooks.of(List.of("Namn", "Orgnr", "Telefon", "Kommun"),
						List.of("Kören", "802102-2945", "701740605", "Heby"), List.of("", "", "", ""),
						List.of("Teatern", "8025617690", "", "0360")));
		assertThat(details(this.authority))
			.extracting(OrganisationDetails::name, OrganisationDetails::organisationNumber, OrganisationDetails::phone,
					OrganisationDetails::municipalityCode)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Kören", "802102-2945", "+46701740605", "0331"),
					org.assertj.core.groups.Tuple.tuple("Teatern", "802561-7690", null, "0360"));
		assertThat(all(ImportedRows.Which.NEW)).extracting(ImportedRows.Row::number).containsExactly(2, 4);
	}

	@Test
	void workbooksThatHoldTooMuchOrPointElsewhereAreRefused() throws IOException {
		refused(Workbooks.bomb(700), "tooMuchInFile");
		refused(Workbooks.withEntity("file:///etc/hostname"), "unreadable");
		byte[] whole = Workbooks.of(List.of("Namn"), List.of("Kören"));
		refused(Arrays.copyOf(whole, whole.length / 2), "unreadable");
	}

	@Test
	void aFileThatAProcessLeftHalfReadIsReadByTheNext() {
		ImportId id = new ImportId(UUID.randomUUID());
		// as it stands after a process was killed: received, with nothing done
		this.jdbc.sql("""
				insert into register_import (id, authority_id, account_id, file_name, state, created_at, expires_at)
				values (:id, :authority, 'officer', 'a.csv', 'READING', now(), now() + interval '1 day')""")
			.param("id", id)
			.param("authority", this.authority)
			.update();
		this.jdbc.sql("insert into register_import_part (import_id, part, content) values (:id, 0, :content)")
			.param("id", id)
			.param("content", bytes("Namn\nA\n"))
			.update();
		this.worker.run();
		assertThat(this.imports.get(this.authority, id).state()).isEqualTo(ImportFile.State.READ);
	}

	@Test
	void aFileThatIsNotConfirmedIsForgottenAfterADayThoughNoOtherComes() {
		ImportId id = read(this.authority, bytes("Namn;Telefon\nA;070-174 06 05\n"));
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(1)));
		this.worker.run();
		assertThat(this.jdbc.sql("select count(*) from register_import_row where import_id = :id")
			.param("id", id)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void theReportIsDownloadedWithEveryRow() throws IOException {
		run(this.authority, file("utf8-comma"));
		String file = Sheets.csv((sheet) -> this.rows.write(this.last, Locale.forLanguageTag("sv"), sheet));
		assertThat(file).startsWith("\uFEFFRad;Namn;").contains("Kommer inte med");
		assertThat(file.lines().filter((line) -> line.matches("\\d+;.*"))).hasSize(631);
	}

	@Test
	void whatWasRemovedStaysAway() {
		Organisation removed = this.register.add(this.authority,
				OrganisationDetails.of("A", Sector.MUSIC).withMunicipality("0331"));
		this.register.remove(this.authority, removed.id());
		ImportReport report = run("Namn;Kommun\nA;Heby\n");
		assertThat(report.refused()).isEqualTo(1);
		assertThat(details(this.authority)).isEmpty();
	}

	@Test
	void rowsWithoutAUsableNameAreRefusedWithTheReason() {
		run("Namn;Ort\n;Heby\n" + "x".repeat(201) + ";Heby\nB;" + "y".repeat(2001) + "\nC;Heby");
		assertThat(all(ImportedRows.Which.REFUSED))
			.extracting(ImportedRows.Row::number, (row) -> row.notes().get(0).key())
			.containsExactly(org.assertj.core.groups.Tuple.tuple(2, "noName"),
					org.assertj.core.groups.Tuple.tuple(3, "nameTooLong"));
		assertThat(details(this.authority)).extracting(OrganisationDetails::name).containsExactly("B", "C");
		assertThat(notes()).contains("tooLong");
	}

	@Test
	void naughtyNamesAreStoredAndFoundAgain() throws IOException {
		List<String> names = List.of(new ObjectMapper()
			.readValue(Path.of("src/test/resources/naughty/blns/blns.json").toFile(), String[].class));
		StringBuilder file = new StringBuilder("Namn;Kommun\n");
		names.forEach(
				(name) -> file.append('"').append(name.replace("\"", "\"\"").replace("\0", "")).append("\";Heby\n"));
		ImportReport first = run(file.toString());
		assertThat(first.added()).isGreaterThan(300);
		ImportReport second = run(file.toString());
		assertThat(second.added() + second.updated()).isZero();
		assertThat(details(this.authority)).allSatisfy((it) -> assertThat(it.name()).doesNotContainPattern("\\p{Cc}"));
	}

	@Test
	void twentyThousandRowsWork() {
		StringBuilder file = new StringBuilder("Namn;Kommun;E-post;Telefon;Verksamhet\n");
		for (int i = 0; i < 20_000; i++) {
			file.append("Förening nummer ")
				.append(i)
				.append(";Heby;info@f")
				.append(i)
				.append(".example;070-174 06 05;Musik\n");
		}
		assertThat(run(file.toString()).added()).isEqualTo(20_000);
		assertThat(run(file.toString()).unchanged()).isEqualTo(20_000);
	}

	@Test
	void theSameFileTwiceAtOnceAddsNothingTwice() throws Exception {
		byte[] file = file("utf8-comma");
		ImportId one = read(this.authority, file);
		ImportId other = read(this.authority, file);
		this.imports.confirm(this.authority, one, 1);
		this.imports.confirm(this.authority, one, 1);
		this.imports.confirm(this.authority, other, 1);
		this.worker.run();
		assertThat(this.rows.report(other).added()).isZero();
		assertThat(details(this.authority)).hasSize(this.rows.report(one).added());
	}

	@Test
	void anExportReadAgainChangesNothing() throws IOException {
		run(this.authority, file("utf8bom-semicolon"));
		run("Namn;Kommun;Orgnr;Telefon;E-post\n=1+1;Heby;123;;\n@snabel;Heby;;+358 50 123 4567;\n-minus;Heby;;;\n");
		List<Organisation> before = this.organisations.active(this.authority);
		for (String language : List.of("sv", "en", "fi")) {
			for (byte[] file : List.of(export(language), workbook(language))) {
				ImportReport report = run(this.authority, file);
				assertThat(report.unchanged()).as(language + report).isEqualTo(report.read()).isEqualTo(before.size());
				assertThat(report.differing()).isZero();
				assertThat(this.organisations.active(this.authority)).isEqualTo(before);
			}
		}
	}

	@Test
	void anExportHoldsNothingThatASpreadsheetWouldCompute() throws IOException {
		run(this.authority, file("utf8bom-semicolon"));
		assertThat(new String(export("sv"), StandardCharsets.UTF_8))
			.startsWith("\uFEFFFöreningsnamn;Organisationsnummer;")
			.contains("\"'=HYPERLINK(");
	}

	@Test
	void aWorkbookHoldsNothingThatASpreadsheetWouldCompute() throws IOException {
		run(this.authority, file("utf8bom-semicolon"));
		Path file = Files.createTempFile("register", ".xlsx");
		Files.write(file, workbook("sv"));
		try (ZipFile zip = new ZipFile(file.toFile())) {
			String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
					StandardCharsets.UTF_8);
			assertThat(sheet).contains("HYPERLINK(").doesNotContain("<f>", ">=HYPERLINK(");
		}
		finally {
			Files.delete(file);
		}
	}

	private byte[] workbook(String language) throws IOException {
		return Sheets.workbook((sheet) -> this.export.write(this.authority, OrganisationFilter.active(),
				Locale.forLanguageTag(language), sheet));
	}

	private byte[] export(String language) throws IOException {
		return bytes(Sheets.csv((sheet) -> this.export.write(this.authority, OrganisationFilter.active(),
				Locale.forLanguageTag(language), sheet)));
	}

	@Test
	void aFileWaitsForADayAndNotForOthers() throws IOException {
		ImportId id = read(this.authority, file("utf8-comma"));
		String other = region();
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.confirm(other, id, 1));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.get(other, id));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.chooseAll(other, id, 1, true));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.undo(other, id));
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(1)));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.confirm(this.authority, id, 1));
		assertThat(details(this.authority)).isEmpty();
	}

	@Test
	void aFinnishAuthorityImportsFinnishFiles() {
		Authority oulu = this.allAuthorities
			.save(new Authority("oulu-" + UUID.randomUUID().toString().substring(0, 8), null, "Pohjois-Pohjanmaa", "FI",
					"Europe/Helsinki", "fi,sv", "Kulttuuri", "kulttuuri@oulu.example", null, "#003580"));
		this.municipalities.cover(oulu.id(),
				this.municipalities.inCounty("FI", "17").stream().map(Municipality::code).toList());
		assertThat(this.municipalities.of(oulu.id())).hasSize(30);
		run(oulu.id(), bytes(
				"Yhdistyksen nimi;Y-tunnus;Kotikunta;Sähköposti;Puhelin;Toimiala\nOulun kuoro;1234567-1;Oulu;kuoro@oulu.example;050 123 4567;Musiikki\n"));
		assertThat(details(oulu.id())).containsExactly(new OrganisationDetails("Oulun kuoro", "1234567-1", Sector.MUSIC,
				"Musiikki", "564", null, null, "kuoro@oulu.example", "+358501234567", null, null, "fi", null));
	}

	private String region() {
		String id = this.authorities.region().id();
		this.municipalities.cover(id,
				this.municipalities.inCounty("SE", "03").stream().map(Municipality::code).toList());
		return id;
	}

	private ImportReport run(String file) {
		return run(this.authority, bytes(file));
	}

	private ImportReport run(String region, byte[] file) {
		this.last = read(region, file);
		this.imports.confirm(region, this.last, 1);
		this.worker.run();
		ImportFile done = this.imports.get(region, this.last);
		assertThat(done.state()).isEqualTo(ImportFile.State.DONE);
		return this.rows.report(this.last);
	}

	private ImportId read(String region, byte[] file) {
		ImportId id = receive(region, file);
		this.worker.run();
		ImportFile read = this.imports.get(region, id);
		assertThat(read.state()).as(String.valueOf(read.problem())).isEqualTo(ImportFile.State.READ);
		return id;
	}

	private ImportId receive(String region, byte[] file) {
		try {
			return this.imports.receive(region, "officer", "register.csv", new ByteArrayInputStream(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void refused(byte[] file, String problem) {
		ImportId id = receive(this.authority, file);
		this.worker.run();
		assertThat(this.imports.get(this.authority, id).problem()).isEqualTo("register.problem." + problem);
		assertThat(details(this.authority)).isEmpty();
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.imports.confirm(this.authority, id, 1));
	}

	private List<ImportedRows.Row> all(ImportedRows.Which which) {
		List<ImportedRows.Row> all = new ArrayList<>();
		for (int page = 0; page * ImportedRows.PAGE_SIZE < this.rows.count(this.last, which); page++) {
			all.addAll(this.rows.of(this.last, which, page));
		}
		return all;
	}

	private List<String> notes() {
		return all(ImportedRows.Which.ALL).stream()
			.flatMap((row) -> row.notes().stream())
			.map(ImportNote::key)
			.distinct()
			.toList();
	}

	private String trouble(String name) throws IOException {
		return Files.readString(FILES.resolve("trouble/" + name + ".csv"));
	}

	private List<OrganisationDetails> details(String region) {
		return this.organisations.active(region).stream().map(Organisation::details).toList();
	}

	private static byte[] file(String name) throws IOException {
		return Files.readAllBytes(FILES.resolve("uppsala-lan-" + name + ".csv"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String one(Random random, String... choices) {
		return choices[random.nextInt(choices.length)];
	}

}
