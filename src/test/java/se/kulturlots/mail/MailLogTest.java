package se.kulturlots.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.Problem;
import se.kulturlots.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailLogTest extends MailTest {

	@Autowired
	Journal journal;

	@Test
	void staffSeeMailsOfACaseByStateTheNewestFirst() {
		Mail first = mailTo(somebody());
		put(first);
		this.sender.sendDue();
		Mail second = mailTo(somebody());
		put(second);
		String authority = this.authority.id();
		assertThat(this.log.of(authority, this.caseId, List.of(), 0)).extracting(MailLog.Entry::recipient)
			.containsExactly(second.recipient().value(), first.recipient().value());
		assertThat(this.log.of(authority, this.caseId, List.of(MailState.SENT), 0)).extracting(MailLog.Entry::recipient)
			.containsExactly(first.recipient().value());
		assertThat(this.log.of(authority, new CaseId(UUID.randomUUID()), List.of(), 0)).isEmpty();
		assertThat(this.log.of(authority, null, List.of(), 1)).isEmpty();
		this.sender.sendDue();
	}

	@Test
	void anotherAuthoritySeesAndSendsNothing() {
		fail();
		String other = this.authorities.region().id();
		assertThat(this.log.of(other, this.caseId, List.of(), 0)).isEmpty();
		assertThat(this.log.failedCount(other)).isZero();
		MailId id = only().id();
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> this.log.retry(other, id))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
	}

	@Test
	void aMailIsSentAgainFromTheCaseThatItBelongsTo() {
		fail();
		MailId id = only().id();
		assertThatExceptionOfType(MailProblem.class)
			.isThrownBy(() -> this.log.retry(this.authority.id(), new CaseId(UUID.randomUUID()), id))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
		this.log.retry(this.authority.id(), this.caseId, id);
		assertThat(only().state()).isEqualTo(MailState.PENDING);
	}

	@Test
	void aFailedMailIsSentAgainWhenStaffSaySo() {
		fail();
		this.log.retry(this.authority.id(), only().id());
		assertThat(only().state()).isEqualTo(MailState.PENDING);
		assertThat(only().attempts()).isZero();
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(this.journal.of(this.authority.id(), this.caseId, false, 10)).extracting(Journal.Entry::textKey)
			.containsExactly("mail.journal.retried");
	}

	@Test
	void whoeverIsNotToBeWrittenToGetsNothingThatWasOnItsWay() {
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		put(mailTo(somebody()).to(organisation));
		this.jdbc.sql("update mail set state = 'FAILED', reason = '550' where authority_id = :authority")
			.param("authority", this.authority.id())
			.update();
		this.jdbc
			.sql("insert into mail_refusal (authority_id, addressee, since) values (:authority, :addressee, now())")
			.param("authority", this.authority.id())
			.param("addressee", organisation)
			.update();
		MailId id = only().id();
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> this.log.retry(this.authority.id(), id))
			.satisfies((problem) -> assertThat(problem.messageKey()).isEqualTo("mail.problem.suppressed"));
		this.jdbc.sql("update mail set state = 'RETRY' where id = :id").param("id", id).update();
		assertThat(this.sender.sendDue()).isZero();
		assertThat(this.log.of(this.authority.id(), null, List.of(), 0)).isEmpty();
	}

	@Test
	void aMailThatWaitsOrIsSentCannotBeSentAgain() {
		put(mailTo(somebody()));
		MailId id = only().id();
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> this.log.retry(this.authority.id(), id));
		this.sender.sendDue();
		assertThatExceptionOfType(MailProblem.class).isThrownBy(() -> this.log.retry(this.authority.id(), id));
	}

	@Test
	void aMailToAnOrganisationGoesToTheAddressItHasWhenItIsSentAgain() {
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		EmailAddress wrong = somebody();
		EmailAddress right = somebody();
		put(mailTo(wrong).to(organisation));
		this.jdbc.sql("update mail set state = 'FAILED', reason = '550' where authority_id = :authority")
			.param("authority", this.authority.id())
			.update();
		readdress(this.authorities.region().id(), organisation, somebody());
		readdress(this.authority.id(), new OrganisationId(UUID.randomUUID()), somebody());
		assertThat(only().recipient()).isEqualTo(wrong.value());
		readdress(this.authority.id(), organisation, right);
		this.log.retry(this.authority.id(), only().id());
		assertThat(this.sender.sendDue()).isEqualTo(1);
		assertThat(receivedBy(right)).hasSize(1);
		assertThat(receivedBy(wrong)).isEmpty();
		readdress(this.authority.id(), organisation, somebody());
		assertThat(only().recipient()).as("where it went").isEqualTo(right.value());
	}

	private void readdress(String authority, OrganisationId organisation, EmailAddress address) {
		this.transaction
			.executeWithoutResult((status) -> this.outbox.readdress(authority, Map.of(organisation, address.value())));
	}

	private void fail() {
		put(mailTo(somebody()));
		this.jdbc.sql("update mail set state = 'FAILED', reason = '550' where authority_id = :authority")
			.param("authority", this.authority.id())
			.update();
	}

}
