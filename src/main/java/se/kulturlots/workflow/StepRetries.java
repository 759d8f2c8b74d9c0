package se.kulturlots.workflow;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.journal.Journal;

/** Steps of a case that the application could not do. */
@Component
public class StepRetries {

	private final CaseDiagrams diagrams;

	private final Journal journal;

	StepRetries(CaseDiagrams diagrams, Journal journal) {
		this.diagrams = diagrams;
		this.journal = journal;
	}

	/**
	 * Has a step tried once more. Asked twice, it is tried once.
	 * @param account a manager
	 * @param caseId a case of theirs
	 * @param job what failed
	 */
	@Transactional
	public void retry(Account account, CaseId caseId, String job) {
		this.diagrams.retry(account, caseId, job)
			.ifPresent((step) -> this.journal.note(account.authority(), caseId, "journal.case.retried", step));
	}

}
