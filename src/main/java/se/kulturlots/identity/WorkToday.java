package se.kulturlots.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who works for whom on one day: the rule of stand-ins. */
public final class WorkToday {

	private final Map<String, Absence> away;

	WorkToday(Collection<Absence> away) {
		this.away = away.stream().collect(Collectors.toMap(Absence::accountId, Function.identity()));
	}

	/** The absence of somebody who is away. */
	public Optional<Absence> away(String accountId) {
		return Optional.ofNullable(this.away.get(accountId));
	}

	/**
	 * Who does somebody's work: they themselves, or their stand-in, or the stand-in of
	 * that one if that one is away too. If all of them are away it stays theirs.
	 * @return an account
	 */
	public String worker(String accountId) {
		Set<String> asked = new HashSet<>();
		String worker = accountId;
		for (Absence absence = this.away.get(worker); absence != null
				&& asked.add(worker); absence = this.away.get(worker)) {
			worker = absence.standIn();
		}
		return this.away.containsKey(worker) ? accountId : worker;
	}

	/** Those whose work somebody does besides their own. */
	public List<String> standsInFor(String accountId) {
		return this.away.keySet().stream().filter((each) -> worker(each).equals(accountId)).sorted().toList();
	}

}
