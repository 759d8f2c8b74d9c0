package se.kulturlots.mail;

import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.core.AppClock;

/**
 * Tells beforehand what would go out: does what sends it, in a transaction of its own
 * that is taken back. What is told is what would happen, since it is the same code that
 * does it; links in its letters lead nowhere.
 */
@Component
public class Rehearsal {

	private final TransactionTemplate transaction;

	private final AppClock clock;

	Rehearsal(PlatformTransactionManager transactions, AppClock clock) {
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Rehearses something.
	 * @param action what may send; it must do nothing that outlives its transaction
	 * @return what it would have sent; whatever the action throws comes through
	 */
	public Outgoing of(Runnable action) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return Rehearsed.of(this.clock, action);
		}));
	}

}
