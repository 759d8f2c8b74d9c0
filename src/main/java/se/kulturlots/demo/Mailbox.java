package se.kulturlots.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;

/**
 * Everybody's mailbox: each mail that arrives is a file, one for each recipient, so that
 * mails survive a restart. The file begins with two lines of our own: the recipient of
 * the envelope and the time by the application's clock.
 */
@Component
@Profile("demo")
public class Mailbox {

	private static final String RECIPIENT = "Delivered-To";

	private static final String RECEIVED_AT = "X-Received-At";

	private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS")
		.withZone(ZoneOffset.UTC);

	private final Path folder;

	private final AppClock clock;

	private @Nullable NavigableMap<String, ReceivedMail> known;

	Mailbox(DataFolder data, AppClock clock) throws IOException {
		this.folder = Files.createDirectories(data.mail());
		this.clock = clock;
	}

	/**
	 * Takes a mail from the mail server; if it cannot be stored, the sender is told so.
	 * @param recipient one of those it is for
	 * @return somebody who keeps nothing more
	 */
	synchronized GreenMailUser receive(MovingMessage mail, MailAddress recipient) throws MessagingException {
		Instant now = this.clock.instant();
		String id = unusedId(now);
		Path unfinished = this.folder.resolve(id + ".part");
		try {
			try (OutputStream out = Files.newOutputStream(unfinished)) {
				out.write("%s: %s\r\n%s: %s\r\n".formatted(RECIPIENT, oneLine(recipient.getEmail()), RECEIVED_AT, now)
					.getBytes(StandardCharsets.UTF_8));
				mail.getMessage().writeTo(out);
			}
			Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
			if (this.known != null) {
				this.known.put(id, summary(id));
			}
		}
		catch (IOException ex) {
			throw new MessagingException("cannot store the mail", ex);
		}
		return new Forgetful(recipient.getEmail());
	}

	/**
	 * The mails, the newest first.
	 * @param recipient a part of the recipient's address, empty for all
	 * @return all that match
	 */
	public synchronized List<ReceivedMail> find(String recipient) {
		String part = recipient.strip().toLowerCase(Locale.ROOT);
		return mails().descendingMap()
			.values()
			.stream()
			.filter((mail) -> mail.recipient().toLowerCase(Locale.ROOT).contains(part))
			.toList();
	}

	public synchronized int size() {
		return mails().size();
	}

	public synchronized Optional<OpenedMail> open(String id) {
		return Optional.ofNullable(mails().get(id)).map((mail) -> {
			try (InputStream in = Files.newInputStream(file(id))) {
				return OpenedMail.of(mail, new MimeMessage(null, in));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private NavigableMap<String, ReceivedMail> mails() {
		if (this.known == null) {
			NavigableMap<String, ReceivedMail> found = new TreeMap<>();
			try (Stream<Path> files = Files.list(this.folder)) {
				for (Path file : files.filter((file) -> file.toString().endsWith(".eml")).toList()) {
					String id = file.getFileName().toString().replace(".eml", "");
					found.put(id, summary(id));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.known = found;
		}
		return this.known;
	}

	private ReceivedMail summary(String id) throws IOException {
		try (InputStream in = Files.newInputStream(file(id))) {
			InternetHeaders headers = new InternetHeaders(in, true);
			return new ReceivedMail(id, Instant.parse(headers.getHeader(RECEIVED_AT, null)),
					headers.getHeader(RECIPIENT, null), OpenedMail.decoded(headers.getHeader("From", ", ")),
					OpenedMail.decoded(headers.getHeader("Subject", " ")));
		}
		catch (MessagingException ex) {
			throw new IOException("not a mail: " + file(id), ex);
		}
	}

	private String unusedId(Instant now) {
		for (int number = 0;; number++) {
			String id = "%s-%04d".formatted(ID.format(now), number);
			if (!Files.exists(file(id))) {
				return id;
			}
		}
	}

	private Path file(String id) {
		return this.folder.resolve(id + ".eml");
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\p{Cntrl}", "");
	}

	/** The mail server wants somebody to deliver to; the file is all we keep. */
	private static final class Forgetful extends UserImpl {

		Forgetful(String email) {
			super(email, email, "", null);
		}

		@Override
		public void deliver(MovingMessage mail) {
			// stored already
		}

	}

}
