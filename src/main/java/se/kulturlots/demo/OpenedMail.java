package se.kulturlots.demo;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * A mail taken apart for reading.
 *
 * @param mail what the list shows of it
 * @param headers all its headers, decoded
 * @param text the text, or null if it has none
 * @param html the HTML, or null if it has none; not to be trusted
 * @param attachments what is attached
 */
public record OpenedMail(ReceivedMail mail, List<Line> headers, @Nullable String text, @Nullable String html,
		List<Attachment> attachments) {

	static OpenedMail of(ReceivedMail mail, MimeMessage message) throws MessagingException, IOException {
		List<Line> headers = new ArrayList<>();
		for (Header header : Collections.list(message.getAllHeaders())) {
			headers.add(new Line(header.getName(), decoded(header.getValue())));
		}
		Parts parts = new Parts();
		parts.add(message);
		return new OpenedMail(mail, headers, parts.text, parts.html, parts.attachments);
	}

	static String decoded(@Nullable String header) {
		if (header == null) {
			return "";
		}
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(header));
		}
		catch (UnsupportedEncodingException ex) {
			return header;
		}
	}

	/** A header. */
	public record Line(String name, String value) {
	}

	/**
	 * A file that came with the mail.
	 *
	 * @param type its type as written
	 * @param bytes what is in it
	 */
	public record Attachment(String name, String type, byte[] bytes) {
	}

	/** Collects the first text, the first HTML and all the rest. */
	private static final class Parts {

		@Nullable String text;

		@Nullable String html;

		final List<Attachment> attachments = new ArrayList<>();

		void add(Part part) throws MessagingException, IOException {
			boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
			if (part.isMimeType("multipart/*")) {
				Multipart multipart = (Multipart) part.getContent();
				for (int i = 0; i < multipart.getCount(); i++) {
					add(multipart.getBodyPart(i));
				}
			}
			else if (!attached && this.html == null && part.isMimeType("text/html")) {
				this.html = part.getContent().toString();
			}
			else if (!attached && this.text == null && part.isMimeType("text/plain")) {
				this.text = part.getContent().toString();
			}
			else {
				String name = (part.getFileName() != null) ? decoded(part.getFileName())
						: "attachment-" + (this.attachments.size() + 1);
				this.attachments.add(new Attachment(name, part.getContentType(), part.getInputStream().readAllBytes()));
			}
		}

	}

}
