package se.kulturlots.cases;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;

/** The pages that staff find in a case, as modules bring them. */
@Component
public class CaseTabs {

	private final List<CaseTab> tabs;

	private final Cases cases;

	private final CaseKinds kinds;

	CaseTabs(List<CaseTab> tabs, Cases cases, CaseKinds kinds) {
		this.tabs = tabs;
		this.cases = cases;
		this.kinds = kinds;
	}

	/**
	 * The head of a page that belongs to a tab of a case and stands elsewhere.
	 * @param tab the {@link CaseTab#path() path} of the tab
	 * @throws CaseProblem if the authority has no such case
	 */
	public CaseHead headOf(String authorityId, CaseId id, String tab) {
		CaseKind kind = this.kinds.of(this.cases.get(authorityId, id));
		return head(kind, id, kind.staffPath(id) + tab);
	}

	/**
	 * The head of a case's pages.
	 * @param path the address of the page that is shown
	 */
	public CaseHead head(CaseKind kind, CaseId id, String path) {
		String first = kind.staffPath(id);
		return new CaseHead(kind.listPath(), kind.listKey(),
				of(kind).stream()
					.map((tab) -> new CaseHead.Tab(first + tab.path(), tab.nameKey(), isAt(tab, first, path)))
					.toList());
	}

	/** The tab that stands at an address of a case, nothing if none does. */
	public Optional<CaseTab> at(CaseKind kind, CaseId id, String path) {
		String first = kind.staffPath(id);
		return of(kind).stream().filter((tab) -> path.equals(first + tab.path())).findFirst();
	}

	private List<CaseTab> of(CaseKind kind) {
		return this.tabs.stream().filter((tab) -> tab.isOf(kind)).toList();
	}

	private static boolean isAt(CaseTab tab, String first, String path) {
		String at = first + tab.path();
		return path.equals(at) || (!tab.path().isEmpty() && path.startsWith(at + '/'));
	}

}
