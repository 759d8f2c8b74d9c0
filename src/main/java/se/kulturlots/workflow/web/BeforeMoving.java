package se.kulturlots.workflow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;

import se.kulturlots.cases.Concerned;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.deadline.DateMoves;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.workflow.DateRehearsal;
import se.kulturlots.workflow.Moving;
import se.kulturlots.workflow.Moving.MovedDate;

/**
 * Shows what follows before a form of staff moves dates, and asks whom to tell: the old
 * and the new dates, the tasks and reminders that follow, what speaks against it, and
 * what is mailed. What is done is what was shown, or it is shown once more.
 */
@Component
public class BeforeMoving {

	/** The mark of the moves that somebody has seen. */
	static final String SEEN = "moving.seen";

	/** Whom to tell. */
	static final String TOLD = "moving.told";

	/** Says that somebody has seen it and wants other dates. */
	static final String CHANGE = "moving.change";

	private static final String VIEW = "workflow/moving";

	private final DateRehearsal rehearsal;

	private final DateMoves moves;

	private final List<Concerned> concerned;

	private final TransactionTemplate transaction;

	BeforeMoving(DateRehearsal rehearsal, DateMoves moves, List<Concerned> concerned, TransactionTemplate transaction) {
		this.rehearsal = rehearsal;
		this.moves = moves;
		this.concerned = concerned;
		this.transaction = transaction;
	}

	/**
	 * Moves dates, unless the form has errors or its sender is to see first what follows.
	 * @param form as it was sent
	 * @param authorityId whose case
	 * @param tells whether whoever moves them chooses whom to tell
	 * @param action what moves them, with the names of those to tell
	 * @param done where to go afterwards
	 * @return the view to show, or nothing if the form is to be shown again
	 */
	public Optional<String> attempt(Form form, String authorityId, CaseId caseId, boolean tells,
			Consumer<Set<String>> action, String done, Page page, Model model) {
		if (form.hasErrors() || !form.value(CHANGE).isEmpty()) {
			return Optional.empty();
		}
		List<Concerned> there = tells ? this.concerned.stream().filter((each) -> each.count(caseId) > 0).toList()
				: List.of();
		Set<String> chosen = there.stream()
			.map(Concerned::name)
			.filter((name) -> form.isChosen(TOLD, name))
			.collect(Collectors.toSet());
		String seen = form.value(SEEN);
		if (!seen.isEmpty()) {
			Optional<Boolean> moved = form.attempt(() -> move(() -> action.accept(chosen), seen));
			if (moved.isEmpty()) {
				return Optional.empty();
			}
			if (moved.get()) {
				return Optional.of(done);
			}
		}
		Set<String> all = there.stream().map(Concerned::name).collect(Collectors.toSet());
		Optional<Moving> moving = form.attempt(() -> this.rehearsal.of(authorityId, caseId, () -> action.accept(all)));
		if (moving.isEmpty()) {
			return Optional.empty();
		}
		if (moving.get().moved().isEmpty() && !moving.get().outgoing().asks()) {
			return form.done(() -> action.accept(Set.of())) ? Optional.of(done) : Optional.empty();
		}
		model.addAttribute("typed", form.typed(SEEN, TOLD, CHANGE));
		model.addAttribute("changed", !seen.isEmpty());
		return Optional.of(show(moving.get(), there, caseId, seen.isEmpty() ? null : chosen, page, model));
	}

	/** Both happen or neither: that it is what was seen, and that it is done. */
	private boolean move(Runnable action, String seen) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean same = Moving.mark(this.moves.during(action)).equals(seen);
			if (!same) {
				status.setRollbackOnly();
			}
			return same;
		}));
	}

	private static String show(Moving moving, List<Concerned> there, CaseId caseId, @Nullable Set<String> chosen,
			Page page, Model model) {
		List<Concerned> tellable = there.stream().filter((each) -> !each.toldAnyway()).toList();
		List<Choice> choices = moving.outgoing().lots().stream().anyMatch(BeforeMoving::tells) ? tellable.stream()
			.map((each) -> Choice.of(each.name(), page.t(each.messageKey(), each.count(caseId))))
			.toList() : List.of();
		model.addAttribute("moving", moving);
		model.addAttribute("choices", choices);
		model.addAttribute("anyway",
				choices.isEmpty() ? List.of()
						: there.stream()
							.filter(Concerned::toldAnyway)
							.map((each) -> page.t(each.messageKey(), each.count(caseId)))
							.toList());
		model.addAttribute("form",
				page.form(Map.of(TOLD, (chosen != null) ? chosen : usual(moving.dates(), tellable))));
		model.addAttribute("letter",
				moving.outgoing().lots().stream().filter(BeforeMoving::tells).findFirst().orElse(null));
		model.addAttribute("others",
				new Outgoing(moving.outgoing().lots().stream().filter((lot) -> !tells(lot)).toList()));
		return VIEW;
	}

	private static boolean tells(Outgoing.Lot lot) {
		return lot.kind().equals(Concerned.MOVED);
	}

	/**
	 * Who loses time is told, whoever it is; of more time, and of when something begins,
	 * those who wait for it.
	 */
	private static Set<String> usual(List<MovedDate> dates, List<Concerned> there) {
		boolean shorter = dates.stream().anyMatch(MovedDate::shortens);
		boolean awaited = dates.stream()
			.map((date) -> date.move().now().kind())
			.anyMatch((kind) -> kind.notice() > 0 || kind.begins());
		return there.stream()
			.filter((each) -> shorter || (awaited && each.always()))
			.map(Concerned::name)
			.collect(Collectors.toSet());
	}

}
