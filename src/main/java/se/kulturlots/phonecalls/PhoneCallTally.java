package se.kulturlots.phonecalls;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Tally;
import se.kulturlots.core.CaseId;

/** Counts those whom no mail has reached and nobody has told yet. */
@Component
@Order(9)
class PhoneCallTally implements Tally {

	private final PhoneCalls calls;

	PhoneCallTally(PhoneCalls calls) {
		this.calls = calls;
	}

	@Override
	public List<Figure> of(CaseId caseId) {
		int open = this.calls.count(caseId);
		return (open > 0) ? List.of(new Figure("phonecalls.tally", open, "/phone-calls")) : List.of();
	}

}
