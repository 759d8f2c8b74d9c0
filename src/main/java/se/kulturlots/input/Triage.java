package se.kulturlots.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.core.PlainText;
import se.kulturlots.journal.Journal;

/**
 * Sorting what came in: into themes, what says the same to one, and out of sight what may
 * not be shown. Nothing is deleted.
 */
@Component
public class Triage {

	/** A theme is at most this long. */
	public static final int LONGEST_THEME = 80;

	private static final int LONGEST_REASON = 500;

	private final Inputs inputs;

	private final InputPeriods periods;

	private final InputSearch search;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Journal journal;

	private final AppClock clock;

	Triage(Inputs inputs, InputPeriods periods, InputSearch search, JdbcClient jdbc, JdbcTemplate template,
			Journal journal, AppClock clock) {
		this.inputs = inputs;
		this.periods = periods;
		this.search = search;
		this.jdbc = jdbc;
		this.template = template;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Sorts inputs into themes. What somebody else has sorted since it was shown stays as
	 * they did.
	 * @param periodId the period of all of them
	 * @param account who sorts
	 * @param sorted what changes
	 * @return how many were sorted
	 * @throws InputProblem if a theme is too long
	 */
	@Transactional
	public int sort(String authorityId, InputPeriodId periodId, String account, Collection<Sorted> sorted) {
		Map<String, String> spelling = spelling(this.periods.get(authorityId, periodId).id());
		Instant now = this.clock.instant();
		List<Object[]> rows = new ArrayList<>();
		sorted.stream().sorted(Comparator.comparing(Sorted::inputId)).forEach((it) -> {
			String theme = theme(it.theme(), spelling);
			rows.add(new Object[] { theme, account, now, it.inputId(), authorityId, periodId, it.before() });
		});
		int[] changed = this.template.batchUpdate("""
				update input set theme = ?, triaged_by = ?, triaged_at = ?
				where id = ? and authority_id = ? and period_id = ? and theme is not distinct from ?""", rows);
		return Arrays.stream(changed).sum();
	}

	/**
	 * Sorts several inputs into one theme, whatever they were sorted under.
	 * @param periodId the period of all of them
	 * @param account who sorts
	 * @param inputIds which
	 * @param theme the theme, null for none
	 * @return how many were sorted
	 * @throws InputProblem if the theme is too long
	 */
	@Transactional
	public int assign(String authorityId, InputPeriodId periodId, String account, Collection<InputId> inputIds,
			@Nullable String theme) {
		InputPeriodId period = this.periods.get(authorityId, periodId).id();
		return this.jdbc.sql("""
				update input set theme = :theme, triaged_by = :account, triaged_at = :now
				where authority_id = :authority and period_id = :period and id = any(cast(:ids as uuid[]))""")
			.param("theme", theme(theme, spelling(period)))
			.param("account", account)
			.param("now", this.clock.instant())
			.param("authority", authorityId)
			.param("period", period)
			.param("ids", Id.texts(inputIds))
			.update();
	}

	/**
	 * Sorts several inputs into one theme, and the others as it was typed beside them.
	 * @param typed what else was typed; of those that are sorted together it counts for
	 * nothing
	 * @return how many were sorted
	 * @throws InputProblem if a theme is too long
	 */
	@Transactional
	public int assign(String authorityId, InputPeriodId periodId, String account, Collection<InputId> inputIds,
			@Nullable String theme, Collection<Sorted> typed) {
		return sort(authorityId, periodId, account,
				typed.stream().filter((each) -> !inputIds.contains(each.inputId())).toList())
				+ assign(authorityId, periodId, account, inputIds, theme);
	}

	/* one theme, however people write it */
	private Map<String, String> spelling(InputPeriodId periodId) {
		Map<String, String> spelling = new LinkedHashMap<>();
		this.search.themes(periodId).forEach((theme) -> spelling.put(theme.toLowerCase(Locale.ROOT), theme));
		return spelling;
	}

	private static @Nullable String theme(@Nullable String typed, Map<String, String> spelling) {
		String theme = (typed != null) ? PlainText.line(typed) : "";
		if (theme.length() > LONGEST_THEME) {
			throw InputProblem.themeTooLong(LONGEST_THEME);
		}
		return theme.isEmpty() ? null
				: Objects.requireNonNullElse(spelling.putIfAbsent(theme.toLowerCase(Locale.ROOT), theme), theme);
	}

	/**
	 * Joins inputs that say the same: the earliest stands for all of them.
	 * @param periodId the period of all of them
	 * @param account who joins
	 * @param inputIds which, at least two
	 * @return the one that stands for all
	 * @throws InputProblem if there are fewer than two that can be joined
	 */
	@Transactional
	public Input join(String authorityId, InputPeriodId periodId, String account, Collection<InputId> inputIds) {
		return join(joinable(authorityId, periodId, inputIds), account);
	}

	private List<Input> joinable(String authorityId, InputPeriodId periodId, Collection<InputId> inputIds) {
		return this.inputs.lock(authorityId, inputIds)
			.stream()
			.filter((it) -> it.periodId().equals(periodId) && !it.isWithdrawn())
			.toList();
	}

	private Input join(List<Input> several, String account) {
		Map<InputId, Instant> received = this.search.received(several.stream().map(Input::id).toList());
		Input first = several.stream()
			.filter((it) -> it.duplicateOf() == null)
			.min(Comparator.comparing((Input it) -> received.get(it.id())).thenComparing(Input::reference))
			.orElseThrow(InputProblem::joinTwo);
		List<InputId> rest = several.stream().map(Input::id).filter((id) -> !id.equals(first.id())).toList();
		if (rest.isEmpty()) {
			throw InputProblem.joinTwo();
		}
		join(first, rest, account);
		return first;
	}

	/**
	 * Joins inputs that say the same, and sorts as it was typed.
	 * @param theme for those that are joined, or null to leave them as they are sorted
	 * @param typed what was typed beside them and others
	 * @return how many were joined or sorted
	 * @throws InputProblem if there are fewer than two that can be joined, or a theme is
	 * too long
	 */
	@Transactional
	public int join(String authorityId, InputPeriodId periodId, String account, Collection<InputId> inputIds,
			@Nullable String theme, Collection<Sorted> typed) {
		List<Input> several = joinable(authorityId, periodId, inputIds);
		join(several, account);
		if (theme != null) {
			return assign(authorityId, periodId, account, inputIds, theme, typed);
		}
		Map<Boolean, List<Sorted>> byJoined = typed.stream()
			.collect(Collectors.partitioningBy((each) -> inputIds.contains(each.inputId())));
		sort(authorityId, periodId, account, byJoined.getOrDefault(true, List.of()));
		return several.size() + sort(authorityId, periodId, account, byJoined.getOrDefault(false, List.of()));
	}

	/**
	 * Joins an input to another that says the same.
	 * @param account who joins
	 * @param reference the number of the other one
	 * @throws InputProblem if there is no such number in the period
	 */
	@Transactional
	public void joinTo(String authorityId, InputId id, String account, String reference) {
		Input input = this.inputs.get(authorityId, id);
		Input found = this.inputs.find(input.periodId(), PlainText.line(reference))
			.orElseThrow(() -> InputProblem.unknownReference().at("duplicateOf"));
		InputId originalId = (found.duplicateOf() != null) ? found.duplicateOf() : found.id();
		if (originalId.equals(id)) {
			throw InputProblem.joinWithItself().at("duplicateOf");
		}
		Input original = this.inputs.lock(authorityId, List.of(id, originalId))
			.stream()
			.filter((it) -> it.id().equals(originalId) && it.duplicateOf() == null && !it.isWithdrawn())
			.findFirst()
			.orElseThrow(() -> InputProblem.unknownReference().at("duplicateOf"));
		join(original, List.of(id), account);
	}

	/* those that were joined to one of the rest follow it */
	private void join(Input first, List<InputId> rest, String account) {
		this.jdbc.sql("""
				update input set duplicate_of = :first, triaged_by = :account, triaged_at = :now
				where period_id = :period and id <> :first
				and (id = any(cast(:rest as uuid[])) or duplicate_of = any(cast(:rest as uuid[])))""")
			.param("first", first.id())
			.param("account", account)
			.param("now", this.clock.instant())
			.param("period", first.periodId())
			.param("rest", Id.texts(rest))
			.update();
	}

	/**
	 * Lets an input stand for itself again.
	 * @param account who does it
	 */
	@Transactional
	public void separate(String authorityId, InputId id, String account) {
		update(authorityId, id, account, "duplicate_of = null", null);
	}

	/**
	 * Hides an input from the public.
	 * @param account who hides it
	 * @param reason why, for staff
	 * @throws InputProblem if no reason is given, or a long one
	 */
	@Transactional
	public void hide(String authorityId, InputId id, String account, @Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw InputProblem.reasonMissing().at("reason");
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw InputProblem.tooLong(LONGEST_REASON).at("reason");
		}
		Input input = update(authorityId, id, account, "hidden = true, hidden_reason = :reason", reason.strip());
		note(input, "journal.input.hidden");
	}

	/**
	 * Shows an input that was hidden.
	 * @param account who shows it
	 */
	@Transactional
	public void show(String authorityId, InputId id, String account) {
		Input input = update(authorityId, id, account, "hidden = false, hidden_reason = null", null);
		note(input, "journal.input.shown");
	}

	private Input update(String authorityId, InputId id, String account, String change, @Nullable String reason) {
		Input input = this.inputs.get(authorityId, id);
		this.jdbc.sql("update input set " + change + ", triaged_by = :account, triaged_at = :now where id = :id")
			.param("reason", reason)
			.param("account", account)
			.param("now", this.clock.instant())
			.param("id", id)
			.update();
		return input;
	}

	private void note(Input input, String key) {
		this.journal.note(input.authorityId(), this.periods.get(input.periodId()).consultationId(), key,
				input.reference());
	}

	/**
	 * An input that is sorted into a theme.
	 *
	 * @param before the theme it was shown with, or null
	 * @param theme the theme it gets, null for none
	 */
	public record Sorted(InputId inputId, @Nullable String before, @Nullable String theme) {
	}

}
