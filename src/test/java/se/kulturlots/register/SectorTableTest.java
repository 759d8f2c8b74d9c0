package se.kulturlots.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.AuthorityProblem;
import se.kulturlots.core.Problem;
import se.kulturlots.register.SectorTable.Line;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class SectorTableTest {

	@Autowired
	SectorTable table;

	@Autowired
	BulkChanges bulkChanges;

	@Autowired
	OrganisationImports imports;

	@Autowired
	ImportWorker worker;

	@Autowired
	ImportedRows rows;

	@Autowired
	Organisations organisations;

	@Autowired
	Register register;

	@Autowired
	OrganisationChanges changes;

	@Autowired
	SampleAuthorities authorities;

	String authority;

	@BeforeEach
	void region() {
		this.authority = this.authorities.region().id();
	}

	@Test
	void whatSaysNoSectorIsListedOnceAndReadAgainWhenItIsDecided() throws IOException {
		ImportId id = read("Namn;Typ\nA;Odlarlag\nB;ODLARLAGAR\nC;Musikförening\nD;\nE;Loge\n");
		assertThat(this.imports.undecidedWords(this.authority, id)).containsExactly(new SectorWord("Odlarlag", 2),
				new SectorWord("Loge", 1));
		this.table.decide(this.authority, List.of(new Line("Odlarlag", Sector.ENVIRONMENT)));
		this.worker.run();
		assertThat(this.imports.undecidedWords(this.authority, id)).containsExactly(new SectorWord("Loge", 1));
		assertThat(this.rows.report(id).added()).isEqualTo(5);
		this.table.decide(this.authority, List.of(new Line("loger", Sector.OTHER)));
		this.worker.run();
		assertThat(this.imports.undecidedWords(this.authority, id)).isEmpty();
		refused("readAnew", () -> this.imports.confirm(this.authority, id, 1));
		this.imports.confirm(this.authority, id, 3);
		this.worker.run();
		assertThat(sectors()).containsExactly(Sector.ENVIRONMENT, Sector.ENVIRONMENT, Sector.MUSIC, Sector.OTHER,
				Sector.OTHER);
	}

	@Test
	void theTableComesBeforeWhatWordsUsuallyMean() throws IOException {
		this.table.save(this.authority, 0, List.of(new Line("Kulturförening", Sector.MUSIC),
				new Line("Sång", Sector.OTHER), new Line("Idrott", Sector.YOUTH)));
		ImportId id = read("Namn;Typ;Verksamhet\nA;Kulturföreningar;\nB;Sång;Idrott\nC;Idrott;Sång\n");
		this.imports.confirm(this.authority, id, 1);
		this.worker.run();
		assertThat(sectors()).containsExactly(Sector.MUSIC, Sector.YOUTH, Sector.YOUTH);
	}

	@Test
	void aWordThatSaysNoSectorTakesNothingFromTheOther() throws IOException {
		this.table.save(this.authority, 0,
				List.of(new Line("Ideell förening", Sector.OTHER), new Line("Kulturlokal", Sector.OTHER)));
		ImportId id = read("""
				Namn;Typ;Verksamhet
				A;Ideell förening;Musik
				B;Ideella föreningar;Kör
				C;Ideell förening;Odlarlag
				Musikens vänner;Ideell förening;
				D;Dansförening;Kulturlokal
				""");
		assertThat(this.imports.undecidedWords(this.authority, id)).containsExactly(new SectorWord("Odlarlag", 1));
		this.imports.confirm(this.authority, id, 1);
		this.worker.run();
		assertThat(sectors()).containsExactly(Sector.MUSIC, Sector.MUSIC, Sector.OTHER, Sector.OTHER, Sector.DANCE);
	}

	@Test
	void aWordWhoseKeyIsLongerIsAWordLikeOthers() throws IOException {
		String word = "\uFDFA".repeat(50) + "&".repeat(50);
		ImportId id = read("Namn;Typ\nA;" + word + "\n");
		assertThat(this.imports.undecidedWords(this.authority, id)).containsExactly(new SectorWord(word, 1));
		this.table.decide(this.authority, List.of(new Line(word, Sector.RELIGION)));
		this.worker.run();
		assertThat(this.imports.undecidedWords(this.authority, id)).isEmpty();
	}

	@Test
	void organisationsChangeOnlyWhenItIsAskedForAndThatIsUndone() {
		Organisation first = add("A", "Odlarlag", Sector.OTHER);
		Organisation second = add("B", "Odlarlagar", Sector.OTHER);
		add("C", "Odlarlag", Sector.MUSIC);
		assertThat(this.table.withoutSector(this.authority).undecided()).singleElement().satisfies((word) -> {
			assertThat(word.count()).isEqualTo(2);
			assertThat(word.key()).isEqualTo(SectorWord.key("Odlarlag"));
		});
		this.table.save(this.authority, 0, List.of(new Line("Odlarlag", Sector.ENVIRONMENT)));
		assertThat(sectors()).containsExactly(Sector.OTHER, Sector.OTHER, Sector.MUSIC);
		int version = this.table.version(this.authority);
		assertThat(this.table.withoutSector(this.authority).toApply()).isEqualTo(2);
		refused("changedMeanwhile", () -> this.table.apply(this.authority, version, 1));
		refused("changedMeanwhile", () -> this.table.apply(this.authority, version - 1, 2));
		BulkChangeId id = this.table.apply(this.authority, version, 2);
		assertThat(sectors()).containsExactly(Sector.ENVIRONMENT, Sector.ENVIRONMENT, Sector.MUSIC);
		assertThat(this.bulkChanges.get(this.authority, id).changed()).isEqualTo(2);
		assertThat(this.changes.of(this.authority, first.id())).singleElement()
			.satisfies((it) -> assertThat(it.difference()).isEqualTo(new Difference("sector", "OTHER", "ENVIRONMENT")));
		Organisation now = this.organisations.get(this.authority, second.id());
		this.register.change(this.authority, now.id(), now.version(), details("B", "Odlarlagar", Sector.HERITAGE));
		this.bulkChanges.undo(this.authority, id);
		assertThat(sectors()).containsExactly(Sector.OTHER, Sector.HERITAGE, Sector.MUSIC);
		assertThat(this.bulkChanges.get(this.authority, id).undone()).isEqualTo(1);
		refused("bulkChangeUndone", () -> this.bulkChanges.undo(this.authority, id));
		refused("unknownBulkChange", () -> this.bulkChanges.undo(this.authorities.region().id(), id));
	}

	@Test
	void theSecondOfTwoIsTold() throws IOException {
		ImportId id = read("Namn;Typ\nA;Odlarlag\n");
		int seen = this.table.version(this.authority);
		this.table.decide(this.authority, List.of(new Line("Odlarlag", Sector.RURAL)));
		refused("changedMeanwhile",
				() -> this.table.decide(this.authority, List.of(new Line("Odlarlag", Sector.SPORTS))));
		assertThatExceptionOfType(AuthorityProblem.class)
			.isThrownBy(() -> this.table.save(this.authority, seen, List.of(new Line("Odlarlag", null))));
		assertThat(this.table.lines(this.authority)).containsExactly(new Line("Odlarlag", Sector.RURAL));
		this.table.save(this.authority, this.table.version(this.authority), List.of(new Line("Odlarlagar", null)));
		assertThat(this.table.lines(this.authority)).isEmpty();
		this.worker.run();
		assertThat(this.imports.undecidedWords(this.authority, id)).hasSize(1);
	}

	private Organisation add(String name, String type, Sector sector) {
		return this.register.add(this.authority, details(name, type, sector));
	}

	private static OrganisationDetails details(String name, String type, Sector sector) {
		return new OrganisationDetails(name, null, sector, type, null, null, null, null, null, null, null, "sv", null);
	}

	private List<Sector> sectors() {
		return this.organisations.active(this.authority).stream().map((it) -> it.details().sector()).toList();
	}

	private ImportId read(String file) throws IOException {
		ImportId id = this.imports.receive(this.authority, "officer", "x.csv",
				new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
		this.worker.run();
		return id;
	}

	private static void refused(String problem, Runnable work) {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(work::run)
			.extracting(Problem::messageKey)
			.isEqualTo("register.problem." + problem);
	}

}
