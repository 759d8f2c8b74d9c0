package se.kulturlots.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.CoverageNumbers.Counts;
import se.kulturlots.consultation.CoverageNumbers.Stage;
import se.kulturlots.consultation.CoverageNumbers.Table;
import se.kulturlots.core.BriefCache;
import se.kulturlots.core.CaseId;

/** What the public may see of who was heard in a consultation: no small numbers. */
@Component
public class PublicCoverage {

	/** What is shown. */
	public static final List<Stage> STAGES = List.of(Stage.INVITED, Stage.HEARD, Stage.ATTENDED, Stage.GAVE_INPUT);

	private final BriefCache<Key, Table> tables;

	PublicCoverage(CoverageNumbers numbers) {
		this.tables = new BriefCache<>((key) -> numbers.of(key.authorityId(), List.of(key.id())));
	}

	/** Whether anybody has been invited. */
	public boolean isThere(Consultation consultation) {
		return table(consultation).all().invited() > 0;
	}

	/** By municipality, its code as key. */
	public List<Row> byMunicipality(Consultation consultation) {
		return rows(table(consultation).byMunicipality());
	}

	/** By sector, its name as key. */
	public List<Row> bySector(Consultation consultation) {
		return rows(table(consultation).bySector()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((each) -> each.getKey().name(), Map.Entry::getValue)));
	}

	/** All together. */
	public Row all(Consultation consultation) {
		Counts all = table(consultation).all();
		return new Row("", SmallNumbers.hiddenAlone(STAGES.stream().map(all::of).toList()));
	}

	private Table table(Consultation consultation) {
		return this.tables.get(new Key(consultation.authorityId(), consultation.id()));
	}

	private static List<Row> rows(Map<String, Counts> counts) {
		List<Map.Entry<String, Counts>> invited = counts.entrySet()
			.stream()
			.filter((each) -> each.getValue().invited() > 0)
			.sorted(Map.Entry.comparingByKey())
			.toList();
		List<@Nullable Integer> asked = SmallNumbers
			.hidden(invited.stream().map((each) -> each.getValue().of(Stage.INVITED)).toList());
		List<@Nullable Integer> heard = shown(Stage.HEARD, invited, asked);
		List<List<@Nullable Integer>> columns = List.of(asked, heard, shown(Stage.ATTENDED, invited, heard),
				shown(Stage.GAVE_INPUT, invited, heard));
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < invited.size(); i++) {
			int place = i;
			List<@Nullable Integer> numbers = new ArrayList<>();
			columns.forEach((column) -> numbers.add(column.get(place)));
			rows.add(new Row(invited.get(i).getKey(), numbers));
		}
		return rows;
	}

	private static List<@Nullable Integer> shown(Stage stage, List<Map.Entry<String, Counts>> rows,
			List<@Nullable Integer> whole) {
		return SmallNumbers.hidden(rows.stream().map((each) -> each.getValue().of(stage)).toList(), whole);
	}

	private record Key(String authorityId, CaseId id) {
	}

	/**
	 * A municipality or a sector.
	 *
	 * @param numbers how many came so far, null where that is too few to be shown
	 */
	public record Row(String key, List<@Nullable Integer> numbers) {
	}

}
