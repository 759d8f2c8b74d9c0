package se.kulturlots.core;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@KulturlotsTest
class ReadCacheTest {

	@Autowired
	CommitCounter writes;

	@Autowired
	AppClock clock;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	DataSource dataSource;

	@Test
	void whatIsWrittenIsReadAnew() {
		AtomicInteger read = new AtomicInteger();
		ReadCache<String, Integer> cache = new ReadCache<>(new CommitCounter(), this.clock,
				(key) -> read.incrementAndGet());
		assertThat(cache.get("a")).isEqualTo(1);
		assertThat(cache.get("a")).isEqualTo(1);
		assertThat(cache.get("b")).isEqualTo(2);
		this.clock.jumpTo(this.clock.instant().plus(Duration.ofSeconds(11)));
		assertThat(cache.get("a")).isEqualTo(3);
		this.clock.setOffset(Duration.ZERO);
		assertThat(cache.get("a")).isEqualTo(4);
	}

	@Test
	void aCommitIsAWriteUnlessItMayOnlyRead() {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(this.dataSource);
		CommitCounter own = new CommitCounter();
		transactions.addListener(own);
		TransactionTemplate reading = new TransactionTemplate(transactions);
		reading.setReadOnly(true);
		reading.executeWithoutResult((status) -> {
		});
		assertThat(own.committed()).isZero();
		TransactionTemplate writing = new TransactionTemplate(transactions);
		writing.executeWithoutResult(TransactionStatus::setRollbackOnly);
		assertThat(own.committed()).isZero();
		writing.executeWithoutResult((status) -> {
		});
		assertThat(own.committed()).isEqualTo(1);
	}

	@Test
	void theApplicationCountsWhatItCommits() {
		long before = this.writes.committed();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
		});
		assertThat(this.writes.committed()).isGreaterThan(before);
	}

	@Test
	void whatIsWrittenWhileItIsReadMakesItOldAtOnce() {
		CommitCounter own = new CommitCounter();
		AtomicInteger read = new AtomicInteger();
		ReadCache<String, Integer> cache = new ReadCache<>(own, this.clock, (key) -> {
			if (read.get() == 0) {
				own.afterCommit(new NewTransaction(), null);
			}
			return read.incrementAndGet();
		});
		assertThat(cache.get("a")).isEqualTo(1);
		assertThat(cache.get("a")).isEqualTo(2);
		assertThat(cache.get("a")).isEqualTo(2);
	}

	@Test
	void whatCannotBeReadIsNotKept() {
		AtomicInteger read = new AtomicInteger();
		ReadCache<String, Integer> cache = new ReadCache<>(new CommitCounter(), this.clock, (key) -> {
			if (read.incrementAndGet() == 1) {
				throw new IllegalStateException("gone");
			}
			return read.get();
		});
		assertThatThrownBy(() -> cache.get("a")).hasMessage("gone");
		assertThat(cache.get("a")).isEqualTo(2);
	}

	private static final class NewTransaction implements TransactionExecution {

	}

}
