package se.kulturlots.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.demo.DemoPage.Case;
import se.kulturlots.demo.DemoPage.Place;
import se.kulturlots.demo.DemoPage.Turn;
import se.kulturlots.demo.DemoPage.Visitor;
import se.kulturlots.demo.DemoPage.Who;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

/** The consultations of the demo, whose turn it is in them, and who one can be. */
@Component
@Profile("demo")
public class DemoCases {

	private final Authorities authorities;

	private final Consultations consultations;

	private final OpenTasks tasks;

	DemoCases(Authorities authorities, Consultations consultations, OpenTasks tasks) {
		this.authorities = authorities;
		this.consultations = consultations;
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

	/** All consultations, those that are decided last. */
	public List<Case> all() {
		return this.authorities.findAll()
			.stream()
			.sorted(Comparator.comparing((authority) -> !authority.id().equals(DemoAccounts.REGION)))
			.flatMap((authority) -> of(authority).stream())
			.toList();
	}

	private List<Case> of(Authority authority) {
		List<OpenTask> open = this.tasks.ofAuthority(authority.id());
		return this.consultations.ofAuthority(authority.id())
			.stream()
			.map((consultation) -> new Case(consultation.title(), authority.name(),
					(consultation.publishedAt() != null) ? consultation.path() : null, consultation.phase(),
					open.stream()
						.filter((task) -> consultation.id().equals(task.caseId()))
						.map((task) -> new Turn(task.name(), null, who(task)))
						.toList()))
			.toList();
	}

	/** The open tasks of everybody. */
	List<OpenTask> open() {
		return this.authorities.findAll()
			.stream()
			.flatMap((authority) -> this.tasks.ofAuthority(authority.id()).stream())
			.toList();
	}

	/** What a consultation is called. */
	@Nullable String title(@Nullable CaseId consultationId) {
		return (consultationId == null) ? null
				: this.consultations.findById(consultationId).map(Consultation::title).orElse(null);
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
