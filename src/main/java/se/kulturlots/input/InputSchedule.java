package se.kulturlots.input;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.DateRules;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.InputTimes;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineMoved;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.InputPeriod.Status;
import se.kulturlots.journal.Journal;

/** When input can be given, and whether it can be now. */
@Component
public class InputSchedule implements InputTimes {

	private static final Set<Consultation.Phase> DECIDED = Set.of(Consultation.Phase.ANSWER, Consultation.Phase.ENDED);

	/** Until when input of a period {@code p} is in time. */
	private static final String TIMES = """
			p.kind = 'REFERRAL' as on_draft, least(l.last_day, d.last_day) as last_day,
				least(l.due_at, d.due_at) as until
			from input_period p join deadline l on l.subject_id = p.id and l.kind = p.kind
			left join deadline d on d.subject_id = p.consultation_id and d.kind = 'DECISION'
			""";

	private final InputPeriods periods;

	private final Consultations consultations;

	private final Cycle cycle;

	private final InputFields fields;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final AppClock clock;

	InputSchedule(InputPeriods periods, Consultations consultations, Cycle cycle, InputFields fields,
			Deadlines deadlines, WorkingCalendars calendars, Journal journal, JdbcClient jdbc, AppClock clock) {
		this.periods = periods;
		this.consultations = consultations;
		this.cycle = cycle;
		this.fields = fields;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.journal = journal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Plans a period as the cycle goes on. The cycle may be late: when the last day has
	 * been already, people still get a fair time.
	 * @param kind on what
	 * @param opens the first day; if it has been, the period opens at once
	 * @param lastDay the last day, null if none is planned
	 */
	@Transactional
	public InputPeriod plan(Consultation consultation, Kind kind, LocalDate opens, @Nullable LocalDate lastDay) {
		LocalDate last = reachable(consultation, lastDay);
		if (lastDay != null && !last.equals(lastDay)) {
			this.journal.note(consultation.authorityId(), consultation.id(), "journal.input.extended", last.toString());
		}
		InputPeriod period = save(consultation, kind, opens);
		if (lastDay == null) {
			setDays(period, opens, last);
			return period;
		}
		if (kind == Kind.INPUT) {
			this.deadlines.follow(period.id(), CycleDeadline.OPENING, consultation.id(), opens);
		}
		else {
			this.deadlines.set(period.authorityId(), period.id(), CycleDeadline.OPENING, opens);
		}
		this.deadlines.follow(period.id(), kind.deadline(), consultation.id(), last);
		return period;
	}

	private LocalDate reachable(Consultation consultation, @Nullable LocalDate lastDay) {
		WorkingCalendar calendar = this.calendars.of(consultation.authorityId());
		LocalDate today = this.clock.today(calendar.zone());
		if (lastDay != null && !lastDay.isBefore(today)) {
			return lastDay;
		}
		return DateRules.fair(calendar, today, consultation.decisionDate());
	}

	/**
	 * Plans a period outside the cycle.
	 * @param kind on what
	 * @param opens the first day
	 * @throws InputProblem if the days do not hold, or another period is under way
	 */
	@Transactional
	public InputPeriod planExtra(Consultation consultation, Kind kind, LocalDate opens, LocalDate lastDay) {
		if (consultation.status() != Consultation.Status.OPEN) {
			throw InputProblem.ended().at("caseId");
		}
		if (isUnderWay(consultation)) {
			throw InputProblem.alreadyUnderWay().at("caseId");
		}
		check(consultation, opens, lastDay);
		if (opens.isBefore(today(consultation.authorityId()))) {
			throw InputProblem.opensInThePast().at("opens");
		}
		if (kind == Kind.REFERRAL && this.fields.sections(consultation.id()).isEmpty()) {
			throw InputProblem.noDraft().at("kind");
		}
		InputPeriod period = save(consultation, kind, opens);
		setDays(period, opens, lastDay);
		return period;
	}

	private void check(Consultation consultation, LocalDate opens, LocalDate lastDay) {
		DateRules.broken(Map.of(), Map.of(CycleDeadline.OPENING, opens, CycleDeadline.INPUT, lastDay,
				CycleDeadline.DECISION, consultation.decisionDate()))
			.ifPresent((order) -> {
				throw ((order.earlier() == CycleDeadline.OPENING) ? InputProblem.endsBeforeOpening()
						: InputProblem.endsAfterDecision())
					.at("lastDay");
			});
		if (lastDay.isBefore(today(consultation.authorityId()))) {
			throw InputProblem.endsInThePast().at("lastDay");
		}
	}

	/**
	 * Whether people say something now, or will.
	 * @param consultation in what
	 * @return false if a time of its own can be opened
	 */
	public boolean isUnderWay(Consultation consultation) {
		return of(consultation).stream().anyMatch((period) -> !isOver(period));
	}

	/** The consultations in which a time of its own can be opened. */
	public List<Consultation> withNoneUnderWay(String authorityId) {
		List<Consultation> open = this.consultations.open(authorityId);
		Set<CaseId> underWay = this.periods.ofAll(open.stream().map(Consultation::id).toList())
			.stream()
			.filter((period) -> !isOver(period))
			.map(InputPeriod::consultationId)
			.collect(Collectors.toSet());
		return open.stream().filter((consultation) -> !underWay.contains(consultation.id())).toList();
	}

	/** Whether a draft can be sent out for comments outside the order of the cycle. */
	public boolean mayRefer(Consultation consultation) {
		return consultation.status() == Consultation.Status.OPEN && !isUnderWay(consultation)
				&& !this.fields.sections(consultation.id()).isEmpty();
	}

	private static boolean isOver(InputPeriod period) {
		return period.status() == Status.CLOSED || period.status() == Status.PUBLISHED;
	}

	private InputPeriod save(Consultation consultation, Kind kind, LocalDate opens) {
		return this.periods.save(
				InputPeriod.planned(consultation.authorityId(), consultation.id(), kind, opens, this.clock.instant()));
	}

	private void setDays(InputPeriod period, LocalDate opens, LocalDate lastDay) {
		this.deadlines.set(period.authorityId(), period.id(), CycleDeadline.OPENING, opens);
		this.deadlines.set(period.authorityId(), period.id(), period.kind().deadline(), lastDay);
	}

	/**
	 * Moves the first or the last day; what waits for them follows. A period of the cycle
	 * moves with the cycle's dates.
	 * @param authorityId who asks
	 * @param opens the first day, which is kept until then and no longer moved once it
	 * has opened
	 * @throws InputProblem if the days do not hold, or the period or its case is over
	 */
	@Transactional
	public void move(String authorityId, InputPeriodId periodId, LocalDate opens, LocalDate lastDay) {
		InputPeriod period = this.periods.get(authorityId, periodId);
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		if (!isMovable(consultation, period)) {
			throw InputProblem.ended();
		}
		LocalDate firstDay = (period.status() == Status.PLANNED) ? opens : period.opens();
		check(consultation, firstDay, lastDay);
		Map<CycleDeadline, LocalDate> days = new EnumMap<>(Map.of(period.kind().deadline(), lastDay));
		if (period.status() == Status.PLANNED) {
			days.put(CycleDeadline.OPENING, firstDay);
		}
		Schedule moved = consultation.schedule();
		for (Map.Entry<CycleDeadline, LocalDate> each : days.entrySet()) {
			if (moved != null && this.deadlines.isFollowing(periodId, each.getKey())) {
				moved = moved.with(each.getKey(), each.getValue());
			}
			else {
				this.deadlines.set(authorityId, periodId, each.getKey(), each.getValue());
			}
		}
		if (moved == null) {
			return;
		}
		try {
			this.cycle.reschedule(authorityId, consultation.id(), moved);
		}
		catch (ConsultationProblem problem) {
			throw problem.at("inputOpens".equals(problem.field()) ? "opens" : "lastDay");
		}
	}

	/**
	 * Whether the days of a period can still be moved.
	 * @return false once it or its case is over
	 */
	public boolean isMovable(Consultation consultation, InputPeriod period) {
		return consultation.status() == Consultation.Status.OPEN && !isOver(period);
	}

	@EventListener
	void on(DeadlineMoved moved) {
		Deadline deadline = moved.now();
		this.periods.findById(new InputPeriodId(deadline.subjectId().value()))
			.ifPresent((period) -> tellMoved(period, deadline));
	}

	private void tellMoved(InputPeriod period, Deadline deadline) {
		String key = (deadline.kind() == CycleDeadline.OPENING) ? "journal.input.movedOpening."
				: "journal.input.moved.";
		this.journal.publish(period.authorityId(), period.consultationId(), key + period.kind().name(),
				String.valueOf(deadline.lastDay()));
	}

	/**
	 * The periods of a consultation.
	 * @return the first one first
	 */
	public List<InputPeriod> of(Consultation consultation) {
		return this.periods.of(consultation.authorityId(), consultation.id());
	}

	/**
	 * When it opens.
	 * @return the beginning of its first day
	 */
	public Instant opensAt(InputPeriod period) {
		return this.deadlines.get(period.id(), CycleDeadline.OPENING).dueAt();
	}

	/**
	 * The last day on which input is in time.
	 * @return a date in the authority's zone, never after the decision
	 */
	public LocalDate lastDay(InputPeriod period) {
		return time(period).lastDay();
	}

	private InputTime time(InputPeriod period) {
		return this.jdbc.sql("select " + TIMES + " where p.id = :id")
			.param("id", period.id())
			.query(InputTime.class)
			.single();
	}

	/** The period's own last day, which staff move. */
	public Deadline deadline(InputPeriod period) {
		return this.deadlines.get(period.id(), period.kind().deadline());
	}

	/**
	 * Whether input can be given now.
	 * @return open, late, not yet or not any more
	 */
	public Openness openness(Consultation consultation) {
		return this.periods.current(consultation.authorityId(), consultation.id())
			.map((period) -> openness(consultation, period))
			.orElse(isDecided(consultation) ? Openness.CLOSED : Openness.NOT_YET);
	}

	/**
	 * Whether input can be given now.
	 * @return open, late, not yet or not any more
	 */
	public Openness openness(Consultation consultation, InputPeriod period) {
		if (isDecided(consultation)) {
			return Openness.CLOSED;
		}
		if (period.status() == Status.PLANNED) {
			return Openness.NOT_YET;
		}
		return time(period).open(this.clock.instant()) ? Openness.OPEN : Openness.LATE;
	}

	@Override
	public Map<CaseId, InputTime> of(Collection<Consultation> consultations) {
		List<CaseId> undecided = consultations.stream().filter((one) -> !hasEnded(one)).map(Consultation::id).toList();
		Map<CaseId, InputTime> times = new HashMap<>();
		if (!undecided.isEmpty()) {
			this.jdbc
				.sql("select distinct on (p.consultation_id) p.consultation_id, " + TIMES
						+ " where p.consultation_id in (:ids) and p.status <> 'PLANNED'"
						+ " order by p.consultation_id, p.created_at desc")
				.param("ids", undecided)
				.query((rs) -> {
					times.put(Columns.id(rs, 1, CaseId::new),
							new InputTime(rs.getBoolean(2), rs.getObject(3, LocalDate.class), Columns.instant(rs, 4)));
				});
		}
		return times;
	}

	private boolean isDecided(Consultation consultation) {
		return hasEnded(consultation) || this.deadlines.find(consultation.id(), CycleDeadline.DECISION)
			.filter((decision) -> decision.passed(this.clock.instant()))
			.isPresent();
	}

	private static boolean hasEnded(Consultation consultation) {
		return consultation.status() != Consultation.Status.OPEN || DECIDED.contains(consultation.phase());
	}

	LocalDate today(String authorityId) {
		return this.clock.today(this.calendars.of(authorityId).zone());
	}

}
