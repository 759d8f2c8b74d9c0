package se.kulturlots.consultation.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleProcess;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.FormSubmissions.Earlier;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.workflow.AnswersRefused;
import se.kulturlots.workflow.Processes;

/** The cycles of an authority, and the start of a new one. */
@Controller
class StaffConsultationsController {

	private final Consultations consultations;

	private final Processes processes;

	private final Cycle cycle;

	private final EarlierConsultations earlier;

	private final FormSubmissions forms;

	StaffConsultationsController(Consultations consultations, Processes processes, Cycle cycle,
			EarlierConsultations earlier, FormSubmissions forms) {
		this.consultations = consultations;
		this.processes = processes;
		this.cycle = cycle;
		this.earlier = earlier;
		this.forms = forms;
	}

	@GetMapping("/staff/consultations")
	String list(@AuthenticationPrincipal Account account, Model model) {
		model.addAttribute("consultations", this.consultations.ofAuthority(account.authority()));
		model.addAttribute("mayStart", account.has(Role.OFFICER));
		return "consultation/staffList";
	}

	@GetMapping({ "/staff/consultations.csv", "/staff/consultations.xlsx" })
	void list(@AuthenticationPrincipal Account account, Page page, SheetDownload file) throws IOException {
		List<Consultation> consultations = this.consultations.ofAuthority(account.authority());
		file.send(page.t("consultation.staff.file"),
				(sheet) -> ConsultationSheets.consultations(consultations, page, sheet));
	}

	@GetMapping("/staff/consultations/new")
	String wish(@RequestParam(required = false) @Nullable CaseId from, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		requireOfficer(account);
		return wish((from != null) ? page.form(this.earlier.wish(account.authority(), from)) : page.form(), account,
				model);
	}

	private String wish(Form form, Account account, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("earlier", this.earlier.choices(account.authority(), null));
		return "consultation/staffNew";
	}

	@PostMapping("/staff/consultations/new")
	String start(@AuthenticationPrincipal Account account, @Valid WishForm sent, BindingResult binding, Page page,
			Model model) {
		requireOfficer(account);
		Form form = page.submitted(binding);
		CaseId id = form.attempt(() -> this.forms.take("consultation:" + account.authority(),
				FormSubmission.of(form.submissionId(), account.id(), sent), CaseId::new, this.cycle::version,
				(before) -> want(account, sent, before)))
			.orElse(null);
		if (id != null) {
			return "redirect:/staff/consultations/" + id + ((sent.from() != null) ? "/earlier" : "");
		}
		return wish(form, account, model);
	}

	private CaseId want(Account account, WishForm sent, Optional<Earlier<CaseId>> before) {
		CaseId id = before.filter((made) -> this.cycle.wantInstead(account.authority(), made, sent.wish()))
			.map(Earlier::id)
			.orElseGet(() -> start(account, sent));
		this.cycle.beginFrom(account.authority(), id, sent.from());
		return id;
	}

	private CaseId start(Account account, WishForm sent) {
		Map<String, Object> answers = new HashMap<>();
		answers.put("title", sent.title());
		answers.put("subject", sent.subject());
		answers.put("planFrom", sent.planFrom());
		answers.put("planTo", sent.planTo());
		answers.put("decisionDate", sent.decisionDate().toString());
		try {
			return new CaseId(this.processes.startWithAnswers(CycleProcess.KEY, account, answers).value());
		}
		catch (AnswersRefused ex) {
			throw ex.problem();
		}
	}

	private static void requireOfficer(Account account) {
		if (!account.has(Role.OFFICER)) {
			throw CaseProblem.officersOnly();
		}
	}

	/**
	 * What somebody asks for who wants a cycle.
	 *
	 * @param subject what is consulted on
	 * @param planFrom the first year of the plan
	 * @param planTo its last year
	 * @param decisionDate when the committee decides
	 * @param from the earlier consultation that it begins from, or nothing
	 */
	record WishForm(@NotBlank(message = "{consultation.new.title.required}") @Size(min = 5, max = 120) String title,
			@SeveralLines @NotBlank(message = "{consultation.new.subject.required}") @Size(min = 20,
					max = 2000) String subject,
			@NotNull(message = "{consultation.new.planFrom.required}") @Min(2020) @Max(2100) Integer planFrom,
			@NotNull(message = "{consultation.new.planTo.required}") @Min(2020) @Max(2100) Integer planTo,
			@NotNull(message = "{consultation.new.decisionDate.required}") LocalDate decisionDate,
			@Nullable CaseId from) {

		private Wish wish() {
			return new Wish(this.title.strip(), this.subject.strip(), this.planFrom, this.planTo, this.decisionDate);
		}

	}

}
