package se.kulturlots.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutboxTest extends MailTest {

	@Autowired
	Suppressions suppressions;

	@Test
	void aMailGoesWhenItsCauseIsStored() {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		assertThat(only().state()).isEqualTo(MailState.PENDING);
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(receivedBy(recipient)).hasSize(1);
		assertThat(only().state()).isEqualTo(MailState.SENT);
		assertThat(only().sentAt()).isNotNull();
	}

	@Test
	void noMailGoesWhenItsCauseIsRolledBack() {
		EmailAddress recipient = somebody();
		this.transaction.executeWithoutResult((status) -> {
			this.outbox.put(mailTo(recipient));
			status.setRollbackOnly();
		});
		assertThat(this.sender.sendDue()).isZero();
		assertThat(this.log.count(this.authority.id(), null, List.of())).isZero();
		assertThat(receivedBy(recipient)).isEmpty();
	}

	@Test
	void aMailCannotBePutOutsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.put(mailTo(somebody())));
	}

	@Test
	void theSameMailPutAgainDoesNothing() {
		EmailAddress recipient = somebody();
		put(mailTo(recipient), mailTo(recipient));
		this.sender.sendDue();
		put(mailTo(recipient));
		put(mailTo(new EmailAddress(recipient.value().replace("nagon", "Nagon"))));
		this.sender.sendDue();
		assertThat(receivedBy(recipient)).hasSize(1);
		assertThat(only().state()).isEqualTo(MailState.SENT);
	}

	@Test
	void anotherVersionKindStepOrRecipientIsAnotherMail() {
		Mail mail = mailTo(somebody());
		put(mail, variant(mail, 1, "a", 0), variant(mail, 1, "a", 1), variant(mail, 1, "b", 0), mailTo(somebody()));
		assertThat(this.log.count(this.authority.id(), this.caseId, List.of())).isEqualTo(5);
		this.sender.sendDue();
	}

	@Test
	void twoOrganisationsWithOneAddressGetAMailEach() {
		EmailAddress recipient = somebody();
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		put(mailTo(recipient).to(organisation), mailTo(recipient).to(new OrganisationId(UUID.randomUUID())));
		put(mailTo(recipient).to(organisation));
		this.sender.sendDue();
		assertThat(receivedBy(recipient)).hasSize(2);
	}

	private static Mail variant(Mail mail, int version, String kind, int step) {
		return new Mail(mail.authorityId(), mail.caseId(), mail.occasion(), version, kind, step, mail.recipient(),
				mail.letter(), List.of(), null);
	}

	@Test
	void theSameMailsPutAtOnceByTwoAreStoredOnce() throws Exception {
		List<Mail> mails = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			mails.add(mailTo(somebody()));
		}
		List<Mail> backwards = new ArrayList<>(mails);
		Collections.reverse(backwards);
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		List<Future<?>> puts = new ArrayList<>();
		for (List<Mail> order : List.of(mails, backwards)) {
			puts.add(threads.submit(() -> {
				start.await();
				put(order.toArray(Mail[]::new));
				return null;
			}));
		}
		start.countDown();
		for (Future<?> put : puts) {
			put.get(30, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertThat(this.log.count(this.authority.id(), null, List.of())).isEqualTo(50);
		assertThat(this.sender.sendDue()).isEqualTo(50);
	}

	@Test
	void aMailWaitsForItsTime() {
		Mail mail = mailTo(somebody());
		Instant morning = this.clock.instant().plus(Duration.ofHours(3));
		put(new Mail(mail.authorityId(), mail.caseId(), mail.occasion(), 0, mail.kind(), 0, mail.recipient(),
				mail.letter(), List.of(), morning));
		assertThat(this.sender.sendDue()).isZero();
		this.clock.jumpTo(morning);
		assertThat(this.sender.sendDue()).isEqualTo(1);
	}

	@Test
	void bodyAndFilesAreBlankedOnceSent() {
		Mail mail = Mail.now(this.authority.id(), this.caseId, "meeting:" + this.caseId, "meeting.confirmation",
				somebody(), letter(), new Attachment("a.txt", "text/plain", new byte[] { 65 }));
		put(mail);
		MailId id = only().id();
		assertThat(stored(id)).isEqualTo(2);
		this.sender.sendDue();
		assertThat(stored(id)).isZero();
		assertThat(only().subject()).isEqualTo("Välkommen till samråd");
	}

	private int stored(MailId id) {
		return this.jdbc.sql("""
				select (select count(*) from mail where id = :id and (text_body is not null or html_body is not null))
					+ (select count(*) from mail_attachment where mail_id = :id)""")
			.param("id", id)
			.query(Integer.class)
			.single();
	}

	@Test
	void aSuppressedAddressGetsNothing() {
		EmailAddress recipient = somebody();
		this.suppressions.suppress(this.authority.id(), recipient, "asked");
		EmailAddress other = somebody();
		put(mailTo(recipient), mailTo(other));
		this.sender.sendDue();
		assertThat(receivedBy(recipient)).isEmpty();
		assertThat(receivedBy(other)).hasSize(1);
		assertThat(only().recipient()).isEqualTo(other.value());
	}

	@Test
	void aSuppressedAddressGetsWhatAnotherAuthoritySends() {
		EmailAddress recipient = somebody();
		this.suppressions.suppress(this.authorities.region().id(), recipient, "asked");
		put(mailTo(recipient));
		this.sender.sendDue();
		assertThat(receivedBy(recipient)).hasSize(1);
	}

	@Test
	void suppressionStopsWhatWaits() {
		EmailAddress recipient = somebody();
		put(mailTo(recipient));
		this.suppressions.suppress(this.authority.id(), recipient, "asked");
		assertThat(this.sender.sendDue()).isZero();
		assertThat(only().reasonKey()).isEqualTo("mail.reason.suppressed");
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> this.log.retry(this.authority.id(), only().id()));
		this.suppressions.lift(this.authority.id(), recipient);
		this.log.retry(this.authority.id(), only().id());
		assertThat(this.sender.sendDue()).isEqualTo(1);
	}

}
