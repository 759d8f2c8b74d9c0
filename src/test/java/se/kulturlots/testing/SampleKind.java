package se.kulturlots.testing;

import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.test.context.TestComponent;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKind;
import se.kulturlots.cases.CaseStanding.LastDay;
import se.kulturlots.cases.CaseStanding.State;
import se.kulturlots.cases.CaseStanding;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadlines;

/** A kind of case that only tests have; it keeps nothing of its own. */
@TestComponent
public class SampleKind implements CaseKind {

	/** What the table of cases calls it. */
	public static final String KEY = "SAMPLE";

	private final Deadlines deadlines;

	SampleKind(Deadlines deadlines) {
		this.deadlines = deadlines;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public String messageKey() {
		return "staff.nav.settings";
	}

	@Override
	public String staffPath(CaseId id) {
		return "/staff/samples/" + id;
	}

	@Override
	public String publicPath(Case one) {
		return "/" + one.authorityId() + "/samples/" + one.slug();
	}

	@Override
	public List<CaseStanding> standings(List<Case> cases, WorkingCalendar calendar, LocalDate today) {
		return cases.stream().map((one) -> {
			LastDay answer = this.deadlines.find(one.id().value(), CycleDeadline.ANSWER)
				.map((deadline) -> new LastDay(CycleDeadline.ANSWER, deadline.lastDay()))
				.orElse(null);
			return new CaseStanding(one, "staff.nav.settings", answer, answer,
					(answer != null)
							? List.of(new CaseStanding.Stretch("staff.nav.settings", today, answer.day(), State.NOW))
							: List.of());
		}).toList();
	}

}
