package se.kulturlots.calls;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Tally;
import se.kulturlots.core.CaseId;

/** Counts those whom no mail has reached and nobody has told yet. */
@Component
@Order(9)
class CallTally implements Tally {

	private final Calls calls;

	CallTally(Calls calls) {
		this.calls = calls;
	}

	@Override
	public List<Figure> of(CaseId caseId) {
		int open = this.calls.count(caseId);
		return (open > 0) ? List.of(new Figure("calls.tally", open, "/calls")) : List.of();
	}

}
