package se.kulturlots.staff.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import se.kulturlots.core.web.Page;
import se.kulturlots.deadline.TimeLeft;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.SentBack;
import se.kulturlots.workflow.TaskLine;
import se.kulturlots.workflow.TaskLines;

/** Tells Tasklist what its cards show: the case, and how long is left. */
@RestController
class TaskCardsController {

	private static final int MOST = 100;

	private final OpenTasks tasks;

	private final TaskLines lines;

	private final Handbook handbook;

	TaskCardsController(OpenTasks tasks, TaskLines lines, Handbook handbook) {
		this.tasks = tasks;
		this.lines = lines;
		this.handbook = handbook;
	}

	@GetMapping("/staff/tasks/cards")
	Map<String, Card> cards(@RequestParam List<String> ids, @AuthenticationPrincipal Account account, Page page) {
		List<OpenTask> found = this.tasks.of(account, ids.stream().limit(MOST).toList());
		Map<String, Card> cards = new LinkedHashMap<>();
		for (TaskLine line : this.lines.of(account.authority(), found)) {
			cards.put(line.task().id(), card(line, account, page));
		}
		return cards;
	}

	private Card card(TaskLine line, Account account, Page page) {
		TimeLeft left = line.left();
		String role = line.task().role();
		SentBack sentBack = line.sentBack();
		return new Card(line.title(), line.about(),
				(sentBack != null) ? page.t(sentBack.messageKey(), sentBack.shortComment(), sentBack.by()) : null,
				(role != null && account.roles().stream().noneMatch((own) -> own.group().equals(role)))
						? page.t("staff.card.others", page.t("identity.role." + role)) : null,
				(left != null) ? page.t(left.late() ? "staff.card.late" : "staff.card.due",
						page.t(left.messageKey(), left.days(), page.date(left.lastDay())), page.date(left.lastDay()))
						: null,
				line.late(), (line.of() != null) ? line.of().path() : null, this.handbook.path(line.task().name()));
	}

	/**
	 * What a card shows.
	 *
	 * @param title the case
	 * @param about which meeting of it, or null
	 * @param sentBack that it came back, by whom and why, or null
	 * @param others that another role does it, null if it can be theirs
	 * @param due how long is left and until when, in sentences
	 * @param late whether that has passed
	 * @param link the page of the case
	 * @param handbook where the handbook explains the task
	 */
	record Card(@Nullable String title, @Nullable String about, @Nullable String sentBack, @Nullable String others,
			@Nullable String due, boolean late, @Nullable String link, @Nullable String handbook) {
	}

}
