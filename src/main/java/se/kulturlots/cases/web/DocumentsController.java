package se.kulturlots.cases.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.Document;
import se.kulturlots.cases.DocumentId;
import se.kulturlots.cases.Documents;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.LanguageNames;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** The documents of a case: added and removed by officers. */
@Controller
@RequestMapping("/staff/{cases}/{id}/documents")
class DocumentsController {

	private final CaseKinds kinds;

	private final Documents documents;

	DocumentsController(CaseKinds kinds, Documents documents) {
		this.kinds = kinds;
		this.documents = documents;
	}

	@GetMapping
	String list(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		return show(page.form(), open(cases, id, account, model), account, page, model);
	}

	@PostMapping
	String add(@PathVariable String cases, @PathVariable CaseId id, @Valid DocumentForm sent, BindingResult binding,
			@AuthenticationPrincipal Account account, Page page, Model model) throws IOException {
		Case of = forChange(cases, id, account, model);
		Form form = page.submitted(binding);
		MultipartFile file = sent.file();
		if (file == null || file.isEmpty() || file.getOriginalFilename() == null) {
			form.error("file", "cases.document.file.missing");
			return show(form, of, account, page, model);
		}
		if (sent.language() != null && !LanguageNames.ALL.contains(sent.language())) {
			form.error("language", "cases.document.language.required");
		}
		byte[] content = file.getBytes();
		String name = file.getOriginalFilename();
		return form.done(() -> this.documents.add(of.authorityId(), id, form.submissionId(), sent.title(),
				sent.language(), name, content, account.id())) ? "redirect:" + path(of)
						: show(form, of, account, page, model);
	}

	@GetMapping("/{documentId}")
	ResponseEntity<byte[]> download(@PathVariable String cases, @PathVariable CaseId id,
			@PathVariable DocumentId documentId, @AuthenticationPrincipal Account account, Model model) {
		Document document = this.documents.get(open(cases, id, account, model).id(), documentId);
		return DocumentFile.of(document, this.documents.content(document));
	}

	@GetMapping("/{documentId}/remove")
	String remove(@PathVariable String cases, @PathVariable CaseId id, @PathVariable DocumentId documentId,
			@AuthenticationPrincipal Account account, Model model) {
		model.addAttribute("document", this.documents.get(forChange(cases, id, account, model).id(), documentId));
		return "cases/documentRemove";
	}

	@PostMapping("/{documentId}/remove")
	String removed(@PathVariable String cases, @PathVariable CaseId id, @PathVariable DocumentId documentId,
			@AuthenticationPrincipal Account account, Model model) {
		Case of = forChange(cases, id, account, model);
		this.documents.remove(of.authorityId(), id, this.documents.get(id, documentId));
		return "redirect:" + path(of);
	}

	@PostMapping("/{documentId}/restore")
	String restored(@PathVariable String cases, @PathVariable CaseId id, @PathVariable DocumentId documentId,
			@AuthenticationPrincipal Account account, Model model) {
		Case of = forChange(cases, id, account, model);
		this.documents.restore(of.authorityId(), id, documentId);
		return "redirect:" + path(of);
	}

	private String show(Form form, Case of, Account account, Page page, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("documents", this.documents.of(of.id()));
		model.addAttribute("officer", account.has(Role.OFFICER));
		model.addAttribute("removed", account.has(Role.OFFICER) ? this.documents.removed(of.id()) : List.of());
		model.addAttribute("languages",
				LanguageNames.ALL.stream()
					.map((tag) -> Choice.of(tag, Locale.forLanguageTag(tag).getDisplayLanguage(page.locale())))
					.toList());
		return "cases/documents";
	}

	private Case open(String cases, CaseId id, Account account, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		model.addAttribute("of", of);
		model.addAttribute("path", path(of));
		return of;
	}

	private Case forChange(String cases, CaseId id, Account account, Model model) {
		Case of = open(cases, id, account, model);
		if (!account.has(Role.OFFICER)) {
			throw CaseProblem.officersOnly();
		}
		return of;
	}

	private String path(Case of) {
		return this.kinds.staffPath(of) + "/documents";
	}

	/**
	 * What the form sends.
	 *
	 * @param title what the document is
	 * @param language the language it is written in
	 */
	record DocumentForm(@NotBlank(message = "{cases.document.title.required}") @Size(max = 120) String title,
			@NotBlank(message = "{cases.document.language.required}") String language, @Nullable MultipartFile file) {
	}

}
