package se.kulturlots.cases.web;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseNoteId;
import se.kulturlots.cases.CaseNotes;
import se.kulturlots.cases.CaseNotes.CaseNote;
import se.kulturlots.cases.NotesToColleagues;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;

/** What staff note for each other on a case; authors change and remove their own. */
@Controller
@RequestMapping("/staff/{cases}/{id}/notes")
class CaseNotesController {

	private final CaseKinds kinds;

	private final CaseNotes notes;

	private final NotesToColleagues colleagues;

	private final Accounts accounts;

	CaseNotesController(CaseKinds kinds, CaseNotes notes, NotesToColleagues colleagues, Accounts accounts) {
		this.kinds = kinds;
		this.notes = notes;
		this.colleagues = colleagues;
		this.accounts = accounts;
	}

	@GetMapping
	String notes(@PathVariable String cases, @PathVariable CaseId id,
			@RequestParam(name = "page", defaultValue = "1") int number, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		return show(of, page.form(), number, account, model);
	}

	@PostMapping
	String write(@PathVariable String cases, @PathVariable CaseId id, @Valid NoteForm sent, BindingResult binding,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		Form form = page.submitted(binding);
		return form.done(() -> this.colleagues.write(of, form.submissionId(), account, sent.text(), sent.chosen()))
				? "redirect:" + path(of) : show(of, form, 1, account, model);
	}

	@PostMapping("/seen")
	String seen(@PathVariable String cases, @PathVariable CaseId id, @AuthenticationPrincipal Account account) {
		Case of = this.kinds.get(account.authority(), cases, id);
		this.notes.seen(account.authority(), id, account.id());
		return "redirect:" + path(of);
	}

	private String show(Case of, Form form, int number, Account account, Model model) {
		int last = Math.max(1, (this.notes.count(of.authorityId(), of.id(), account.id()) + CaseNotes.PAGE_SIZE - 1)
				/ CaseNotes.PAGE_SIZE);
		int current = Math.min(Math.max(1, number), last);
		model.addAttribute("named", this.notes.isUnseen(of.authorityId(), of.id(), account.id()));
		model.addAttribute("current", current);
		model.addAttribute("last", last);
		model.addAttribute("notes", this.notes.of(of.authorityId(), of.id(), account.id(), current - 1));
		model.addAttribute("names", this.accounts.names(of.authorityId()));
		return form(of, form, "cases/notes", account, model);
	}

	private String form(Case of, Form form, String template, Account account, Model model) {
		model.addAttribute("of", of);
		model.addAttribute("path", path(of));
		model.addAttribute("form", form);
		model.addAttribute("colleagues",
				this.colleagues.colleagues(account)
					.stream()
					.map((each) -> Choice.of(each.id(), each.displayName()))
					.toList());
		return template;
	}

	@GetMapping("/{caseNoteId}/edit")
	String edit(@PathVariable String cases, @PathVariable CaseId id, @PathVariable CaseNoteId caseNoteId,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		CaseNote note = this.colleagues.get(of, account, caseNoteId);
		model.addAttribute("note", note);
		return form(of, page.form(Map.of("text", note.text(), "colleagues", note.mentioned())), "cases/noteEdit",
				account, model);
	}

	@PostMapping("/{caseNoteId}/edit")
	String change(@PathVariable String cases, @PathVariable CaseId id, @PathVariable CaseNoteId caseNoteId,
			@Valid NoteForm sent, BindingResult binding, @AuthenticationPrincipal Account account, Page page,
			Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		model.addAttribute("note", this.colleagues.get(of, account, caseNoteId));
		Form form = page.submitted(binding);
		return form.done(() -> this.colleagues.change(of, account, caseNoteId, sent.text(), sent.chosen()))
				? "redirect:" + path(of) : form(of, form, "cases/noteEdit", account, model);
	}

	@GetMapping("/{caseNoteId}/remove")
	String remove(@PathVariable String cases, @PathVariable CaseId id, @PathVariable CaseNoteId caseNoteId,
			@AuthenticationPrincipal Account account, Model model) {
		Case of = this.kinds.get(account.authority(), cases, id);
		model.addAttribute("of", of);
		model.addAttribute("path", path(of));
		model.addAttribute("note", this.colleagues.get(of, account, caseNoteId));
		return "cases/noteRemove";
	}

	@PostMapping("/{caseNoteId}/remove")
	String removed(@PathVariable String cases, @PathVariable CaseId id, @PathVariable CaseNoteId caseNoteId,
			@AuthenticationPrincipal Account account) {
		Case of = this.kinds.get(account.authority(), cases, id);
		this.colleagues.remove(of, account, caseNoteId);
		return "redirect:" + path(of);
	}

	@PostMapping("/{caseNoteId}/restore")
	String restored(@PathVariable String cases, @PathVariable CaseId id, @PathVariable CaseNoteId caseNoteId,
			@AuthenticationPrincipal Account account) {
		Case of = this.kinds.get(account.authority(), cases, id);
		this.colleagues.restore(of, account, caseNoteId);
		return "redirect:" + path(of);
	}

	private String path(Case of) {
		return this.kinds.staffPath(of) + "/notes";
	}

	/**
	 * What the form sends.
	 *
	 * @param text the note
	 * @param colleagues the accounts of those who are told of it
	 */
	record NoteForm(@SeveralLines @NotBlank(message = "{cases.notes.text.required}") @Size(max = 4000) String text,
			@Nullable List<String> colleagues) {

		List<String> chosen() {
			return (this.colleagues != null) ? this.colleagues : List.of();
		}

	}

}
