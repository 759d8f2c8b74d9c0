package se.kulturlots.privacy.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.privacy.PersonalPages;
import se.kulturlots.privacy.PersonalPages.Person;
import se.kulturlots.privacy.PersonalRecord;

/**
 * Where people ask for a link to their pages, and the page behind it: what they have
 * registered and said, and all else that is stored about them.
 */
@Controller
class MyPagesController {

	private final PersonalPages pages;

	private final RecordFile files;

	MyPagesController(PersonalPages pages, RecordFile files) {
		this.pages = pages;
		this.files = files;
	}

	@GetMapping("/{authority}/my")
	String ask(@RequestParam(defaultValue = "false") boolean sent, Page page, Model model) {
		return showAsk(page.form(), sent, model);
	}

	@PostMapping("/{authority}/my")
	String ask(@PathVariable String authority, @Valid AskForm sent, BindingResult binding, Page page, Model model) {
		Form form = page.submitted(binding);
		Optional<EmailAddress> address = Optional.ofNullable(sent.email()).flatMap(EmailAddress::parse);
		if (sent.email() != null && address.isEmpty()) {
			form.error("email", "privacy.ask.email.invalid");
		}
		return form.done(() -> this.pages.ask(authority, address.orElseThrow(), page.locale()))
				? "redirect:" + page.home("/my?sent=true") : showAsk(form, false, model);
	}

	private static String showAsk(Form form, boolean sent, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("sent", sent);
		return "privacy/ask";
	}

	@GetMapping("/my/pages/{token}")
	String show(@PathVariable String token, Page page, Model model) {
		Person person = person(token, page);
		model.addAttribute("address", person.address().value());
		model.addAttribute("records", records(person, page));
		model.addAttribute("path", page.url("/my/pages/" + page.encode(token)));
		return "privacy/pages";
	}

	@PostMapping("/my/pages/{token}/open")
	String open(@PathVariable String token, @RequestParam Id id, Page page) {
		return "redirect:" + page.url(this.pages.open(person(token, page), id));
	}

	@GetMapping("/my/pages/{token}/data.json")
	ResponseEntity<byte[]> json(@PathVariable String token, Page page) {
		Person person = person(token, page);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("data.json").build().toString())
			.body(this.files.json(person.address(), records(person, page)));
	}

	@GetMapping("/my/pages/{token}/data.csv")
	void csv(@PathVariable String token, Page page, SheetDownload file) throws IOException {
		List<PersonalRecord> records = records(person(token, page), page);
		file.send("data", (sheet) -> this.files.write(records, page, sheet));
	}

	private Person person(String token, Page page) {
		Person person = this.pages.person(token);
		page.of(person.authorityId());
		return person;
	}

	private List<PersonalRecord> records(Person person, Page page) {
		return this.pages.of(person.authorityId(), person.address(), page);
	}

	/**
	 * What the form sends.
	 *
	 * @param email where the link is to be sent
	 */
	record AskForm(@NotBlank(message = "{privacy.ask.email.required}") @Size(max = 254) String email) {
	}

}
