package se.kulturlots.consultation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.CoverageNumbers.Counts;
import se.kulturlots.consultation.CoverageNumbers.Stage;
import se.kulturlots.consultation.CoverageNumbers.Table;
import se.kulturlots.core.Texts;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/**
 * Coverage as pages show it: the stages one after another, and a table of municipalities
 * by sectors whose cells are shaded.
 *
 * @param stage the stage that the cells tell of
 * @param all the whole register
 * @param stages all stages with how many came so far
 * @param sectors the columns
 * @param rows the municipalities
 * @param groups the priority groups
 */
public record CoverageView(Stage stage, Counts all, List<Bar> stages, List<Sector> sectors, List<Row> rows,
		List<Row> groups) {

	private static final int SHADES = 4;

	/**
	 * Of a table.
	 * @param names the municipalities of the whole country by code, sorted by name
	 */
	static CoverageView of(Table table, @Nullable Counts before, Stage stage, List<Municipality> area,
			Map<String, String> names, Texts texts) {
		List<Sector> sectors = Arrays.stream(Sector.values()).filter(table.bySector()::containsKey).toList();
		List<String> codes = new ArrayList<>(area.stream().map(Municipality::code).toList());
		List<String> byName = List.copyOf(names.keySet());
		table.byMunicipality()
			.keySet()
			.stream()
			.filter((code) -> !codes.contains(code))
			.sorted(Comparator.comparing((code) -> names.containsKey(code) ? byName.indexOf(code) : byName.size()))
			.forEach(codes::add);
		Counts nobody = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
		Map<String, String> areaNames = area.stream().collect(Collectors.toMap(Municipality::code, Municipality::name));
		List<Row> rows = codes.stream()
			.map((code) -> new Row(code.isEmpty() ? "-" : code,
					areaNames.getOrDefault(code,
							names.getOrDefault(code, texts.t("register.field.municipality.unknown"))),
					cell(table.byMunicipality().getOrDefault(code, nobody), stage),
					sectors.stream().map((sector) -> cell(orNobody(table.cell(code, sector)), stage)).toList()))
			.toList();
		List<Row> groups = Arrays.stream(PriorityGroup.values())
			.map((group) -> new Row(group.name(), texts.t(group.messageKey()),
					cell(table.byGroup().getOrDefault(group, nobody), stage), List.of()))
			.toList();
		return new CoverageView(stage, table.all(), bars(table.all(), before), sectors, rows, groups);
	}

	private static Counts orNobody(@Nullable Counts counts) {
		return (counts != null) ? counts : new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
	}

	private static List<Bar> bars(Counts counts, @Nullable Counts before) {
		return Arrays.stream(Stage.values())
			.map((each) -> new Bar(each, counts.of(each),
					(counts.known() == 0) ? 0 : 100 * counts.of(each) / counts.known(),
					(before != null && each != Stage.KNOWN) ? before.of(each) : null))
			.toList();
	}

	private static Cell cell(Counts counts, Stage stage) {
		int count = counts.of(stage);
		int known = counts.known();
		int shade = (count == 0) ? 0 : (SHADES * count + known - 1) / known;
		return new Cell(count, known, shade, counts);
	}

	/**
	 * A stage.
	 *
	 * @param percent of those known
	 * @param before how many it were in the consultation before, null if there is none
	 */
	public record Bar(Stage stage, int count, int percent, @Nullable Integer before) {
	}

	/**
	 * A municipality or a group.
	 *
	 * @param key its code or name
	 */
	public record Row(String key, String name, Cell all, List<Cell> cells) {
	}

	/**
	 * Some organisations.
	 *
	 * @param count how many of them came so far
	 * @param known how many of them are known
	 * @param shade from 0, nobody, to 4
	 */
	public record Cell(int count, int known, int shade, Counts counts) {
	}

}
