package se.kulturlots.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.ReceivedInput.Voice;
import se.kulturlots.input.InputFilter.Show;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.InputSearch.PublicInput;
import se.kulturlots.input.InputSearch.Share;
import se.kulturlots.input.Triage.Sorted;
import se.kulturlots.testing.Sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class TriageTest extends InputCase {

	@Autowired
	InputExport export;

	InputPeriod period;

	@BeforeEach
	void openPeriod() {
		this.period = open(Kind.INPUT, 30);
	}

	@Test
	void hundredsAreSortedFoundAndSummedUpQuickly() throws IOException {
		List<String> texts;
		try (CsvReader<NamedCsvRecord> polis = CsvReader.builder()
			.ofNamedCsvRecord(new String(new ClassPathResource("input/polis.csv").getContentAsByteArray(),
					StandardCharsets.UTF_8))) {
			texts = polis.stream().map((row) -> row.getField("text").strip()).toList();
		}
		texts.forEach((text) -> say(this.period, person("kim@person.example"), "", text));
		assertThat(this.search.counts(this.period.id()).untriaged()).isEqualTo(texts.size());
		long began = System.nanoTime();
		for (String word : List.of("house", "traffic", "park", "klima", "school")) {
			InputFilter untriaged = new InputFilter(Show.UNTRIAGED, null, null, word);
			List<InputId> found = this.search.rows(this.period.id(), untriaged, 1, 1000)
				.stream()
				.map(InputRow::id)
				.toList();
			assertThat(found).isNotEmpty();
			this.triage.assign(this.authority.id(), this.period.id(), this.officer, found, word);
		}
		List<Sorted> rest = this.search
			.rows(this.period.id(), new InputFilter(Show.UNTRIAGED, null, null, null), 1, 1000)
			.stream()
			.map((row) -> new Sorted(row.id(), null, "Övrigt"))
			.toList();
		assertThat(this.triage.sort(this.authority.id(), this.period.id(), this.officer, rest)).isEqualTo(rest.size());
		assertThat(this.search.counts(this.period.id()).untriaged()).isZero();
		assertThat(this.search.perTheme(this.period.id())).extracting(Share::number)
			.satisfies((numbers) -> assertThat(numbers.stream().mapToInt(Integer::intValue).sum())
				.isEqualTo(texts.size()));
		assertThat(this.search.published(this.period.id(), "traffic", 1, 1000)).isNotEmpty()
			.allSatisfy((input) -> assertThat(input.text().toLowerCase(Locale.ROOT)).contains("traffic"));
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void theEarliestStandsForAllThatSayTheSameAndEveryoneGetsAnAnswer() {
		InputId first = input("Biblioteken", "a@person.example");
		InputId second = input("Biblioteken!", "b@person.example");
		InputId third = input("biblioteken", "c@person.example");
		this.triage.join(this.authority.id(), this.period.id(), this.officer, List.of(third, second));
		Input standing = this.triage.join(this.authority.id(), this.period.id(), this.officer, List.of(second, first));
		assertThat(standing.id()).isEqualTo(first);
		assertThat(this.search.rows(this.period.id(), new InputFilter(Show.JOINED, null, null, null), 1, 25))
			.extracting(InputRow::duplicateOf)
			.containsOnly(standing.reference())
			.hasSize(2);
		ReceivedItem item = received().get(0);
		assertThat(received()).hasSize(1);
		assertThat(item.alsoSaidBy()).extracting(Voice::email)
			.containsExactlyInAnyOrder("b@person.example", "c@person.example");
		this.triage.separate(this.authority.id(), second, this.officer);
		assertThat(received()).hasSize(2);
		assertRefused("joinTwo",
				() -> this.triage.join(this.authority.id(), this.period.id(), this.officer, List.of(first)));
	}

	@Test
	void anInputIsJoinedByItsNumber() {
		InputId first = input("Biblioteken", "a@person.example");
		InputId second = input("Biblioteken!", "b@person.example");
		String reference = this.inputs.get(this.authority.id(), first).reference();
		this.triage.joinTo(this.authority.id(), second, this.officer, " " + reference.toLowerCase(Locale.ROOT));
		assertThat(this.inputs.get(this.authority.id(), second).duplicateOf()).isEqualTo(first);
		assertRefused("joinWithItself", () -> this.triage.joinTo(this.authority.id(), first, this.officer, reference));
		assertRefused("unknownReference", () -> this.triage.joinTo(this.authority.id(), first, this.officer, "SYN-1"));
	}

	@Test
	void aThemeIsOneHoweverItIsWritten() {
		InputId first = input("Biblioteken", "a@person.example");
		InputId second = input("Scenen", "b@person.example");
		this.triage.sort(this.authority.id(), this.period.id(), this.officer,
				List.of(new Sorted(first, null, "Lokaler  och scener")));
		this.triage.sort(this.authority.id(), this.period.id(), this.officer,
				List.of(new Sorted(second, null, "lokaler och SCENER ")));
		assertThat(this.search.themes(this.period.id())).containsExactly("Lokaler och scener");
		assertRefused("themeTooLong", () -> this.triage.assign(this.authority.id(), this.period.id(), this.officer,
				List.of(first), "x".repeat(81)));
	}

	@Test
	void whatSomebodyElseHasSortedMeanwhileStays() {
		InputId id = input("Biblioteken", "a@person.example");
		this.triage.sort(this.authority.id(), this.period.id(), this.officer, List.of(new Sorted(id, null, "Böcker")));
		int sorted = this.triage.sort(this.authority.id(), this.period.id(), "annan",
				List.of(new Sorted(id, null, "Hus")));
		assertThat(sorted).isZero();
		assertThat(this.inputs.get(this.authority.id(), id).theme()).isEqualTo("Böcker");
	}

	@Test
	void whatIsJoinedAndWhatIsSortedIsCountedOnceAndNotWhatAColleagueHasSortedMeanwhile() {
		InputId first = input("Biblioteken", "a@person.example");
		InputId second = input("Biblioteken!", "b@person.example");
		InputId colleagues = input("Scenen", "c@person.example");
		InputId own = input("Replokaler", "d@person.example");
		this.triage.sort(this.authority.id(), this.period.id(), "annan",
				List.of(new Sorted(colleagues, null, "Scener")));
		List<Sorted> typed = List.of(new Sorted(second, null, "Böcker"), new Sorted(colleagues, null, "Hus"),
				new Sorted(own, null, "Lokaler"));
		List<InputId> picked = List.of(first, second);
		assertThat(this.triage.join(this.authority.id(), this.period.id(), this.officer, picked, null, typed))
			.isEqualTo(3);
		assertThat(List.of(first, second, colleagues, own))
			.extracting((id) -> this.inputs.get(this.authority.id(), id).theme())
			.containsExactly(null, "Böcker", "Scener", "Lokaler");
		assertThat(this.triage.join(this.authority.id(), this.period.id(), this.officer, picked, "Läsning", typed))
			.isEqualTo(2);
	}

	@Test
	void whatIsHiddenHasAReasonAndIsNotShownToThePublic() {
		InputId hidden = input("Grannen heter …", "a@person.example");
		InputId shown = input("Biblioteken", "b@person.example");
		assertRefused("reasonMissing", () -> this.triage.hide(this.authority.id(), hidden, this.officer, " "));
		this.triage.hide(this.authority.id(), hidden, this.officer, "Pekar ut en person");
		assertThat(this.search.published(this.period.id(), null, 1, 25)).extracting(PublicInput::id)
			.containsExactly(shown);
		assertThat(this.search.counts(this.period.id()))
			.extracting(InputSearch.Counts::hidden, InputSearch.Counts::untriaged)
			.containsExactly(1, 1);
		this.triage.show(this.authority.id(), hidden, this.officer);
		assertThat(this.search.published(this.period.id(), null, 1, 25)).hasSize(2);
	}

	@Test
	void anotherAuthoritysInputsAreNotTouched() {
		InputId mine = input("Biblioteken", "a@person.example");
		String other = this.authorities.region().id();
		assertThatExceptionOfType(InputProblem.class)
			.isThrownBy(() -> this.triage.assign(other, this.period.id(), "x", List.of(mine), "Tema"));
		assertThatExceptionOfType(InputProblem.class)
			.isThrownBy(() -> this.triage.sort(other, this.period.id(), "x", List.of(new Sorted(mine, null, "Tema"))));
		assertRefused("joinTwo", () -> this.triage.join(other, this.period.id(), "x", List.of(mine)));
		assertThat(this.inputs.get(this.authority.id(), mine).theme()).isNull();
	}

	@Test
	void theFileForSpreadsheetsComputesNothing() {
		say(this.period, sender("=HYPERLINK(\"http://x.example\")", "a@person.example"), "@SUM(1+1)\nrad \"två\"; slut",
				"-5");
		String file = Sheets
			.csv((sheet) -> this.export.write(this.period, InputFilter.ALL, Locale.forLanguageTag("sv"), sheet));
		assertThat(file).startsWith("\uFEFFNummer;Kom in;");
		List<NamedCsvRecord> rows = CsvReader.builder()
			.fieldSeparator(';')
			.ofNamedCsvRecord(file.substring(1))
			.stream()
			.toList();
		assertThat(rows).extracting((row) -> row.getField("Synpunkt"), (row) -> row.getField("Organisation"))
			.containsExactly(tuple("'@SUM(1+1)\nrad \"två\"; slut", "'=HYPERLINK(\"http://x.example\")"),
					tuple("'-5", "'=HYPERLINK(\"http://x.example\")"));
	}

	@Test
	void inputIsFoundByQuestionWordsSenderAndNumber() {
		Submission sent = say(this.period, sender("Dansföreningen Språnget", "a@person.example"), "Biblioteken",
				"100 % fler_scener");
		input("Museet", "b@person.example");
		String question = this.fields.of(this.period).get(1).key();
		assertThat(found(new InputFilter(Show.ALL, question, null, null))).containsExactly("100 % fler_scener");
		assertThat(found(new InputFilter(Show.ALL, InputField.OTHER, null, null))).isEmpty();
		assertThat(found(new InputFilter(Show.ALL, null, null, "språnget"))).hasSize(2);
		assertThat(found(new InputFilter(Show.ALL, null, null, "100 % fler_"))).hasSize(1);
		assertThat(found(new InputFilter(Show.ALL, null, null, sent.reference()))).hasSize(2);
		assertThat(found(new InputFilter(Show.LATE, null, null, null))).isEmpty();
	}

	private List<String> found(InputFilter filter) {
		assertThat(this.search.count(this.period.id(), filter))
			.isEqualTo(this.search.rows(this.period.id(), filter, 1, 25).size());
		return this.search.rows(this.period.id(), filter, 1, 25).stream().map(InputRow::text).toList();
	}

	private InputId input(String text, String email) {
		return this.inputs.of(say(this.period, person(email), text).id()).get(0).id();
	}

	private static void assertRefused(String reason, ThrowingCallable work) {
		assertThatExceptionOfType(InputProblem.class).isThrownBy(work)
			.satisfies((problem) -> assertThat(problem.messageKey()).isEqualTo("input.problem." + reason));
	}

}
