package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.register.BulkChanges;
import se.kulturlots.register.SectorTable;
import se.kulturlots.register.SectorWord;

/** Where the sectors are kept that the words of files are counted to. */
@Controller
class SectorTableController {

	static final String SECTORS = "/staff/register/sectors";

	private final SectorTable table;

	private final BulkChanges bulkChanges;

	private final Accounts accounts;

	private final FieldChoices choices;

	SectorTableController(SectorTable table, BulkChanges bulkChanges, Accounts accounts, FieldChoices choices) {
		this.table = table;
		this.bulkChanges = bulkChanges;
		this.accounts = accounts;
		this.choices = choices;
	}

	@GetMapping(SECTORS)
	String table(@AuthenticationPrincipal Account account, @RequestParam Optional<String> done, Page page,
			Model model) {
		Writing.check(account);
		SectorTable.WithoutSector without = this.table.withoutSector(account.authority());
		List<String> words = new ArrayList<>(without.undecided().stream().map(SectorWord::word).toList());
		Map<String, String> values = new LinkedHashMap<>();
		this.table.lines(account.authority()).forEach((line) -> {
			values.put(SectorLines.SECTOR + words.size(), String.valueOf(line.sector()));
			words.add(line.word());
		});
		model.addAttribute("words", words);
		model.addAttribute("saved", done.filter("saved"::equals).isPresent());
		return show(account, page.form(values), this.table.version(account.authority()), without, page, model);
	}

	@PostMapping(SECTORS)
	String save(@AuthenticationPrincipal Account account, @RequestParam(defaultValue = "0") int version, Page page,
			Model model) {
		Writing.check(account);
		Form form = page.submitted();
		List<SectorTable.Line> lines = SectorLines.of(form);
		if (form.done(() -> this.table.save(account.authority(), version, lines))) {
			return "redirect:" + page.url(SECTORS) + "?done=saved";
		}
		List<String> words = SectorLines.words(form);
		model.addAttribute("words", words.isEmpty() ? words : words.subList(0, words.size() - 1));
		model.addAttribute("saved", false);
		return show(account, form, version, this.table.withoutSector(account.authority()), page, model);
	}

	@PostMapping(SECTORS + "/apply")
	String apply(@AuthenticationPrincipal Account account, @RequestParam(defaultValue = "0") int version,
			@RequestParam(defaultValue = "0") int toApply, Page page) {
		Writing.check(account);
		return "redirect:" + page
			.url(BulkChangeController.CHANGES + "/" + this.table.apply(account.authority(), version, toApply));
	}

	private String show(Account account, Form form, int version, SectorTable.WithoutSector without, Page page,
			Model model) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		without.undecided().forEach((word) -> counts.put(word.word(), word.count()));
		model.addAttribute("form", form);
		model.addAttribute("version", version);
		model.addAttribute("counts", counts);
		model.addAttribute("toApply", without.toApply());
		model.addAttribute("latest", this.bulkChanges.latest(account.authority()));
		model.addAttribute("people", this.accounts.names(account.authority()));
		model.addAttribute("sectors", this.choices.readAs(page));
		return "register/sectors";
	}

}
