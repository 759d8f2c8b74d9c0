package se.kulturlots.core;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Counts the transactions that may have changed something, on this node. */
@Component
public class CommitCounter implements TransactionExecutionListener {

	private final AtomicLong committed = new AtomicLong();

	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (!transaction.isReadOnly()) {
			this.committed.incrementAndGet();
		}
	}

	long committed() {
		return this.committed.get();
	}

}
