package se.kulturlots.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Findings.Finding;
import se.kulturlots.core.Findings.Found;

/** Gives what was found in cases the names and addresses of those, in one statement. */
final class FindingsInCases {

	private FindingsInCases() {
	}

	/**
	 * Findings with what their cases give them.
	 * @param cases the case of each finding, in the same order
	 * @param within makes the finding that is shown
	 */
	static Found of(Found found, List<CaseId> cases, CaseKinds kinds, BiFunction<Finding, CaseLink, Finding> within) {
		Map<CaseId, CaseLink> links = kinds.links(cases);
		List<Finding> findings = new ArrayList<>();
		for (Finding row : found.findings()) {
			findings.add(within.apply(row, Objects.requireNonNull(links.get(cases.get(findings.size())))));
		}
		return new Found(found.total(), findings);
	}

}
