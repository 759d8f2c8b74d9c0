package se.kulturlots.register.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
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
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.register.ImportFile;
import se.kulturlots.register.ImportId;
import se.kulturlots.register.ImportedRows;
import se.kulturlots.register.ImportedRows.Which;
import se.kulturlots.register.OrganisationImports;
import se.kulturlots.register.SectorTable;

/** Where a file comes into the register: chosen, looked at row by row, confirmed. */
@Controller
class ImportController {

	static final String IMPORT = "/staff/register/import";

	/** Seconds until a page that shows progress is asked for again. */
	private static final String SOON = "2";

	private final OrganisationImports imports;

	private final ImportedRows rows;

	private final SectorTable sectors;

	private final FieldChoices choices;

	ImportController(OrganisationImports imports, ImportedRows rows, SectorTable sectors, FieldChoices choices) {
		this.imports = imports;
		this.rows = rows;
		this.sectors = sectors;
		this.choices = choices;
	}

	@GetMapping(IMPORT)
	String choose(@AuthenticationPrincipal Account account, Page page, Model model) {
		Writing.check(account);
		return show(account, page.form(), model);
	}

	@PostMapping(IMPORT)
	String receive(@AuthenticationPrincipal Account account,
			@RequestParam(required = false) @Nullable MultipartFile file, Page page, Model model) {
		Writing.check(account);
		Form form = page.submitted();
		if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
			return show(account, form.error("file", "register.import.file.missing"), model);
		}
		String name = file.getOriginalFilename();
		Optional<ImportId> waiting = form.attempt(() -> receive(account, name, file));
		return waiting.map((id) -> "redirect:" + page.url(IMPORT + "/" + id))
			.orElseGet(() -> show(account, form, model));
	}

	private ImportId receive(Account account, String name, MultipartFile file) {
		try (InputStream content = file.getInputStream()) {
			return this.imports.receive(account.authority(), account.id(), name, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@GetMapping(IMPORT + "/{id}")
	String look(@AuthenticationPrincipal Account account, @PathVariable ImportId id,
			@RequestParam Optional<String> rows, @RequestParam(name = "page") Optional<String> number, Page page,
			Model model, HttpServletResponse response) {
		Writing.check(account);
		return look(account, id, rows.orElse(""), number(number.orElse("")), page.form(), page, model, response);
	}

	private String look(Account account, ImportId id, String rows, int number, Form form, Page page, Model model,
			HttpServletResponse response) {
		ImportFile file = this.imports.get(account.authority(), id);
		model.addAttribute("file", file);
		if (file.state().isUnderWay()) {
			response.setHeader("Refresh", SOON);
			return "register/importUnderWay";
		}
		model.addAttribute("form", form);
		if (!file.state().hasReport()) {
			return "register/importFailed";
		}
		Which which = Arrays.stream(Which.values())
			.filter((one) -> one.name().equals(rows))
			.findFirst()
			.orElse(Which.ALL);
		int last = Math.max(1, (this.rows.count(id, which) + ImportedRows.PAGE_SIZE - 1) / ImportedRows.PAGE_SIZE);
		int current = Math.max(1, Math.min(last, number));
		model.addAttribute("report", this.rows.report(id));
		model.addAttribute("which", which);
		model.addAttribute("rows", this.rows.of(id, which, current - 1));
		model.addAttribute("current", current);
		model.addAttribute("last", last);
		model.addAttribute("words", (file.state() == ImportFile.State.READ)
				? this.imports.undecidedWords(account.authority(), id) : List.of());
		model.addAttribute("sectors", this.choices.readAs(page));
		return "register/importReport";
	}

	private static int number(String page) {
		return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
	}

	@GetMapping({ IMPORT + "/{id}/rows.csv", IMPORT + "/{id}/rows.xlsx" })
	void download(@AuthenticationPrincipal Account account, @PathVariable ImportId id, Page page, SheetDownload file)
			throws IOException {
		Writing.check(account);
		this.imports.get(account.authority(), id);
		file.send(page.t("register.rows.file"), (sheet) -> this.rows.write(id, page.locale(), sheet));
	}

	@PostMapping(IMPORT + "/{id}/take")
	String take(@AuthenticationPrincipal Account account, @PathVariable ImportId id,
			@RequestParam(defaultValue = "0") int reading, @RequestParam(defaultValue = "false") boolean take,
			@RequestParam Optional<Integer> row, @RequestParam(name = "page") Optional<String> number, Page page,
			Model model, HttpServletResponse response) {
		Writing.check(account);
		Form form = page.submitted();
		if (!form
			.done(() -> row.ifPresentOrElse((one) -> this.imports.choose(account.authority(), id, reading, one, take),
					() -> this.imports.chooseAll(account.authority(), id, reading, take)))) {
			return look(account, id, Which.DIFFERING.name(), number(number.orElse("")), form, page, model, response);
		}
		return "redirect:" + page.url(IMPORT + "/" + id) + "?rows=" + Which.DIFFERING + "&page="
				+ number(number.orElse(""));
	}

	@PostMapping(IMPORT + "/{id}/headings")
	String readAs(@AuthenticationPrincipal Account account, @PathVariable ImportId id,
			@RequestParam(defaultValue = "false") boolean withoutHeadings, Page page, Model model,
			HttpServletResponse response) {
		Writing.check(account);
		Form form = page.submitted();
		ImportFile file = this.imports.get(account.authority(), id);
		List<String> chosen = IntStream.range(0, Math.min(file.headings().size(), ImportFile.MOST_CHOSEN))
			.mapToObj((index) -> form.value("column." + index))
			.toList();
		List<String> columns = Stream.concat(chosen.stream(), file.columnsAfter(chosen).stream()).toList();
		return form.done(() -> this.imports.readAs(account.authority(), id, columns, withoutHeadings))
				? "redirect:" + page.url(IMPORT + "/" + id) : look(account, id, "", 1, form, page, model, response);
	}

	@PostMapping(IMPORT + "/{id}/words")
	String decide(@AuthenticationPrincipal Account account, @PathVariable ImportId id, Page page, Model model,
			HttpServletResponse response) {
		Writing.check(account);
		this.imports.get(account.authority(), id);
		Form form = page.submitted();
		List<SectorTable.Line> lines = SectorLines.of(form).stream().filter((line) -> line.sector() != null).toList();
		return form.done(() -> this.sectors.decide(account.authority(), lines))
				? "redirect:" + page.url(IMPORT + "/" + id) : look(account, id, "", 1, form, page, model, response);
	}

	@PostMapping(IMPORT + "/{id}")
	String confirm(@AuthenticationPrincipal Account account, @PathVariable ImportId id,
			@RequestParam(defaultValue = "0") int reading, Page page, Model model, HttpServletResponse response) {
		Writing.check(account);
		Form form = page.submitted();
		return form.done(() -> this.imports.confirm(account.authority(), id, reading))
				? "redirect:" + page.url(IMPORT + "/" + id) : look(account, id, "", 1, form, page, model, response);
	}

	@PostMapping(IMPORT + "/{id}/undo")
	String undo(@AuthenticationPrincipal Account account, @PathVariable ImportId id, Page page) {
		Writing.check(account);
		this.imports.undo(account.authority(), id);
		return "redirect:" + page.url(IMPORT + "/" + id);
	}

	private String show(Account account, Form form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("latest", this.imports.latest(account.authority()));
		return "register/import";
	}

}
