package se.kulturlots.demo.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import se.kulturlots.core.web.Page;
import se.kulturlots.demo.Mailbox;
import se.kulturlots.demo.OpenedMail;
import se.kulturlots.demo.ReceivedMail;

/**
 * Everybody's mailbox for reading. The HTML of a mail is shown in a frame that runs no
 * scripts, sends no forms and loads nothing; its links open in a new tab.
 */
@Controller
@Profile("demo")
@RequestMapping("/demo/mailbox")
class MailboxController {

	private static final int PAGE_SIZE = 50;

	private static final String CSP = "Content-Security-Policy";

	private static final String CSP_OF_READING = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "font-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final String CSP_OF_MAIL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
			+ "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
			+ "sandbox allow-popups allow-popups-to-escape-sandbox";

	private final Mailbox mailbox;

	MailboxController(Mailbox mailbox) {
		this.mailbox = mailbox;
	}

	@GetMapping
	String list(@RequestParam(name = "recipient", required = false) @Nullable String typed,
			@RequestParam(name = "page", defaultValue = "1") int number, Page page, Model model) {
		String recipient = Objects.requireNonNullElse(typed, "");
		List<ReceivedMail> found = this.mailbox.find(recipient);
		int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int shown = Math.min(Math.max(number, 1), pages);
		model.addAttribute("form", page.form(Map.of("recipient", recipient)));
		model.addAttribute("total", found.size());
		model.addAttribute("mails", found.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, found.size())));
		model.addAttribute("number", shown);
		model.addAttribute("pages", pages);
		return "demo/mailbox";
	}

	@GetMapping("/{id}")
	String mail(@PathVariable String id, Model model, HttpServletResponse response) {
		model.addAttribute("opened", open(id));
		response.setHeader(CSP, CSP_OF_READING);
		return "demo/mail";
	}

	@GetMapping("/{id}/html")
	ResponseEntity<String> html(@PathVariable String id) {
		String html = open(id).html();
		if (html == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return ResponseEntity.ok()
			.header(CSP, CSP_OF_MAIL)
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.body(openingLinksInNewTabs(html));
	}

	private static String openingLinksInNewTabs(String html) {
		String base = "<base target=\"_blank\">";
		String changed = html.replaceFirst("(?i)<head[^>]*>", "$0" + base);
		return changed.equals(html) ? base + html : changed;
	}

	@GetMapping("/{id}/attachments/{number}")
	ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable int number) {
		List<OpenedMail.Attachment> attachments = open(id).attachments();
		if (number < 0 || number >= attachments.size()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		OpenedMail.Attachment attachment = attachments.get(number);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(attachment.name(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(attachment.bytes());
	}

	private OpenedMail open(String id) {
		return this.mailbox.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
