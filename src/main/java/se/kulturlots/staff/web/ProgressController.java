package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Stretch;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.core.web.Page;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.CaseDiagrams;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

/** Where every cycle stands and what is late, for whoever answers for them. */
@Controller
class ProgressController {

	private static final int PAGE_SIZE = 20;

	private static final Set<Status> UNDER_WAY = EnumSet.of(Status.PLANNED, Status.OPEN);

	private final Consultations consultations;

	private final OpenTasks tasks;

	private final CaseDiagrams diagrams;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	ProgressController(Consultations consultations, OpenTasks tasks, CaseDiagrams diagrams, WorkingCalendars calendars,
			AppClock clock) {
		this.consultations = consultations;
		this.tasks = tasks;
		this.diagrams = diagrams;
		this.calendars = calendars;
		this.clock = clock;
	}

	@GetMapping("/staff/progress")
	String progress(@RequestParam(defaultValue = "running") String show,
			@RequestParam(name = "page", defaultValue = "1") String wanted, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		LocalDate today = this.clock.today(page.zone());
		Shown shown = Shown.of(show);
		int number = number(wanted);
		org.springframework.data.domain.Page<Consultation> found = find(shown, account, number);
		WorkingCalendar calendar = this.calendars.of(account.authority());
		Map<Consultation, List<Stretch>> ways = new LinkedHashMap<>();
		found.forEach((consultation) -> ways.put(consultation, Stretch.of(consultation, calendar, today)));
		Timeline timeline = Timeline.of(ways.values(), page.zone(), today);
		Map<UUID, List<OpenTask>> open = this.tasks.ofAuthority(account.authority())
			.stream()
			.filter((task) -> task.consultationId() != null)
			.collect(Collectors.groupingBy(OpenTask::consultationId));
		Map<UUID, Long> failures = this.diagrams.failures(account.authority());
		model.addAttribute("standings", ways.entrySet()
			.stream()
			.map((each) -> standing(each.getKey(), open, failures, timeline.spans(each.getKey(), each.getValue())))
			.toList());
		model.addAttribute("timeline", timeline);
		model.addAttribute("shown", shown);
		model.addAttribute("number", number);
		model.addAttribute("last", Math.max(1, found.getTotalPages()));
		return "staff/progress";
	}

	private Standing standing(Consultation consultation, Map<UUID, List<OpenTask>> open, Map<UUID, Long> failures,
			List<Span> spans) {
		return new Standing(consultation, open.getOrDefault(consultation.id(), List.of()),
				failures.getOrDefault(consultation.id(), 0L).intValue(), spans, this.clock.instant());
	}

	/** From a process in Cockpit to the page of its case. */
	@GetMapping("/staff/progress/of/{process}")
	String ofProcess(@PathVariable String process, @AuthenticationPrincipal Account account) {
		return this.diagrams.consultationOf(account.authority(), process)
			.map((id) -> "redirect:/staff/consultations/" + id + "/progress")
			.orElseThrow(ConsultationProblem::unknown);
	}

	private org.springframework.data.domain.Page<Consultation> find(Shown shown, Account account, int number) {
		Sort byDecision = Sort.by("decisionDate", "id");
		Pageable place = PageRequest.of(number - 1, PAGE_SIZE,
				(shown == Shown.ENDED) ? byDecision.descending() : byDecision);
		return switch (shown) {
			case RUNNING -> this.consultations.findByAuthorityIdAndStatusIn(account.authority(), UNDER_WAY, place);
			case MINE -> this.consultations.findByAuthorityIdAndResponsibleOfficerAndStatusIn(account.authority(),
					account.id(), UNDER_WAY, place);
			case ENDED -> this.consultations.findByAuthorityIdAndStatusIn(account.authority(),
					EnumSet.complementOf(EnumSet.copyOf(UNDER_WAY)), place);
		};
	}

	/** What is no number is the first page. */
	private static int number(String wanted) {
		return wanted.matches("[1-9]\\d{0,5}") ? Integer.parseInt(wanted) : 1;
	}

}
