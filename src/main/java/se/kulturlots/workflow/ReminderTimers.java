package se.kulturlots.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.ClosedDays;
import se.kulturlots.core.Problem;
import se.kulturlots.deadline.Ladders;

/**
 * Lets timers that wait already follow an authority's new ladder or closed day: each asks
 * its domain again when it is due.
 */
@Component
class ReminderTimers {

	private final ManagementService management;

	private final AsApplication asApplication;

	private final TransactionTemplate transaction;

	ReminderTimers(ManagementService management, AsApplication asApplication, PlatformTransactionManager transactions) {
		this.management = management;
		this.asApplication = asApplication;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@TransactionalEventListener(fallbackExecution = true)
	void on(Ladders.LaddersChanged event) {
		askAgain(event.authorityId());
	}

	@TransactionalEventListener(fallbackExecution = true)
	void on(ClosedDays.ClosedDaysChanged event) {
		askAgain(event.authorityId());
	}

	private void askAgain(String authorityId) {
		this.asApplication.run(() -> this.management.createJobQuery()
			.timers()
			.active()
			.tenantIdIn(authorityId)
			.list()
			.forEach((timer) -> askAgainOf(timer.getId())));
	}

	/**
	 * Each by itself: one that fires at the same moment goes by the new ladder anyhow.
	 */
	private void askAgainOf(String timer) {
		try {
			this.transaction.executeWithoutResult((status) -> this.management.recalculateJobDuedate(timer, false));
		}
		catch (ProcessEngineException | Problem firedOrGone) {
			// nothing waits for it any longer
		}
	}

}
