package se.kulturlots.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class OrganisationImportTest {

	private static final Path FILES = Path.of("src/test/resources/register");

	@Autowired
	OrganisationImport organisationImport;

	@Autowired
	ImportFiles files;

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

	String authority;

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
			reports.add(this.organisationImport.run(region, file(name)));
			results.add(details(region));
		}
		assertThat(reports.get(1)).isEqualTo(reports.get(0));
		assertThat(reports.get(2)).isEqualTo(reports.get(0));
		assertThat(results.get(1)).isEqualTo(results.get(0));
		assertThat(results.get(2)).isEqualTo(results.get(0));
	}

	@Test
	void everyRowOfTheRegisterIsAccountedFor() throws IOException {
		ImportReport report = this.organisationImport.run(this.authority, file("utf8bom-semicolon"));
		assertThat(report.read()).isEqualTo(631);
		assertThat(report.refused()).isEqualTo(1);
		assertThat(report.added() + report.merged() + report.refused()).isEqualTo(631);
		assertThat(report.merged()).isGreaterThanOrEqualTo(68);
		assertThat(details(this.authority)).hasSize(report.added())
			.allSatisfy((it) -> assertThat(it.municipalityCode()).isNotNull())
			.extracting(OrganisationDetails::name)
			.contains("=HYPERLINK(\"http://x.example\";\"klicka\")", "Förening med \"citat\"; och semikolon",
					"Radbrytande förening");
		assertThat(report.notes(ImportNote.Kind.WARNING)).extracting(ImportNote::messageKey)
			.contains("register.import.note.badNumber", "register.import.note.repairedEmail",
					"register.import.note.placesDiffer");
	}

	@Test
	void theSameFileAgainChangesNothing() throws IOException {
		byte[] file = file("utf8bom-semicolon");
		ImportReport first = this.organisationImport.run(this.authority, file);
		List<Organisation> before = this.organisations.active(this.authority);
		ImportReport second = this.organisationImport.run(this.authority, file);
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
			this.organisationImport.run(region, bytes(rows.toString()));
			ImportReport again = this.organisationImport.run(region, bytes(rows.toString()));
			assertThat(again.added() + again.updated()).as(rows.toString()).isZero();
		}
	}

	@Test
	void aPreviewChangesNothingAndTellsWhatWouldHappen() throws IOException {
		byte[] file = file("utf8-comma");
		ImportPreview preview = this.organisationImport.preview(this.authority, file);
		assertThat(this.organisations.active(this.authority)).isEmpty();
		assertThat(preview.sample()).hasSize(20);
		assertThat(this.organisationImport.run(this.authority, file)).isEqualTo(preview.report());
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
		ImportReport report = run(
				"Namn;Orgnr;Postnr;Ort;E-post;Telefon;Webbplats\nA;1234567890;7x;Ingenstans;a@;12;x y\n");
		assertThat(details(this.authority)).containsExactly(OrganisationDetails.of("A", Sector.OTHER)
			.filledFrom(new OrganisationDetails("A", null, Sector.OTHER, null, null, null, "Ingenstans", null, null,
					null, null, "sv", null)));
		assertThat(report.notes()).extracting(ImportNote::row).containsOnly(2);
		assertThat(report.notes()).extracting((note) -> note.messageKey().replace("register.import.note.", ""))
			.containsExactlyInAnyOrder("badNumber", "badPostalCode", "municipalityUnknown", "badEmail", "badPhone",
					"badWebsite");
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
				HEBY KULTURFÖRENING ;;Heby;;070-174 06 05
				Heby kultur;802102-2945;Heby;;
				Kulturföreningen i Heby;802102-2945;;annan@heby.example;
				Heby kulturförening;;Tierp;info@heby.example;
				Teatern;;Heby;info@heby.example;
				""");
		assertThat(report.merged()).isEqualTo(3);
		assertThat(details(this.authority)).extracting(OrganisationDetails::name)
			.containsExactly("Heby kulturförening", "Heby kultur", "Teatern");
		assertThat(details(this.authority).get(0).phone()).isEqualTo("+46701740605");
		assertThat(report.notes(ImportNote.Kind.WARNING)).extracting(ImportNote::messageKey)
			.contains("register.import.note.sameEmail", "register.import.note.otherName",
					"register.import.note.otherMunicipality");
	}

	@Test
	void anotherNumberIsAnotherOrganisation() {
		run("Namn;Orgnr;Kommun\nA;802102-2945;Heby\nA;802561-7690;Heby\n");
		assertThat(details(this.authority)).hasSize(2);
	}

	@Test
	void aNewerFileUpdatesWhatCameFromFiles() {
		run("Namn;Kommun;E-post;Telefon\nA;Heby;gammal@a.example;070-174 06 05\n");
		ImportReport report = run("Namn;Kommun;E-post;Telefon\nA;Heby;ny@a.example;\n");
		assertThat(report.updated()).isEqualTo(1);
		assertThat(details(this.authority).get(0)).extracting(OrganisationDetails::email, OrganisationDetails::phone)
			.containsExactly("ny@a.example", "+46701740605");
	}

	@Test
	void whatAPersonHasCheckedIsOnlyFilledUp() {
		this.register.add(this.authority,
				OrganisationDetails.of("A", Sector.MUSIC).withMunicipality("0331").withEmail("ratt@a.example"));
		ImportReport report = run("Namn;Kommun;E-post;Telefon\nA;Heby;fel@a.example;070-174 06 05\n");
		assertThat(report.notes()).extracting(ImportNote::messageKey)
			.containsExactly("register.import.note.otherEmail");
		assertThat(details(this.authority).get(0)).extracting(OrganisationDetails::email, OrganisationDetails::phone)
			.containsExactly("ratt@a.example", "+46701740605");
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
		ImportReport report = run("Namn;Ort\n;Heby\n" + "x".repeat(201) + ";Heby\nB;" + "y".repeat(2001) + "\nC;Heby");
		assertThat(report.notes(ImportNote.Kind.REFUSED)).extracting(ImportNote::row, ImportNote::messageKey)
			.containsExactly(tuple(2, "noName"), tuple(3, "nameTooLong"), tuple(4, "fieldTooLong"));
		assertThat(details(this.authority)).extracting(OrganisationDetails::name).containsExactly("C");
	}

	private static org.assertj.core.groups.Tuple tuple(int row, String key) {
		return org.assertj.core.groups.Tuple.tuple(row, "register.import.note." + key);
	}

	@Test
	void aFileWithoutNamesIsRefused() {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> run("a;b;c\n1;2;3\n"))
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem.noNameColumn");
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
		long start = System.nanoTime();
		assertThat(run(file.toString()).added()).isEqualTo(20_000);
		assertThat(run(file.toString()).unchanged()).isEqualTo(20_000);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
	}

	@Test
	void theSameImportTwiceAtOnceAddsNothingTwice() throws Exception {
		byte[] file = file("utf8-comma");
		List<ImportReport> reports = atOnce(() -> this.organisationImport.run(this.authority, file));
		assertThat(reports).extracting(ImportReport::added).contains(0);
		assertThat(details(this.authority)).hasSize(reports.stream().mapToInt(ImportReport::added).sum());
	}

	@Test
	void anExportReadAgainChangesNothing() throws IOException {
		this.organisationImport.run(this.authority, file("utf8bom-semicolon"));
		for (String language : List.of("sv", "en", "fi")) {
			byte[] csv = this.export.csv(this.authority, OrganisationFilter.active(), Locale.forLanguageTag(language));
			ImportReport report = this.organisationImport.run(this.authority, csv);
			assertThat(report.added()).as(report.toString()).isZero();
			assertThat(report.merged()).isZero();
			assertThat(report.refused()).isZero();
		}
	}

	@Test
	void anExportHoldsNothingThatASpreadsheetWouldCompute() throws IOException {
		this.organisationImport.run(this.authority, file("utf8bom-semicolon"));
		String csv = new String(
				this.export.csv(this.authority, OrganisationFilter.active(), Locale.forLanguageTag("sv")),
				StandardCharsets.UTF_8);
		assertThat(csv).startsWith("\uFEFFFöreningsnamn;Organisationsnummer;").contains("\"'=HYPERLINK(");
		for (String formula : List.of("=1", "+1", "-1", "@x", " =1", "\t=1", "|x", "%x")) {
			assertThat(OrganisationExport.harmless(formula)).startsWith("'");
		}
		assertThat(OrganisationExport.harmless("a=b")).isEqualTo("a=b");
	}

	@Test
	void aWaitingFileIsImportedOnceAndThenForgotten() throws Exception {
		UUID id = this.files.receive(this.authority, "officer", "register.csv", file("utf8-comma"));
		assertThat(this.files.preview(this.authority, id).report().added()).isPositive();
		List<ImportReport> reports = atOnce(() -> this.files.confirm(this.authority, id));
		assertThat(reports.get(0)).isEqualTo(reports.get(1));
		assertThat(details(this.authority)).hasSize(reports.get(0).added());
		assertThat(this.files.get(this.authority, id).report()).hasValue(reports.get(0));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.files.preview(this.authority, id));
	}

	@Test
	void aFileWaitsForADayAndNotForOthers() throws IOException {
		UUID id = this.files.receive(this.authority, "officer", "register.csv", file("utf8-comma"));
		String other = region();
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.files.confirm(other, id));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.files.preview(other, id));
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofDays(1)));
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(() -> this.files.confirm(this.authority, id));
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
		this.organisationImport.run(oulu.id(), bytes(
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
		return this.organisationImport.run(this.authority, bytes(file));
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

	private static <T> List<T> atOnce(Callable<T> task) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(List.of(task, task))) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdown();
		}
	}

}
