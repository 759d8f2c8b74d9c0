package se.kulturlots.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;

/**
 * Sends what is due. Any number of senders may work at once: a mail is claimed by one,
 * and goes over the wire only while that claim holds.
 */
@Component
public class OutboxSender {

	private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

	private static final int TRIES_TO_STORE = 3;

	private final OutboxQueue queue;

	private final SmtpServer server;

	private final Authorities authorities;

	private final MailProperties properties;

	private final AppClock clock;

	OutboxSender(OutboxQueue queue, SmtpServer server, Authorities authorities, MailProperties properties,
			AppClock clock) {
		this.queue = queue;
		this.server = server;
		this.authorities = authorities;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Sends all that is due now, or until the server is gone.
	 * @return how many mails the server has taken
	 */
	@Transactional(propagation = Propagation.NEVER)
	public int sendDue() {
		return sendDue(() -> true);
	}

	int sendDue(BooleanSupplier goOn) {
		this.queue.recover();
		int sent = 0;
		try (SmtpConnection connection = this.server.open()) {
			boolean more = goOn.getAsBoolean();
			while (more) {
				Lease lease = this.queue.claim(this.properties.sender().batch(), this.properties.sender().lease());
				Run run = new Run(lease, connection, goOn);
				run.send();
				sent += run.sent;
				more = !lease.mails().isEmpty() && !run.ended;
			}
		}
		return sent;
	}

	private Map<String, Authority> senders(List<ClaimedMail> mails) {
		Set<String> ids = mails.stream().map(ClaimedMail::authorityId).collect(Collectors.toSet());
		return this.authorities.findAllById(ids).stream().collect(Collectors.toMap(Authority::id, Function.identity()));
	}

	/** The sending of the mails of one lease. */
	private final class Run {

		private final Lease lease;

		private final SmtpConnection connection;

		private final BooleanSupplier goOn;

		private int sent;

		private boolean ended;

		Run(Lease lease, SmtpConnection connection, BooleanSupplier goOn) {
			this.lease = lease;
			this.connection = connection;
			this.goOn = goOn;
		}

		void send() {
			List<ClaimedMail> mails = this.lease.mails();
			Map<String, Authority> senders = senders(mails);
			for (int i = 0; i < mails.size(); i++) {
				if (!this.goOn.getAsBoolean() || !OutboxSender.this.clock.instant().isBefore(this.lease.until())) {
					this.ended = true;
				}
				if (this.ended) {
					release(mails.subList(i, mails.size()));
					return;
				}
				send(mails.get(i), Objects.requireNonNull(senders.get(mails.get(i).authorityId())));
			}
		}

		private void send(ClaimedMail mail, Authority sender) {
			try {
				MimeMessage message = compose(mail, sender);
				if (this.connection.send(message, () -> handOver(mail))) {
					settle(mail, () -> OutboxSender.this.queue.sent(mail.id(), this.lease.id()));
					this.sent++;
				}
			}
			catch (SendFault fault) {
				this.ended = fault.serverGone();
				settle(mail, () -> notSent(mail, fault));
			}
		}

		private MimeMessage compose(ClaimedMail mail, Authority sender) throws SendFault {
			try {
				return new MimeLetter(mail, sender, OutboxSender.this.properties.from(),
						OutboxSender.this.clock.instant());
			}
			catch (MessagingException | IllegalArgumentException ex) {
				throw SendFault.unsendable("message");
			}
		}

		private boolean handOver(ClaimedMail mail) {
			return OutboxSender.this.queue.handOver(mail.id(), this.lease.id(),
					OutboxSender.this.properties.sender().lease());
		}

		private void notSent(ClaimedMail mail, SendFault fault) {
			Instant now = OutboxSender.this.clock.instant();
			MailState outcome = fault.outcome();
			Duration tried = Duration.between(mail.triedSince(), now);
			if (outcome == MailState.RETRY
					&& tried.compareTo(OutboxSender.this.properties.sender().giveUpAfter()) > 0) {
				outcome = MailState.FAILED;
			}
			Instant due = now.plus(Backoff.after(mail.attempts(), fault.serverGone()));
			OutboxSender.this.queue.notSent(mail.id(), this.lease.id(), outcome, fault.reason(), due);
			log.info("Mail {}: {} ({})", mail.id(), outcome, fault.reason());
		}

		private void release(List<ClaimedMail> mails) {
			List<MailId> ids = mails.stream().map(ClaimedMail::id).toList();
			OutboxSender.this.queue.release(this.lease.id(), ids);
		}

		// the mail has gone, or not, whatever the database says: a lost connection to it
		// is
		// no reason to leave the mail in doubt
		private void settle(ClaimedMail mail, Runnable statement) {
			for (int attempt = 1; attempt <= TRIES_TO_STORE; attempt++) {
				try {
					statement.run();
					return;
				}
				catch (DataAccessException ex) {
					log.warn("Mail {}: its state could not be stored ({})", mail.id(), ex.getClass().getSimpleName());
				}
			}
			this.ended = true;
		}

	}

}
