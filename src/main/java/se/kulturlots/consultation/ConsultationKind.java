package se.kulturlots.consultation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKind;
import se.kulturlots.cases.CaseStanding;
import se.kulturlots.cases.CaseStanding.LastDay;
import se.kulturlots.cases.CaseStanding.State;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.WorkingCalendar;

/** Consultations as a kind of case. */
@Component
public class ConsultationKind implements CaseKind {

	/** What the table of cases calls it. */
	public static final String KEY = "CONSULTATION";

	private final Consultations consultations;

	ConsultationKind(Consultations consultations) {
		this.consultations = consultations;
	}

	static String path(String authorityId, String slug) {
		return "/" + authorityId + "/consultations/" + slug;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public String messageKey() {
		return "consultation.kind";
	}

	@Override
	public String listPath() {
		return "/staff/consultations";
	}

	@Override
	public String listKey() {
		return "consultation.staff.all";
	}

	@Override
	public String publicPath(Case one) {
		return path(one.authorityId(), one.slug());
	}

	@Override
	public boolean isPublic(Case one) {
		return this.consultations.get(one.id()).publishedAt() != null;
	}

	@Override
	public List<CaseStanding> standings(List<Case> cases, WorkingCalendar calendar, LocalDate today) {
		Map<CaseId, Consultation> consultations = this.consultations.findAllById(cases.stream().map(Case::id).toList())
			.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return cases.stream()
			.map((one) -> standing(one, Objects.requireNonNull(consultations.get(one.id())), calendar, today))
			.toList();
	}

	private static CaseStanding standing(Case one, Consultation consultation, WorkingCalendar calendar,
			LocalDate today) {
		return new CaseStanding(one,
				(one.closedAt() != null) ? consultation.status().messageKey() : consultation.phase().messageKey(),
				consultation.next(today), new LastDay(CycleDeadline.DECISION, consultation.decisionDate()),
				Stretch.of(consultation, calendar, today)
					.stream()
					.map((each) -> new CaseStanding.Stretch(each.phase().messageKey(), each.from(), each.to(),
							state(consultation, each, calendar.zone(), today)))
					.toList());
	}

	private static State state(Consultation consultation, Stretch stretch, ZoneId zone, LocalDate today) {
		if (consultation.endedAt() != null) {
			LocalDate ended = LocalDate.ofInstant(consultation.endedAt(), zone);
			return (consultation.status() == Status.CLOSED || !ended.isBefore(stretch.to())) ? State.DONE : State.LATER;
		}
		if (consultation.phase().compareTo(stretch.phase()) > 0) {
			return State.DONE;
		}
		if (today.isAfter(stretch.to())) {
			return State.LATE;
		}
		return (consultation.phase() == stretch.phase()) ? State.NOW : State.LATER;
	}

	@Override
	public String textsSql() {
		return """
				select id as case_id, 'consultation.field.subject' as label, subject as text from consultation
				union all select id, 'consultation.page.background', background from consultation
					where background is not null
				union all select consultation_id, 'consultation.page.questions', string_agg(text, ' ' order by position)
					from question group by consultation_id""";
	}

}
