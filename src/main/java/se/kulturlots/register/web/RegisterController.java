package se.kulturlots.register.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;
import se.kulturlots.mail.MailLog;
import se.kulturlots.mail.Refusals;
import se.kulturlots.register.ContactLog;
import se.kulturlots.register.Duplicates;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationChanges;
import se.kulturlots.register.OrganisationExport;
import se.kulturlots.register.OrganisationJoins;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.Organisations;
import se.kulturlots.register.Participation;
import se.kulturlots.register.Register;
import se.kulturlots.register.SavedFilters;

/** The register as all staff read it. */
@Controller
class RegisterController {

	private static final int HISTORY = 20;

	private static final Set<String> OUTCOMES = Set.of("added", "changed", "approved", "joined", "joinedWith",
			"joinTakenBack", "contact", "doNotWrite", "mayWrite", "removed", "restored",
			OrganisationController.ALREADY_THERE);

	private final Organisations organisations;

	private final OrganisationSearch search;

	private final OrganisationExport export;

	private final Register register;

	private final Municipalities municipalities;

	private final FieldChoices choices;

	private final Journal journal;

	private final OrganisationChanges changes;

	private final Accounts accounts;

	private final OrganisationJoins joins;

	private final Duplicates duplicates;

	private final List<Participation> participation;

	private final MailLog mails;

	private final Refusals refusals;

	private final ContactLog contacts;

	private final SavedFilters saved;

	RegisterController(Organisations organisations, OrganisationSearch search, OrganisationExport export,
			Register register, Municipalities municipalities, FieldChoices choices, Journal journal,
			OrganisationChanges changes, Accounts accounts, OrganisationJoins joins, Duplicates duplicates,
			List<Participation> participation, MailLog mails, Refusals refusals, ContactLog contacts,
			SavedFilters saved) {
		this.organisations = organisations;
		this.search = search;
		this.export = export;
		this.register = register;
		this.municipalities = municipalities;
		this.choices = choices;
		this.journal = journal;
		this.changes = changes;
		this.accounts = accounts;
		this.joins = joins;
		this.duplicates = duplicates;
		this.participation = participation;
		this.mails = mails;
		this.refusals = refusals;
		this.contacts = contacts;
		this.saved = saved;
	}

	@GetMapping("/staff/register")
	String list(@AuthenticationPrincipal Account account, ListFilter filter,
			@RequestParam(name = "page") Optional<String> number, Page page, Model model) {
		String authority = account.authority();
		model.addAttribute("filter", filter);
		model.addAttribute("found", this.search.find(authority, filter.filter(), number(number.orElse("")) - 1));
		model.addAttribute("counts", this.search.counts(authority));
		model.addAttribute("form", page.form(filter));
		model.addAttribute("municipalities", this.choices.municipalities(this.municipalities.of(authority)));
		model.addAttribute("sectors", this.choices.sectors(page));
		model.addAttribute("priorityGroups", this.choices.priorityGroups(page));
		model.addAttribute("statuses", this.choices.statuses(page));
		model.addAttribute("saved", this.saved.of(authority));
		model.addAttribute("mayWrite", Writing.allowed(account));
		model.addAttribute("duplicates", Writing.allowed(account) ? this.duplicates.count(authority) : 0);
		return "register/list";
	}

	static int number(String page) {
		return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
	}

	@GetMapping({ "/staff/register/export.csv", "/staff/register/export.xlsx" })
	void export(@AuthenticationPrincipal Account account, ListFilter filter, Page page, SheetDownload file)
			throws IOException {
		file.send(page.t("register.export.file"),
				(sheet) -> this.export.write(account.authority(), filter.filter(), page.locale(), sheet));
	}

	@GetMapping("/staff/register/{id}")
	String one(@AuthenticationPrincipal Account account, @PathVariable OrganisationId id,
			@RequestParam Optional<String> done, Page page, Model model) {
		String authority = account.authority();
		Organisation organisation = this.organisations.get(authority, id);
		boolean alike = organisation.isPending() && Writing.allowed(account);
		model.addAttribute("view", OrganisationView.of(organisation, place(organisation),
				alike ? this.register.alike(organisation)
					.stream()
					.map((other) -> new OrganisationView.Alike(other, this.register.differences(organisation, other)))
					.toList() : List.of(),
				JournalLine.of(this.journal.of(authority, id, false, HISTORY), this.accounts.names(authority), page),
				page));
		model.addAttribute("changes", this.changes.of(authority, id));
		model.addAttribute("municipalities", this.municipalities.names());
		List<OrganisationId> parts = this.joins.allOf(id);
		model.addAttribute("parts",
				this.participation.stream()
					.flatMap((each) -> each.of(authority, parts, page).stream())
					.sorted(Comparator.comparing(Participation.Part::at).reversed())
					.toList());
		model.addAttribute("mails", this.mails.toOrganisations(authority, parts));
		model.addAttribute("contacts", this.contacts.of(parts));
		model.addAttribute("names", this.accounts.names(authority));
		model.addAttribute("refused", this.refusals.isRefused(authority, id));
		model.addAttribute("joinedInto", this.joins.of(organisation).orElse(null));
		model.addAttribute("joinedHere", this.joins.into(organisation));
		model.addAttribute("mayWrite", Writing.allowed(account));
		model.addAttribute("done", done.filter(OUTCOMES::contains).orElse(""));
		return "register/organisation";
	}

	private String place(Organisation organisation) {
		String code = organisation.municipalityCode();
		return (code != null) ? this.municipalities.find(code).map(Municipality::name).orElse("") : "";
	}

}
