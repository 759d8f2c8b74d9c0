package se.kulturlots.staff.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.mail.MailLog;
import se.kulturlots.workflow.CaseTitles;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

/** Where staff begin their day: what to do, and how their cycles stand. */
@Controller
class StaffStartController {

	private final OpenTasks tasks;

	private final CaseTitles titles;

	private final Consultations consultations;

	private final MailLog mails;

	private final AppClock clock;

	StaffStartController(OpenTasks tasks, CaseTitles titles, Consultations consultations, MailLog mails,
			AppClock clock) {
		this.tasks = tasks;
		this.titles = titles;
		this.consultations = consultations;
		this.mails = mails;
		this.clock = clock;
	}

	@GetMapping("/staff")
	String start(@AuthenticationPrincipal Account account, Model model) {
		List<OpenTask> open = this.tasks.of(account);
		model.addAttribute("tasks", open);
		model.addAttribute("titles", open.isEmpty() ? Map.of() : this.titles
			.titles(open.stream().map(OpenTask::consultationId).filter(Objects::nonNull).distinct().toList()));
		model.addAttribute("consultations", this.consultations.findByAuthorityIdAndStatusInOrderByDecisionDateDesc(
				account.authority(), EnumSet.of(Status.PLANNED, Status.OPEN)));
		model.addAttribute("failedMails", this.mails.failedCount(account.authority()));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("mayStart", account.has(Role.OFFICER));
		return "staff/start";
	}

}
