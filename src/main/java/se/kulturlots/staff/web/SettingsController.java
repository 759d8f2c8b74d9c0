package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.authority.ClosedDays;
import se.kulturlots.authority.Units;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Page;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;
import se.kulturlots.staff.SettingsService;

/**
 * All that an authority has decided about itself; each part is changed on its own page.
 */
@Controller
class SettingsController {

	static final String SETTINGS = "/staff/settings";

	private static final int LINES = 30;

	private final Authorities authorities;

	private final Units units;

	private final ClosedDays closedDays;

	private final Ladders ladders;

	private final AuthorityTexts texts;

	private final Journal journal;

	private final Accounts accounts;

	private final AppClock clock;

	SettingsController(Authorities authorities, Units units, ClosedDays closedDays, Ladders ladders,
			AuthorityTexts texts, Journal journal, Accounts accounts, AppClock clock) {
		this.authorities = authorities;
		this.units = units;
		this.closedDays = closedDays;
		this.ladders = ladders;
		this.texts = texts;
		this.journal = journal;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** Back to the overview, which says that it is saved. */
	static String saved(Page page) {
		return "redirect:" + page.url(SETTINGS + "?saved");
	}

	@GetMapping(SETTINGS)
	String settings(@AuthenticationPrincipal Account account, @RequestParam Optional<String> saved, Page page,
			Model model) {
		String authority = account.authority();
		LocalDate today = this.clock.today(page.zone());
		model.addAttribute("saved", saved.isPresent());
		model.addAttribute("mayChange", account.has(Role.ADMIN));
		model.addAttribute("authority", this.authorities.get(authority));
		model.addAttribute("units", this.units.findByAuthorityIdOrderByName(authority));
		model.addAttribute("closedDays",
				this.closedDays.of(authority).stream().filter((day) -> !day.isBefore(today)).sorted().toList());
		model.addAttribute("ladders", ladders(authority, page));
		model.addAttribute("texts", this.texts.of(List.of(authority)));
		model.addAttribute("journal",
				JournalLine.of(this.journal.of(authority, SettingsService.caseId(authority), false, LINES),
						this.accounts.names(authority), page));
		return "staff/settings/overview";
	}

	private Map<DeadlineKind, String> ladders(String authority, Page page) {
		Map<DeadlineKind, String> words = new LinkedHashMap<>();
		this.ladders.reminded()
			.forEach((kind) -> words.put(kind, LadderWords.of(this.ladders.of(authority, kind), page)));
		return words;
	}

}
