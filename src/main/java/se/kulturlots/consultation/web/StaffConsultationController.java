package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.Cases;
import se.kulturlots.cases.Tally;
import se.kulturlots.cases.Tally.Figure;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.MovedDates;
import se.kulturlots.consultation.Questions;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Problem;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.deadline.TimeLeft;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.MailLog;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.web.BeforeMoving;
import se.kulturlots.workflow.web.BeforeSending;

/** One cycle for staff: how it stands, what to do next, and changing its course. */
@Controller
class StaffConsultationController {

	private final StaffConsultation head;

	private final Cases cases;

	private final Units units;

	private final Cycle cycle;

	private final Questions questions;

	private final Invitees invitees;

	private final List<Tally> tallies;

	private final WorkingCalendars calendars;

	private final MailLog mails;

	private final Accounts accounts;

	private final AppClock clock;

	private final CaseDiagrams diagrams;

	private final BeforeSending sending;

	private final BeforeMoving moving;

	private final MovedDates moved;

	StaffConsultationController(StaffConsultation head, Cases cases, Units units, Cycle cycle, Questions questions,
			Invitees invitees, List<Tally> tallies, WorkingCalendars calendars, MailLog mails, Accounts accounts,
			AppClock clock, CaseDiagrams diagrams, BeforeSending sending, BeforeMoving moving, MovedDates moved) {
		this.head = head;
		this.cases = cases;
		this.units = units;
		this.cycle = cycle;
		this.questions = questions;
		this.invitees = invitees;
		this.tallies = tallies;
		this.calendars = calendars;
		this.mails = mails;
		this.accounts = accounts;
		this.clock = clock;
		this.diagrams = diagrams;
		this.sending = sending;
		this.moving = moving;
		this.moved = moved;
	}

	@GetMapping("/staff/consultations/{id}")
	String overview(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		model.addAttribute("deadlines", deadlines(consultation));
		model.addAttribute("figures", figures(id));
		model.addAttribute("responsible", (consultation.responsibleOfficer() != null)
				? this.accounts.names(account.authority()).get(consultation.responsibleOfficer()) : null);
		UnitId unit = this.cases.get(id).unitId();
		model.addAttribute("unit", (unit != null) ? this.units.get(account.authority(), unit).name() : null);
		model.addAttribute("questions", this.questions.of(id));
		model.addAttribute("failedMails", this.mails.count(account.authority(), id, MailLog.TROUBLED));
		model.addAttribute("failedSteps", this.diagrams.failures(account.authority()).containsKey(id));
		model.addAttribute("stepsTriedAgain", this.diagrams.triedAgain(account.authority()).containsKey(id));
		model.addAttribute("mayChange", mayChange(account));
		return "consultation/staffOverview";
	}

	private List<DeadlineLine> deadlines(Consultation consultation) {
		WorkingCalendar calendar = this.calendars.of(consultation.authorityId());
		LocalDate today = this.clock.today(calendar.zone());
		return consultation.lastDays()
			.stream()
			.map((each) -> new DeadlineLine(each,
					each.day().isBefore(today) ? null : TimeLeft.until(calendar, today, each.day())))
			.toList();
	}

	private List<Figure> figures(CaseId id) {
		InviteeNumbers numbers = this.invitees.numbers(id);
		List<Figure> figures = new ArrayList<>(
				List.of(new Figure("consultation.tally.onList", numbers.onList(), "/invitees"),
						new Figure("consultation.tally.answered", numbers.answered(), "/invitees"),
						new Figure("consultation.tally.silent", numbers.silent(), "/invitees")));
		this.tallies.forEach((tally) -> figures.addAll(tally.of(id)));
		return figures;
	}

	@GetMapping("/staff/consultations/{id}/dates")
	String dates(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Schedule schedule = consultation.schedule();
		model.addAttribute("form", (schedule != null) ? page.form(schedule) : page.form());
		return "consultation/staffDates";
	}

	@PostMapping("/staff/consultations/{id}/dates")
	String move(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid DatesForm sent,
			BindingResult binding, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		Form form = page.submitted(binding);
		if (consultation.referralWanted() && sent.referralLastDay() == null) {
			form.error("referralLastDay", "consultation.dates.required");
		}
		if (!form.hasErrors() && sent.isStale(consultation)) {
			form.refuse(Problem.Kind.CONFLICT.status(), "consultation.dates.changed");
		}
		return this.moving.attempt(form, account.authority(), id, true,
				(told) -> this.moved.move(account.authority(), id,
						() -> this.cycle.reschedule(account.authority(), id, sent.schedule(consultation)), told),
				"redirect:/staff/consultations/" + id, page, model)
			.orElseGet(() -> {
				model.addAttribute("form", form);
				return "consultation/staffDates";
			});
	}

	@GetMapping("/staff/consultations/{id}/cancel")
	String cancel(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		forChange(id, account, model);
		model.addAttribute("form", page.form());
		return "consultation/staffCancel";
	}

	@PostMapping("/staff/consultations/{id}/cancel")
	String cancel(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid CancelForm sent,
			BindingResult binding, Page page, Model model) {
		forChange(id, account, model);
		Form form = page.submitted(binding);
		return this.sending
			.attempt(form, account.authority(), id, () -> this.cycle.cancel(account.authority(), id, sent.reason()),
					"redirect:/staff/consultations/" + id, model)
			.orElseGet(() -> {
				model.addAttribute("form", form);
				return "consultation/staffCancel";
			});
	}

	@GetMapping("/staff/consultations/{id}/officer")
	String officer(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		Consultation consultation = forChange(id, account, model);
		String officer = consultation.responsibleOfficer();
		return officer((officer != null) ? page.form(java.util.Map.of("officer", officer)) : page.form(), account,
				model);
	}

	@PostMapping("/staff/consultations/{id}/officer")
	String handOver(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid OfficerForm sent,
			BindingResult binding, Page page, Model model) {
		forChange(id, account, model);
		Form form = page.submitted(binding);
		if (form.done(() -> this.cycle.handOver(account.authority(), id, sent.officer()))) {
			return "redirect:/staff/consultations/" + id;
		}
		return officer(form, account, model);
	}

	private String officer(Form form, Account account, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("officers",
				this.accounts.with(account.authority(), Role.OFFICER)
					.stream()
					.map((officer) -> Choice.of(officer.id(), officer.displayName()))
					.toList());
		return "consultation/staffOfficer";
	}

	private Consultation forChange(CaseId id, Account account, Model model) {
		Consultation consultation = this.head.open(id, account, model);
		requireChange(account);
		if (consultation.endedAt() != null) {
			throw ConsultationProblem.ended();
		}
		return consultation;
	}

	private static boolean mayChange(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.MANAGER);
	}

	private static void requireChange(Account account) {
		if (!mayChange(account)) {
			throw CaseProblem.officersOnly();
		}
	}

	/**
	 * The dates of a cycle as typed.
	 *
	 * @param inventoryLastDay last day of the inventory
	 * @param answerLastDay last day to answer the invitation
	 * @param inputOpens first day to give input
	 * @param inputLastDay last day to give input
	 * @param referralLastDay last day to comment on the draft
	 * @param decisionDate when the committee decides
	 * @param shown the {@link Schedule#mark() mark} of the dates that were shown
	 */
	record DatesForm(@NotNull(message = "{consultation.dates.required}") LocalDate inventoryLastDay,
			@NotNull(message = "{consultation.dates.required}") LocalDate answerLastDay,
			@NotNull(message = "{consultation.dates.required}") LocalDate inputOpens,
			@NotNull(message = "{consultation.dates.required}") LocalDate inputLastDay,
			@Nullable LocalDate referralLastDay,
			@NotNull(message = "{consultation.dates.required}") LocalDate decisionDate, @Nullable String shown) {

		Schedule schedule(Consultation consultation) {
			return new Schedule(this.inventoryLastDay, this.answerLastDay, this.inputOpens, this.inputLastDay,
					consultation.referralWanted() ? this.referralLastDay : null, this.decisionDate);
		}

		/** Whether somebody else has moved dates since, to others than these. */
		boolean isStale(Consultation consultation) {
			Schedule now = consultation.schedule();
			return this.shown != null && now != null && !this.shown.equals(now.mark())
					&& !schedule(consultation).equals(now);
		}

	}

	/**
	 * Why a cycle is cancelled.
	 *
	 * @param reason shown to the public
	 */
	record CancelForm(@SeveralLines @NotBlank(message = "{consultation.cancel.reason.required}") @Size(
			max = 1000) String reason) {
	}

	/**
	 * To whom a cycle is handed over.
	 *
	 * @param officer the account
	 */
	record OfficerForm(@NotBlank(message = "{consultation.problem.officerUnknown}") String officer) {
	}

}
