package se.kulturlots.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read, until it ends or writes. Outside of one nothing is
 * remembered.
 */
final class TransactionMemory<K, V> {

	V get(K key, Supplier<V> read) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			return read.get();
		}
		return remembered().computeIfAbsent(key, (missing) -> read.get());
	}

	/** To be called by whoever writes, or reads for writing. */
	void forget() {
		if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> remembered) {
			remembered.clear();
		}
	}

	@SuppressWarnings("unchecked")
	private Map<K, V> remembered() {
		Map<K, V> remembered = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
		if (remembered == null) {
			remembered = new HashMap<>();
			TransactionSynchronizationManager.bindResource(this, remembered);
			TransactionSynchronizationManager.registerSynchronization(new Forgetting());
		}
		return remembered;
	}

	private final class Forgetting implements TransactionSynchronization {

		/** One that runs in between begins anew, and so does this one after it. */
		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
		}

	}

}
