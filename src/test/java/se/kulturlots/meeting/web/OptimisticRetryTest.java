package se.kulturlots.meeting.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.core.Afterwards;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingProcess;
import se.kulturlots.meeting.Receipt;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
class OptimisticRetryTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	RegistrationService desk;

	@Autowired
	Processes processes;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Afterwards afterwards;

	@Autowired
	TaskService tasks;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Cases cases;

	@Test
	void whoRegistersWhileTheProcessMovesOnIsRegisteredAllTheSame() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(5);
		CompletableFuture<Receipt> receipt = this.transaction.execute((status) -> {
			// moves the process on, and holds it until the other one waits for it
			this.processes.tell(meeting.id(), meeting.authorityId(), MeetingProcess.MOVED);
			CompletableFuture<Receipt> other = register(sample, meeting, "Ida");
			waitForSomebodyWhoWaits();
			return other;
		});
		assertThat(receipt.get(30, TimeUnit.SECONDS).waiting()).isFalse();
		this.afterwards.run();
		assertThat(this.cases.task(meeting.id(), "contactParticipant")).isNotNull();
		assertThat(sample.mails("meeting-registered")).hasSize(1);
	}

	@Test
	void manyTopicsAtOnceAreManyTasks() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(5);
		List<CompletableFuture<Receipt>> receipts = IntStream.range(0, 8)
			.mapToObj((i) -> register(sample, meeting, "person" + i))
			.toList();
		for (CompletableFuture<Receipt> receipt : receipts) {
			receipt.get(30, TimeUnit.SECONDS);
		}
		this.afterwards.run();
		assertThat(this.tasks.createTaskQuery()
			.processInstanceBusinessKey(meeting.id().toString())
			.taskDefinitionKey("contactParticipant")
			.count()).isEqualTo(8);
	}

	private CompletableFuture<Receipt> register(SampleMeetings sample, Meeting meeting, String name) {
		return CompletableFuture.supplyAsync(() -> OptimisticRetry.of(() -> this.desk.register(meeting.id(),
				UUID.randomUUID(), sample.email(name), Locale.forLanguageTag("sv"), sample.details(name, "Scener"))));
	}

	private void waitForSomebodyWhoWaits() {
		for (int i = 0; i < 200; i++) {
			if (this.jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0) {
				return;
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		throw new IllegalStateException("nobody waits");
	}

}
