package se.kulturlots.plan.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.Plans;

/** Who may do what with which plan. */
@Component
class PlanAccess {

	private final Consultations consultations;

	private final Plans plans;

	private final Accounts accounts;

	PlanAccess(Consultations consultations, Plans plans, Accounts accounts) {
		this.consultations = consultations;
		this.plans = plans;
		this.accounts = accounts;
	}

	static boolean mayWrite(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.MANAGER);
	}

	Consultation consultation(Account account, CaseId id) {
		return this.consultations.get(account.authority(), id);
	}

	/** The names of those who write plans, by account. */
	Map<String, String> names(Plan plan) {
		return Stream.of(Role.OFFICER, Role.MANAGER)
			.flatMap((role) -> this.accounts.with(plan.authorityId(), role).stream())
			.collect(Collectors.toMap(Account::id, Account::displayName, (one, same) -> one));
	}

	Plan read(Account account, CaseId consultationId) {
		return this.plans.findByAuthorityIdAndConsultationId(account.authority(), consultationId)
			.orElseThrow(PlanProblem::unknown);
	}

	Plan write(Account account, CaseId consultationId) {
		Plan plan = read(account, consultationId);
		if (!mayWrite(account)) {
			throw PlanProblem.mayNotWrite();
		}
		return plan;
	}

}
