package se.kulturlots.staff.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.CaseTitles;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;

/** Tells Tasklist what its cards show: the consultation, and until when. */
@RestController
class TaskCardsController {

	private static final int MOST = 100;

	private final OpenTasks tasks;

	private final CaseTitles titles;

	private final Handbook handbook;

	private final AppClock clock;

	TaskCardsController(OpenTasks tasks, CaseTitles titles, Handbook handbook, AppClock clock) {
		this.tasks = tasks;
		this.titles = titles;
		this.handbook = handbook;
		this.clock = clock;
	}

	@GetMapping("/staff/tasks/cards")
	Map<String, Card> cards(@RequestParam List<String> ids, @AuthenticationPrincipal Account account, Page page) {
		List<OpenTask> found = this.tasks.of(account, ids.stream().limit(MOST).toList());
		Map<UUID, String> names = this.titles
			.titles(found.stream().map(OpenTask::consultationId).filter(Objects::nonNull).distinct().toList());
		Instant now = this.clock.instant();
		Map<String, Card> cards = new LinkedHashMap<>();
		for (OpenTask task : found) {
			LocalDate day = (task.due() != null) ? LocalDate.ofInstant(task.due(), page.zone()) : null;
			cards.put(task.id(), new Card(names.get(task.consultationId()),
					(day != null) ? page.t(task.late(now) ? "staff.card.late" : "staff.card.due", page.date(day))
							: null,
					task.late(now),
					(names.containsKey(task.consultationId())) ? "/staff/consultations/" + task.consultationId() : null,
					this.handbook.path(task.name())));
		}
		return cards;
	}

	/**
	 * What a card shows.
	 *
	 * @param title the consultation
	 * @param due until when, as a sentence
	 * @param late whether that has passed
	 * @param link the page of the consultation
	 * @param handbook where the handbook explains the task
	 */
	record Card(@Nullable String title, @Nullable String due, boolean late, @Nullable String link,
			@Nullable String handbook) {
	}

}
