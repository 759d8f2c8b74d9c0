package se.kulturlots.consultation.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.CoverageNumbers;
import se.kulturlots.consultation.CoverageNumbers.Counts;
import se.kulturlots.consultation.CoverageNumbers.Stage;
import se.kulturlots.consultation.SilentOrganisations;
import se.kulturlots.consultation.SilentOrganisations.Which;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.register.Municipalities;

/**
 * Who is known, invited, heard and answered, by municipality, sector and priority group:
 * of one consultation, and of all of an authority.
 */
@Controller
class CoverageController {

	private final StaffConsultation head;

	private final Consultations consultations;

	private final CoverageNumbers numbers;

	private final SilentOrganisations silent;

	private final Municipalities municipalities;

	private final OrganisationChoices organisations;

	private final ConsultationSheets sheets;

	CoverageController(StaffConsultation head, Consultations consultations, CoverageNumbers numbers,
			SilentOrganisations silent, Municipalities municipalities, OrganisationChoices organisations,
			ConsultationSheets sheets) {
		this.head = head;
		this.consultations = consultations;
		this.numbers = numbers;
		this.silent = silent;
		this.municipalities = municipalities;
		this.organisations = organisations;
		this.sheets = sheets;
	}

	@GetMapping("/staff/consultations/{id}/coverage")
	String ofOne(@PathVariable CaseId id, @RequestParam(required = false) @Nullable String stage,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		Consultation before = before(consultation);
		Counts then = (before != null) ? this.numbers.of(account.authority(), List.of(before.id())).all() : null;
		boolean comparable = then != null && then.invited() > 0;
		model.addAttribute("coverage", view(account.authority(), List.of(id), comparable ? then : null, stage, page));
		model.addAttribute("before", comparable ? before : null);
		return "consultation/staffCoverage";
	}

	@GetMapping("/staff/coverage")
	String ofAll(@RequestParam(required = false) @Nullable String stage, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		List<Consultation> all = this.consultations.ofAuthority(account.authority());
		List<CaseId> ids = all.stream().map(Consultation::id).toList();
		Map<CaseId, Counts> each = this.numbers.each(account.authority(), ids);
		model.addAttribute("coverage", view(account.authority(), ids, null, stage, page));
		model.addAttribute("each", each);
		model.addAttribute("consultations", all.stream().filter((one) -> each.containsKey(one.id())).toList());
		return "consultation/staffCoverageAll";
	}

	@GetMapping({ "/staff/consultations/{id}/coverage.csv", "/staff/consultations/{id}/coverage.xlsx" })
	void fileOfOne(@PathVariable CaseId id, @RequestParam(required = false) @Nullable String stage,
			@AuthenticationPrincipal Account account, Page page, SheetDownload file) throws IOException {
		Consultation consultation = this.consultations.get(account.authority(), id);
		CoverageView coverage = view(account.authority(), List.of(id), null, stage, page);
		file.send(page.t("consultation.coverage.file", consultation.slug()),
				(sheet) -> this.sheets.coverage(coverage, page, sheet));
	}

	@GetMapping({ "/staff/coverage.csv", "/staff/coverage.xlsx" })
	void fileOfAll(@RequestParam(required = false) @Nullable String stage, @AuthenticationPrincipal Account account,
			Page page, SheetDownload file) throws IOException {
		List<CaseId> ids = this.consultations.ofAuthority(account.authority()).stream().map(Consultation::id).toList();
		CoverageView coverage = view(account.authority(), ids, null, stage, page);
		file.send(page.t("consultation.coverage.file", account.authority()),
				(sheet) -> this.sheets.coverage(coverage, page, sheet));
	}

	@GetMapping({ "/staff/consultations/{id}/silent.csv", "/staff/consultations/{id}/silent.xlsx" })
	void silent(@PathVariable CaseId id, SilentChoices choices, @AuthenticationPrincipal Account account, Page page,
			SheetDownload file) throws IOException {
		Consultation consultation = this.consultations.get(account.authority(), id);
		file.send(page.t("consultation.silent.file", consultation.slug()),
				(sheet) -> this.sheets.silent(account.authority(), id, choices, page, sheet));
	}

	@GetMapping("/staff/consultations/{id}/silent")
	String silent(@PathVariable CaseId id, SilentChoices choices,
			@RequestParam(name = "page", required = false) @Nullable String number,
			@AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		int wanted = (number != null && number.matches("[0-9]{1,6}")) ? Integer.parseInt(number) : 1;
		int count = this.silent.count(account.authority(), id, choices.chosen(), choices.filter());
		int last = Math.max(1, (count + SilentOrganisations.PAGE_SIZE - 1) / SilentOrganisations.PAGE_SIZE);
		int current = Math.max(1, Math.min(last, wanted));
		model.addAttribute("count", count);
		model.addAttribute("current", current);
		model.addAttribute("last", last);
		model.addAttribute("rows", this.silent.find(account.authority(), id, choices.chosen(), choices.filter(),
				(current - 1) * SilentOrganisations.PAGE_SIZE, SilentOrganisations.PAGE_SIZE));
		model.addAttribute("choices", choices);
		model.addAttribute("mayInvite", consultation.inviteesConfirmedAt() == null);
		model.addAttribute("form", page.form(choices));
		this.organisations.add(account.authority(), page, model);
		model.addAttribute("whiches",
				Arrays.stream(Which.values()).map((one) -> Choice.of(one.name(), page.t(one.messageKey()))).toList());
		return "consultation/staffSilent";
	}

	/** The one before it with which it is compared. */
	private @Nullable Consultation before(Consultation consultation) {
		return this.consultations.ofAuthority(consultation.authorityId())
			.stream()
			.filter((one) -> one.decisionDate().isBefore(consultation.decisionDate()))
			.findFirst()
			.orElse(null);
	}

	private CoverageView view(String authority, List<CaseId> ids, @Nullable Counts before, @Nullable String stage,
			Page page) {
		Stage chosen = Arrays.stream(Stage.values())
			.filter((one) -> one.name().equals(stage) && one != Stage.KNOWN)
			.findFirst()
			.orElse(Stage.HEARD);
		return CoverageView.of(this.numbers.of(authority, ids), before, chosen, this.municipalities.of(authority),
				this.municipalities.names(), page);
	}

}
