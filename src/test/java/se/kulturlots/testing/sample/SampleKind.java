package se.kulturlots.testing.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKind;
import se.kulturlots.cases.CaseStanding;
import se.kulturlots.cases.CaseStanding.LastDay;
import se.kulturlots.cases.CaseStanding.State;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.WorkingCalendar;

/** A study circle as a case. */
@Component
public class SampleKind implements CaseKind {

	/** What the table of cases calls it. */
	public static final String KEY = "SAMPLE";

	private final JdbcClient jdbc;

	SampleKind(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public String messageKey() {
		return "sample.kind";
	}

	@Override
	public String listPath() {
		return "/staff/samples";
	}

	@Override
	public String listKey() {
		return "sample.circles";
	}

	@Override
	public String publicPath(Case one) {
		return "/" + one.authorityId() + "/samples/" + one.slug();
	}

	@Override
	public List<CaseStanding> standings(List<Case> cases, WorkingCalendar calendar, LocalDate today) {
		Map<CaseId, LocalDate> days = new HashMap<>();
		this.jdbc.sql("select subject_id, last_day from deadline where kind = 'CIRCLE' and subject_id in (:ids)")
			.param("ids", cases.stream().map(Case::id).toList())
			.query((rs) -> {
				days.put(Columns.id(rs, 1, CaseId::new), rs.getObject(2, LocalDate.class));
			});
		return cases.stream().map((one) -> standing(one, days.get(one.id()), today)).toList();
	}

	private static CaseStanding standing(Case one, LocalDate day, LocalDate today) {
		if (day == null) {
			return new CaseStanding(one, "sample.wanted", null, null, List.of());
		}
		LastDay last = new LastDay(SampleDeadline.CIRCLE, day);
		return new CaseStanding(one, "sample.open", last, last,
				List.of(new CaseStanding.Stretch("sample.open", today, day, State.NOW)));
	}

}
