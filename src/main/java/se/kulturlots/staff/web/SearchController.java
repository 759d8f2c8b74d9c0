package se.kulturlots.staff.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.Findings.Found;
import se.kulturlots.core.Findings;
import se.kulturlots.core.SearchWords;
import se.kulturlots.core.web.Page;

/**
 * Searches everything that belongs to the authority: a few of each kind, or one kind page
 * by page.
 */
@Controller
class SearchController {

	/** How many of each kind stand beside each other. */
	private static final int FEW = 5;

	private static final int PAGE_SIZE = 20;

	private static final int LAST_PAGE = 500;

	private final List<Findings> all;

	SearchController(List<Findings> all) {
		this.all = all;
	}

	@GetMapping("/staff/search")
	String search(@RequestParam(required = false) @Nullable String text,
			@RequestParam(name = "kind", required = false) @Nullable String wantedKind,
			@RequestParam(name = "page", defaultValue = "1") String wantedPage, Page page, Model model) {
		AccountInfo reader = Objects.requireNonNull(page.account());
		SearchWords words = SearchWords.of(text);
		Findings only = this.all.stream().filter((each) -> each.kind().equals(wantedKind)).findFirst().orElse(null);
		int number = number(wantedPage);
		List<SearchGroup> groups = List.of();
		if (words.enough()) {
			groups = (only != null) ? List.of(page(only, words, reader, page, number)) : this.all.stream()
				.map((each) -> new SearchGroup(each.kind(), each.messageKey(), each.find(words, reader, page, 0, FEW)))
				.filter((group) -> group.found().total() > 0)
				.toList();
		}
		int total = groups.stream().mapToInt((group) -> group.found().total()).sum();
		model.addAttribute("text", (text != null) ? text : "");
		model.addAttribute("enough", words.enough());
		model.addAttribute("only", (only != null) ? only.kind() : null);
		model.addAttribute("groups", groups);
		model.addAttribute("total", total);
		model.addAttribute("number", number);
		model.addAttribute("last", Math.max(1, Math.min(LAST_PAGE, (total + PAGE_SIZE - 1) / PAGE_SIZE)));
		return "staff/search";
	}

	/** A page after the last one shows how many there are, and the way back. */
	private static SearchGroup page(Findings findings, SearchWords words, AccountInfo reader, Page page, int number) {
		Found found = findings.find(words, reader, page, (number - 1) * PAGE_SIZE, PAGE_SIZE);
		if (found.findings().isEmpty() && number > 1) {
			found = new Found(findings.find(words, reader, page, 0, 1).total(), List.of());
		}
		return new SearchGroup(findings.kind(), findings.messageKey(), found);
	}

	private static int number(String wanted) {
		return wanted.matches("[1-9][0-9]{0,2}") ? Math.min(Integer.parseInt(wanted), LAST_PAGE) : 1;
	}

}
