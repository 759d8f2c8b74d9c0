package se.kulturlots.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class OutboxSenderTest extends MailTest {

	private static final Duration LEASE = Duration.ofMinutes(5);

	@Autowired
	OutboxQueue queue;

	@Autowired
	Authorities allAuthorities;

	@Autowired
	MailProperties properties;

	@Autowired
	SenderThread thread;

	private OutboxSender senderTo(SmtpServer server) {
		return new OutboxSender(this.queue, server, this.allAuthorities, this.properties, this.clock);
	}

	private void pass(Duration time) {
		this.clock.setOffset(this.clock.offset().plus(time));
	}

	@Test
	void manySendersAtOnceNeverSendTwice() throws Exception {
		List<EmailAddress> recipients = new ArrayList<>();
		List<Mail> mails = new ArrayList<>();
		for (int i = 0; i < 150; i++) {
			EmailAddress recipient = somebody();
			recipients.add(recipient);
			mails.add(mailTo(recipient));
		}
		put(mails.toArray(Mail[]::new));
		int senders = 4;
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(senders);
		List<Future<Integer>> results = new ArrayList<>();
		for (int i = 0; i < senders; i++) {
			results.add(threads.submit(() -> {
				start.await();
				return this.sender.sendDue();
			}));
		}
		start.countDown();
		int sent = 0;
		for (Future<Integer> result : results) {
			sent += result.get(60, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertThat(sent).isEqualTo(150);
		assertThat(recipients).allSatisfy((recipient) -> assertThat(receivedBy(recipient)).hasSize(1));
		assertThat(this.log.count(this.authority.id(), null, List.of(MailState.SENT))).isEqualTo(150);
	}

	@Test
	void whenAskedToWaitItTriesAgainLaterAndLater() throws IOException {
		put(mailTo(somebody()));
		try (FaultySmtp smtp = new FaultySmtp().answering("RCPT", "451 4.7.1 greylisted")) {
			OutboxSender faulty = senderTo(smtp.server());
			faulty.sendDue();
			assertThat(only().state()).isEqualTo(MailState.RETRY);
			assertThat(only().reason()).isEqualTo("451 4.7.1");
			assertThat(only().reasonKey()).isEqualTo("mail.reason.later");
			faulty.sendDue();
			assertThat(smtp.asked()).isEqualTo(1);
			pass(Duration.ofSeconds(16));
			faulty.sendDue();
			assertThat(smtp.asked()).isEqualTo(2);
			pass(Duration.ofSeconds(16));
			faulty.sendDue();
			assertThat(smtp.asked()).isEqualTo(2);
			pass(Duration.ofSeconds(15));
			faulty.sendDue();
			assertThat(smtp.asked()).isEqualTo(3);
			assertThat(smtp.taken()).isZero();
		}
		pass(Duration.ofHours(1));
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(only().attempts()).isEqualTo(4);
	}

	@Test
	void afterFourDaysItGivesUp() throws IOException {
		put(mailTo(somebody()));
		try (FaultySmtp smtp = new FaultySmtp().answering("RCPT", "450 mailbox busy")) {
			senderTo(smtp.server()).sendDue();
			pass(Duration.ofDays(4).plusMinutes(1));
			senderTo(smtp.server()).sendDue();
		}
		assertThat(only().state()).isEqualTo(MailState.FAILED);
		assertThat(only().reason()).isEqualTo("450");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MAIL", "RCPT", "DATA", "." })
	void whatIsRefusedFailsAtOnce(String command) throws IOException {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		try (FaultySmtp smtp = new FaultySmtp().answering(command, "550 5.1.1 <" + recipient + "> unknown")) {
			senderTo(smtp.server()).sendDue();
		}
		assertThat(only().state()).isEqualTo(MailState.FAILED);
		assertThat(only().attempts()).isEqualTo(1);
		assertThat(only().reason()).isEqualTo("550 5.1.1");
		assertThat(only().reasonKey()).isEqualTo("mail.reason.refused");
		assertThat(this.log.failedCount(this.authority.id())).isEqualTo(1);
		pass(Duration.ofDays(1));
		assertThat(this.sender.sendDue()).isZero();
	}

	@Test
	void oneRefusedMailDoesNotHoldUpTheOthers() throws IOException {
		put(mailTo(somebody()));
		// as it may have been stored before such an address was refused
		this.jdbc.sql("update mail set recipient = 'åsa@forening.example' where authority_id = :authority")
			.param("authority", this.authority.id())
			.update();
		EmailAddress possible = somebody();
		put(mailTo(possible));
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(receivedBy(possible)).hasSize(1);
		assertThat(this.log.of(this.authority.id(), null, MailLog.TROUBLED, 0)).singleElement()
			.satisfies((entry) -> assertThat(entry.reasonKey()).isEqualTo("mail.reason.address"));
	}

	@Test
	void whenTheServerIsDownMailsWaitAndGoWhenItIsBack() throws IOException {
		int nobodyThere;
		try (ServerSocket socket = new ServerSocket(0)) {
			nobodyThere = socket.getLocalPort();
		}
		EmailAddress recipient = somebody();
		put(mailTo(recipient), mailTo(somebody()));
		for (int hour = 0; hour < 12; hour++) {
			assertThat(senderTo(FaultySmtp.serverAt(nobodyThere)).sendDue()).isZero();
			pass(Duration.ofHours(1));
		}
		assertThat(this.log.of(this.authority.id(), null, List.of(MailState.RETRY), 0))
			.anySatisfy((entry) -> assertThat(entry.reason()).isEqualTo("connection"));
		pass(Duration.ofMinutes(2));
		assertThat(this.sender.sendDue()).isEqualTo(2);
		assertThat(receivedBy(recipient)).hasSize(1);
		assertThat(count(MailState.SENT)).isEqualTo(2);
	}

	private int count(MailState state) {
		return this.log.count(this.authority.id(), null, List.of(state));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GREETING", "MAIL", "RCPT", "DATA" })
	void whatBreaksBeforeHandingOverIsTriedAgain(String command) throws IOException {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		try (FaultySmtp smtp = new FaultySmtp().answering(command, FaultySmtp.CLOSE)) {
			senderTo(smtp.server()).sendDue();
		}
		assertThat(only().state()).isEqualTo(MailState.RETRY);
		try (FaultySmtp smtp = new FaultySmtp().answering(command, FaultySmtp.HANG)) {
			pass(Duration.ofMinutes(1));
			senderTo(smtp.server()).sendDue();
		}
		assertThat(only().state()).isEqualTo(MailState.RETRY);
		assertThat(only().attempts()).isEqualTo(2);
		assertThat(only().reason()).isEqualTo("connection");
		pass(Duration.ofMinutes(1));
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(receivedBy(recipient)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { FaultySmtp.CLOSE, FaultySmtp.HANG })
	void whatBreaksAfterHandingOverIsInDoubtAndNeverSentAgainByItself(String fault) throws IOException {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		try (FaultySmtp smtp = new FaultySmtp().answering(".", fault)) {
			senderTo(smtp.server()).sendDue();
			assertThat(smtp.taken()).isEqualTo(1);
		}
		assertThat(only().state()).isEqualTo(MailState.UNKNOWN);
		assertThat(only().reason()).isEqualTo("noAnswer");
		pass(Duration.ofDays(30));
		assertThat(this.sender.sendDue()).isZero();
		assertThat(receivedBy(recipient)).isEmpty();
		this.log.retry(this.authority.id(), only().id());
		assertThat(this.sender.sendDue()).isEqualTo(1);
	}

	@Test
	void aSenderThatDiedBeforeHandingOverLeavesTheMailToTheNext() {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		assertThat(this.queue.claim(20, LEASE).mails()).hasSize(1);
		assertThat(this.sender.sendDue()).isZero();
		pass(LEASE);
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(receivedBy(recipient)).hasSize(1);
		assertThat(only().attempts()).isEqualTo(2);
	}

	@Test
	void aSenderThatDiedAfterHandingOverLeavesTheMailInDoubt() {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		Lease lease = this.queue.claim(20, LEASE);
		assertThat(this.queue.handOver(only().id(), lease.id(), LEASE)).isTrue();
		pass(LEASE);
		assertThat(this.sender.sendDue()).isZero();
		assertThat(only().state()).isEqualTo(MailState.UNKNOWN);
		assertThat(receivedBy(recipient)).isEmpty();
	}

	@Test
	void aSlowSenderWhoseMailWasTakenOverDoesNotSendIt() throws IOException {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		try (FaultySmtp slow = new FaultySmtp()) {
			slow.doing("RCPT", () -> {
				pass(LEASE);
				this.sender.sendDue();
			});
			assertThat(senderTo(slow.server()).sendDue()).isZero();
			assertThat(slow.asked()).isEqualTo(1);
			assertThat(slow.taken()).isZero();
		}
		assertThat(receivedBy(recipient)).hasSize(1);
		assertThat(only().state()).isEqualTo(MailState.SENT);
	}

	@Test
	void aLateAnswerClearsTheDoubt() throws IOException {
		put(mailTo(somebody()));
		try (FaultySmtp slow = new FaultySmtp()) {
			slow.doing(".", () -> {
				pass(LEASE);
				this.sender.sendDue();
				assertThat(only().state()).isEqualTo(MailState.UNKNOWN);
			});
			assertThat(senderTo(slow.server()).sendDue()).isEqualTo(1);
		}
		assertThat(only().state()).isEqualTo(MailState.SENT);
	}

	@Test
	void aMailGoesAtOnceAfterCommit() {
		this.thread.start();
		try {
			for (int i = 0; i < 3; i++) {
				EmailAddress recipient = somebody();
				put(mailTo(recipient));
				await().atMost(Duration.ofSeconds(5)).until(() -> receivedBy(recipient).size() == 1);
			}
			await().atMost(Duration.ofSeconds(5)).until(() -> count(MailState.SENT) == 3);
		}
		finally {
			this.thread.stop();
		}
		assertThat(this.thread.isRunning()).isFalse();
	}

	@Test
	void mailsWhoseTimeComesWhenTheClockJumpsGoAtOnce() {
		this.thread.start();
		try {
			EmailAddress recipient = somebody();
			Mail mail = mailTo(recipient);
			put(new Mail(mail.authorityId(), mail.caseId(), mail.occasion(), 0, mail.kind(), 0, recipient,
					mail.letter(), List.of(), this.clock.instant().plus(Duration.ofDays(3))));
			pass(Duration.ofDays(3));
			await().atMost(Duration.ofSeconds(5)).until(() -> receivedBy(recipient).size() == 1);
		}
		finally {
			this.thread.stop();
		}
	}

	@Test
	void aReceiptDoesNotWaitBehindManyInvitations() {
		List<Mail> invitations = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			invitations.add(mailTo(somebody()));
		}
		put(invitations.toArray(Mail[]::new));
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		AtomicInteger asked = new AtomicInteger();
		assertThat(this.sender.sendDue(() -> asked.incrementAndGet() <= 5)).isEqualTo(4);
		assertThat(receivedBy(recipient)).hasSize(1);
		assertThat(this.sender.sendDue()).isEqualTo(57);
	}

	@Test
	void aSenderThatIsStoppedGivesBackWhatItHasNotTried() {
		put(mailTo(somebody()), mailTo(somebody()), mailTo(somebody()));
		AtomicInteger asked = new AtomicInteger();
		assertThat(this.sender.sendDue(() -> asked.incrementAndGet() <= 2)).isEqualTo(1);
		assertThat(count(MailState.PENDING)).isEqualTo(2);
		assertThat(this.log.of(this.authority.id(), null, List.of(MailState.PENDING), 0))
			.allSatisfy((entry) -> assertThat(entry.attempts()).isZero());
		assertThat(this.sender.sendDue()).isEqualTo(2);
	}

	@Test
	void nothingIsSentInsideATransactionThatCouldStillBeRolledBack() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.sender.sendDue()));
	}

}
