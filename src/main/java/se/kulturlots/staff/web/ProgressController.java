package se.kulturlots.staff.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

/** Where every cycle stands and what is late, for whoever answers for them. */
@Controller
class ProgressController {

	private final Consultations consultations;

	private final OpenTasks tasks;

	private final AppClock clock;

	ProgressController(Consultations consultations, OpenTasks tasks, AppClock clock) {
		this.consultations = consultations;
		this.tasks = tasks;
		this.clock = clock;
	}

	@GetMapping("/staff/progress")
	String progress(@AuthenticationPrincipal Account account, Model model) {
		Instant now = this.clock.instant();
		Map<UUID, List<OpenTask>> open = this.tasks.ofAuthority(account.authority())
			.stream()
			.filter((task) -> task.consultationId() != null)
			.collect(Collectors.groupingBy(OpenTask::consultationId));
		List<Standing> standings = new ArrayList<>();
		for (Consultation consultation : this.consultations
			.findByAuthorityIdAndStatusInOrderByDecisionDateDesc(account.authority(), EnumSet.allOf(Status.class))) {
			List<OpenTask> waiting = open.getOrDefault(consultation.id(), List.of());
			standings.add(new Standing(consultation, waiting,
					(int) waiting.stream().filter((task) -> task.late(now)).count()));
		}
		model.addAttribute("standings", standings);
		model.addAttribute("now", now);
		return "staff/progress";
	}

}
