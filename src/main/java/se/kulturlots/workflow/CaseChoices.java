package se.kulturlots.workflow;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import se.kulturlots.core.CaseId;

/**
 * The facts of a start form that asks only which case is to go on, in its field
 * {@code caseId}.
 */
public record CaseChoices(List<FormChoice> cases) {

	public static final CaseChoices NONE = new CaseChoices(List.of());

	public static <T> CaseChoices of(Stream<T> cases, Function<T, CaseId> id, Function<T, String> title) {
		return new CaseChoices(
				cases.map((each) -> new FormChoice(title.apply(each), id.apply(each).toString())).toList());
	}

}
