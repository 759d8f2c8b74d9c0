package se.kulturlots.scenario;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.AppClock;
import se.kulturlots.mail.OutboxSender;

import static org.assertj.core.api.Assertions.assertThat;

/** Brings an authority's mails to where people read them. */
final class Post {

	private final String authorityId;

	private final OutboxSender sender;

	private final GreenMail server;

	private final AppClock clock;

	private final JdbcClient jdbc;

	Post(ApplicationContext context, String authorityId) {
		this.authorityId = authorityId;
		this.sender = context.getBean(OutboxSender.class);
		this.server = context.getBean(GreenMail.class);
		this.clock = context.getBean(AppClock.class);
		this.jdbc = context.getBean(JdbcClient.class);
	}

	/** Sends all, and waits for the hours at which mails go out to many. */
	void carry() {
		this.sender.sendDue();
		while (waiting() != null) {
			this.clock.jumpTo(waiting().plusSeconds(1));
			this.sender.sendDue();
		}
	}

	private Instant waiting() {
		return this.jdbc.sql("""
				select due_at from mail where authority_id = :authority and state in ('PENDING', 'RETRY')
				order by due_at limit 1""")
			.param("authority", this.authorityId)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant)
			.orElse(null);
	}

	/** What everything is about that somebody has got. */
	List<String> subjectsTo(String recipient) {
		return to(recipient).stream().map(Received::subject).toList();
	}

	/** The latest mail to somebody whose subject contains a text. */
	Received latest(String recipient, String subject) {
		List<Received> all = to(recipient);
		List<Received> found = all.stream().filter((mail) -> mail.subject().contains(subject)).toList();
		assertThat(found)
			.as("mail ”%s” to %s among %s", subject, recipient, all.stream().map(Received::subject).toList())
			.isNotEmpty();
		return found.get(found.size() - 1);
	}

	/** All that somebody has got. */
	List<Received> to(String recipient) {
		carry();
		return Arrays.stream(this.server.getReceivedMessages())
			.map(Received::new)
			.filter((mail) -> mail.isTo(recipient))
			.toList();
	}

	/** A mail as it was received. */
	record Received(MimeMessage message) {

		boolean isTo(String recipient) {
			try {
				return Arrays.toString(this.message.getAllRecipients()).contains(recipient);
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}

		String subject() {
			try {
				return this.message.getSubject();
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** The text, without pictures and formatting. */
		String text() {
			return part(this.message, "text/plain");
		}

		String calendar() {
			return part(this.message, "text/calendar");
		}

		Received says(String... texts) {
			assertThat(text()).contains(texts);
			return this;
		}

		/** Where the link leads whose address contains a text. */
		String link(String part) {
			Matcher link = Pattern.compile("https?://\\S*" + Pattern.quote(part) + "\\S*").matcher(text());
			assertThat(link.find()).as("link with %s in %s", part, text()).isTrue();
			return link.group();
		}

		private static String part(Part part, String type) {
			try {
				if (part.isMimeType(type)) {
					Object content = part.getContent();
					return (content instanceof String text) ? text : new String(part.getInputStream().readAllBytes());
				}
				if (part.getContent() instanceof Multipart parts) {
					for (int i = 0; i < parts.getCount(); i++) {
						BodyPart each = parts.getBodyPart(i);
						String found = part(each, type);
						if (!found.isEmpty()) {
							return found;
						}
					}
				}
				return "";
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
