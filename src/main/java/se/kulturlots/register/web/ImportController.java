package se.kulturlots.register.web;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.register.ImportFiles;

/** Where a file comes into the register: chosen, looked at, confirmed. */
@Controller
class ImportController {

	private static final String IMPORT = "/staff/register/import";

	private final ImportFiles files;

	ImportController(ImportFiles files) {
		this.files = files;
	}

	@GetMapping(IMPORT)
	String choose(@AuthenticationPrincipal Account account, Page page, Model model) {
		Writing.check(account);
		return show(page.form(), model);
	}

	@PostMapping(IMPORT)
	String receive(@AuthenticationPrincipal Account account,
			@RequestParam(required = false) @Nullable MultipartFile file, Page page, Model model) throws IOException {
		Writing.check(account);
		Form form = page.submitted();
		if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
			return show(form.error("file", "register.import.file.missing"), model);
		}
		byte[] content = file.getBytes();
		String name = file.getOriginalFilename();
		Optional<UUID> waiting = form
			.attempt(() -> this.files.receive(account.authority(), account.id(), name, content));
		return waiting.map((id) -> "redirect:" + page.url(IMPORT + "/" + id)).orElseGet(() -> show(form, model));
	}

	@GetMapping(IMPORT + "/{id}")
	String look(@AuthenticationPrincipal Account account, @PathVariable UUID id, Model model) {
		Writing.check(account);
		ImportFiles.ImportFile file = this.files.get(account.authority(), id);
		model.addAttribute("file", file);
		if (file.report().isPresent()) {
			return "register/importDone";
		}
		model.addAttribute("preview", this.files.preview(account.authority(), id));
		return "register/importPreview";
	}

	@PostMapping(IMPORT + "/{id}")
	String confirm(@AuthenticationPrincipal Account account, @PathVariable UUID id, Page page) {
		Writing.check(account);
		this.files.confirm(account.authority(), id);
		return "redirect:" + page.url(IMPORT + "/" + id);
	}

	private static String show(Form form, Model model) {
		model.addAttribute("form", form);
		return "register/import";
	}

}
