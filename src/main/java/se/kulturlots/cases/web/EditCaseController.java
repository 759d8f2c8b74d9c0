package se.kulturlots.cases.web;

import java.io.IOException;
import java.util.HashMap;
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

import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseHandling;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.Cases;
import se.kulturlots.cases.JournalExport;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/**
 * What staff call a case, its number in the authority's records and the unit whose work
 * it is; its journal as a file.
 */
@Controller
@RequestMapping("/staff/cases/{id}")
class EditCaseController {

	private final Cases cases;

	private final CaseKinds kinds;

	private final CaseHandling handling;

	private final Units units;

	private final JournalExport journal;

	EditCaseController(Cases cases, CaseKinds kinds, CaseHandling handling, Units units, JournalExport journal) {
		this.cases = cases;
		this.kinds = kinds;
		this.handling = handling;
		this.units = units;
		this.journal = journal;
	}

	@GetMapping("/edit")
	String edit(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Case one = forChange(id, account);
		Map<String, String> values = new HashMap<>(Map.of("title", one.title()));
		if (one.diaryNumber() != null) {
			values.put("diaryNumber", one.diaryNumber());
		}
		if (one.unitId() != null) {
			values.put("unit", one.unitId().toString());
		}
		return show(one, page.form(values), model);
	}

	@PostMapping("/edit")
	String save(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid CaseForm sent,
			BindingResult binding, Page page, Model model) {
		Case one = forChange(id, account);
		Form form = page.submitted(binding);
		return form
			.done(() -> this.handling.edit(account.authority(), id, sent.title(), sent.diaryNumber(), sent.unit()))
					? "redirect:" + this.kinds.staffPath(one) : show(one, form, model);
	}

	private String show(Case one, Form form, Model model) {
		model.addAttribute("title", one.title());
		model.addAttribute("back", this.kinds.staffPath(one));
		model.addAttribute("path", "/staff/cases/" + one.id() + "/edit");
		model.addAttribute("units",
				this.units.findByAuthorityIdOrderByName(one.authorityId())
					.stream()
					.map((unit) -> Choice.of(unit.id().toString(), unit.name()))
					.toList());
		model.addAttribute("form", form);
		return "cases/edit";
	}

	private Case forChange(CaseId id, Account account) {
		Case one = this.cases.get(account.authority(), id);
		if (!account.has(Role.OFFICER) && !account.has(Role.MANAGER)) {
			throw CaseProblem.officersOnly();
		}
		return one;
	}

	@GetMapping({ "/journal.csv", "/journal.xlsx" })
	void journal(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, SheetDownload file)
			throws IOException {
		Case one = this.cases.get(account.authority(), id);
		file.send(page.t("cases.export.file", one.slug()), (sheet) -> this.journal.write(one, page, sheet));
	}

	/**
	 * What the form sends.
	 *
	 * @param title what the case is called
	 * @param diaryNumber its number in the authority's records, or nothing
	 * @param unit the unit whose work it is, or nothing
	 */
	record CaseForm(@NotBlank(message = "{cases.edit.title.required}") @Size(min = 5, max = 120) String title,
			@Nullable @Size(max = 40) String diaryNumber, @Nullable UnitId unit) {
	}

}
