package se.kulturlots.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKind;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseStanding;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.CaseId;
import se.kulturlots.demo.DemoPage.Place;
import se.kulturlots.demo.DemoPage.Turn;
import se.kulturlots.demo.DemoPage.Visitor;
import se.kulturlots.demo.DemoPage.Who;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

/** The cases of the demo, whose turn it is in them, and who one can be. */
@Component
@Profile("demo")
public class DemoCases {

	private static final int MOST = 50;

	private final Authorities authorities;

	private final Cases cases;

	private final CaseKinds kinds;

	private final OpenTasks tasks;

	DemoCases(Authorities authorities, Cases cases, CaseKinds kinds, OpenTasks tasks) {
		this.authorities = authorities;
		this.cases = cases;
		this.kinds = kinds;
		this.tasks = tasks;
	}

	/** Who one can be, the larger authority first. */
	public List<Place> places() {
		return List.of(DemoAccounts.REGION, DemoAccounts.MUNICIPALITY)
			.stream()
			.flatMap((id) -> this.authorities.findById(id).stream())
			.map((authority) -> new Place(authority.id(), authority.name(), visitors(authority.id())))
			.toList();
	}

	private List<Visitor> visitors(String authorityId) {
		return DemoAccounts.ALL.stream()
			.filter((account) -> authorityId.equals(account.authorityId()))
			.map((account) -> Visitor.of(account, this.tasks.of(account).size()))
			.toList();
	}

	/** The cases of all, those that are closed last. */
	public List<DemoPage.Case> all() {
		return this.authorities.findAll()
			.stream()
			.sorted(Comparator.comparing((authority) -> !authority.id().equals(DemoAccounts.REGION)))
			.flatMap((authority) -> of(authority).stream())
			.toList();
	}

	private List<DemoPage.Case> of(Authority authority) {
		List<Case> all = Stream
			.concat(this.cases.open(authority.id()).stream(), this.cases.closed(authority.id(), null, 0, MOST).stream())
			.toList();
		List<OpenTask> open = this.tasks.ofAuthority(authority.id());
		return this.kinds.standings(authority.id(), all)
			.stream()
			.map((standing) -> shown(standing, authority, open))
			.toList();
	}

	private DemoPage.Case shown(CaseStanding standing, Authority authority, List<OpenTask> open) {
		Case one = standing.subject();
		CaseKind kind = this.kinds.of(one);
		return new DemoPage.Case(one.title(), authority.name(), kind.isPublic(one) ? kind.publicPath(one) : null,
				standing.stateKey(),
				open.stream()
					.filter((task) -> one.id().equals(task.caseId()))
					.map((task) -> new Turn(task.name(), null, who(task)))
					.toList());
	}

	/** The open tasks of everybody. */
	List<OpenTask> open() {
		return this.authorities.findAll()
			.stream()
			.flatMap((authority) -> this.tasks.ofAuthority(authority.id()).stream())
			.toList();
	}

	/** What a case is called. */
	@Nullable String title(@Nullable CaseId caseId) {
		return (caseId == null) ? null : this.cases.findById(caseId).map(Case::title).orElse(null);
	}

	Turn turn(OpenTask task) {
		return new Turn(task.name(), title(task.caseId()), who(task));
	}

	private static Who who(OpenTask task) {
		if (task.assignee() != null) {
			return new Who(DemoAccounts.ALL.stream()
				.filter((account) -> account.id().equals(task.assignee()))
				.map(Account::displayName)
				.findFirst()
				.orElse(task.assignee()), null);
		}
		return new Who(null,
				Arrays.stream(Role.values())
					.filter((role) -> role.group().equals(task.role()))
					.findFirst()
					.orElse(Role.OFFICER));
	}

}
