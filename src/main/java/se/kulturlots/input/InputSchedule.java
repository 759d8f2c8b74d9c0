package se.kulturlots.input;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationProblem;
import se.kulturlots.consultation.ConsultationRescheduled;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.InputTimes;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.InputPeriod.Status;
import se.kulturlots.journal.Journal;
import se.kulturlots.workflow.Processes;

/** When input can be given, and whether it can be now. */
@Component
public class InputSchedule implements InputTimes {

	/** Working days that people get at least when the planned last day has been. */
	private static final int SHORTEST = 10;

	private static final Set<Consultation.Phase> DECIDED = Set.of(Consultation.Phase.ANSWER, Consultation.Phase.ENDED);

	private final InputPeriods periods;

	private final Consultations consultations;

	private final Cycle cycle;

	private final InputFields fields;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final Processes processes;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final AppClock clock;

	InputSchedule(InputPeriods periods, Consultations consultations, Cycle cycle, InputFields fields,
			Deadlines deadlines, WorkingCalendars calendars, Processes processes, Journal journal, JdbcClient jdbc,
			AppClock clock) {
		this.periods = periods;
		this.consultations = consultations;
		this.cycle = cycle;
		this.fields = fields;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.processes = processes;
		this.journal = journal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Plans a period as the cycle goes on. The cycle may be late: when the last day has
	 * been already, people still get a fair time.
	 * @param consultation the consultation
	 * @param kind on what
	 * @param opens the first day; if it has been, the period opens at once
	 * @param lastDay the last day, null if none is planned
	 * @return the period
	 */
	@Transactional
	public InputPeriod plan(Consultation consultation, Kind kind, LocalDate opens, @Nullable LocalDate lastDay) {
		LocalDate last = reachable(consultation, lastDay);
		if (lastDay != null && !last.equals(lastDay)) {
			this.journal.note(consultation.authorityId(), consultation.id(), "journal.input.extended", last.toString());
		}
		return save(consultation, kind, opens, last);
	}

	private LocalDate reachable(Consultation consultation, @Nullable LocalDate lastDay) {
		WorkingCalendar calendar = this.calendars.of(consultation.authorityId());
		LocalDate today = this.clock.today(calendar.zone());
		if (lastDay != null && !lastDay.isBefore(today)) {
			return lastDay;
		}
		LocalDate fair = calendar.plus(today, SHORTEST);
		LocalDate beforeDecision = consultation.decisionDate().minusDays(1);
		boolean shorter = beforeDecision.isBefore(fair) && !beforeDecision.isBefore(today);
		return shorter ? beforeDecision : fair;
	}

	/**
	 * Plans a period outside the cycle.
	 * @param consultation the consultation
	 * @param kind on what
	 * @param opens the first day
	 * @param lastDay the last day
	 * @return the period
	 * @throws InputProblem if the days do not hold, or another period is under way
	 */
	@Transactional
	public InputPeriod planExtra(Consultation consultation, Kind kind, LocalDate opens, LocalDate lastDay) {
		if (consultation.status() != Consultation.Status.OPEN) {
			throw InputProblem.ended().at("consultation");
		}
		if (of(consultation).stream().anyMatch((period) -> !isOver(period))) {
			throw InputProblem.alreadyUnderWay().at("consultation");
		}
		check(consultation, opens, lastDay);
		if (opens.isBefore(today(consultation.authorityId()))) {
			throw InputProblem.opensInThePast().at("opens");
		}
		if (kind == Kind.REFERRAL && this.fields.sections(consultation.id()).isEmpty()) {
			throw InputProblem.noDraft().at("kind");
		}
		return save(consultation, kind, opens, lastDay);
	}

	private void check(Consultation consultation, LocalDate opens, LocalDate lastDay) {
		if (lastDay.isBefore(opens)) {
			throw InputProblem.endsBeforeOpening().at("lastDay");
		}
		if (lastDay.isBefore(today(consultation.authorityId()))) {
			throw InputProblem.endsInThePast().at("lastDay");
		}
		if (!lastDay.isBefore(consultation.decisionDate())) {
			throw InputProblem.endsAfterDecision().at("lastDay");
		}
	}

	private static boolean isOver(InputPeriod period) {
		return period.status() == Status.CLOSED || period.status() == Status.PUBLISHED;
	}

	private InputPeriod save(Consultation consultation, Kind kind, LocalDate opens, LocalDate lastDay) {
		String authorityId = consultation.authorityId();
		InputPeriod period = this.periods
			.save(InputPeriod.planned(authorityId, consultation.id(), kind, opens, this.clock.instant()));
		this.deadlines.set(authorityId, period.id(), kind.deadline(), lastDay);
		return period;
	}

	/**
	 * Moves the first or the last day; what waits for them follows. A period of the cycle
	 * moves with the cycle's dates.
	 * @param authorityId who asks
	 * @param periodId the period
	 * @param opens the first day, which counts until it has opened
	 * @param lastDay the last day
	 * @throws InputProblem if the days do not hold, or the period is over
	 */
	@Transactional
	public void move(String authorityId, UUID periodId, LocalDate opens, LocalDate lastDay) {
		InputPeriod period = this.periods.get(authorityId, periodId);
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		if (isOver(period)) {
			throw InputProblem.ended();
		}
		LocalDate firstDay = (period.status() == Status.PLANNED) ? opens : period.opens();
		check(consultation, firstDay, lastDay);
		Schedule schedule = consultation.schedule();
		if (schedule == null || !lastDay(period).equals(lastDay(schedule, period.kind()))) {
			moveTo(period, firstDay, lastDay);
			return;
		}
		Schedule moved = (period.kind() == Kind.INPUT)
				? new Schedule(schedule.inventoryLastDay(), schedule.answerLastDay(), firstDay, lastDay,
						schedule.referralLastDay(), schedule.decisionDate())
				: new Schedule(schedule.inventoryLastDay(), schedule.answerLastDay(), schedule.inputOpens(),
						schedule.inputLastDay(), lastDay, schedule.decisionDate());
		try {
			this.cycle.reschedule(authorityId, consultation.id(), moved);
		}
		catch (ConsultationProblem problem) {
			throw problem.at("inputOpens".equals(problem.field()) ? "opens" : "lastDay");
		}
	}

	private static @Nullable LocalDate lastDay(Schedule schedule, Kind kind) {
		return (kind == Kind.INPUT) ? schedule.inputLastDay() : schedule.referralLastDay();
	}

	@EventListener
	void follow(ConsultationRescheduled moved) {
		Schedule before = moved.before();
		for (InputPeriod period : this.periods.findByAuthorityIdAndConsultationIdOrderByCreatedAt(moved.authorityId(),
				moved.consultationId())) {
			LocalDate lastDay = lastDay(moved.now(), period.kind());
			LocalDate opens = (period.kind() == Kind.INPUT) ? moved.now().inputOpens() : period.opens();
			boolean same = before != null && Objects.equals(lastDay, lastDay(before, period.kind()))
					&& (period.kind() == Kind.REFERRAL || opens.equals(before.inputOpens()));
			if (lastDay != null && !same && !isOver(period)) {
				moveTo(period, opens, lastDay);
			}
		}
	}

	private void moveTo(InputPeriod period, LocalDate opens, LocalDate lastDay) {
		if (period.status() == Status.PLANNED) {
			period.openOn(opens);
			this.periods.save(period);
		}
		if (!lastDay(period).equals(lastDay)) {
			this.deadlines.set(period.authorityId(), period.id(), period.kind().deadline(), lastDay);
			this.journal.publish(period.authorityId(), period.consultationId(),
					"journal.input.moved." + period.kind().name(), lastDay.toString());
		}
		this.processes.tell(period.id(), period.authorityId(), "deadline.moved", Map.of());
	}

	/**
	 * The periods of a consultation.
	 * @param consultation the consultation
	 * @return the first one first
	 */
	public List<InputPeriod> of(Consultation consultation) {
		return this.periods.findByAuthorityIdAndConsultationIdOrderByCreatedAt(consultation.authorityId(),
				consultation.id());
	}

	/**
	 * When it opens.
	 * @param period the period
	 * @return the beginning of its first day
	 */
	public Instant opensAt(InputPeriod period) {
		return period.opens().atStartOfDay(this.calendars.of(period.authorityId()).zone()).toInstant();
	}

	/**
	 * The last day.
	 * @param period the period
	 * @return a date in the authority's zone
	 */
	public LocalDate lastDay(InputPeriod period) {
		return deadline(period).day(this.calendars.of(period.authorityId()).zone());
	}

	Deadline deadline(InputPeriod period) {
		return this.deadlines.get(period.id(), period.kind().deadline());
	}

	/**
	 * Whether input can be given now.
	 * @param consultation the consultation
	 * @return open, late, not yet or not any more
	 */
	public Openness openness(Consultation consultation) {
		return this.periods.current(consultation.authorityId(), consultation.id())
			.map((period) -> openness(consultation, period))
			.orElse(isDecided(consultation) ? Openness.CLOSED : Openness.NOT_YET);
	}

	/**
	 * Whether input can be given now.
	 * @param consultation the consultation
	 * @param period its period
	 * @return open, late, not yet or not any more
	 */
	public Openness openness(Consultation consultation, InputPeriod period) {
		if (isDecided(consultation)) {
			return Openness.CLOSED;
		}
		if (period.status() == Status.PLANNED) {
			return Openness.NOT_YET;
		}
		return deadline(period).passed(this.clock.instant()) ? Openness.LATE : Openness.OPEN;
	}

	@Override
	public Map<UUID, InputTime> of(Collection<UUID> consultationIds) {
		Map<UUID, InputTime> times = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (p.consultation_id) p.consultation_id, d.last_day, d.due_at
				from input_period p join deadline d on d.subject_id = p.id and d.kind = p.kind
				where p.consultation_id in (:ids) and p.status <> 'PLANNED'
				order by p.consultation_id, p.created_at desc""").param("ids", consultationIds).query((rs) -> {
			times.put(rs.getObject(1, UUID.class),
					new InputTime(rs.getObject(2, LocalDate.class), rs.getTimestamp(3).toInstant()));
		});
		return times;
	}

	private boolean isDecided(Consultation consultation) {
		return consultation.status() != Consultation.Status.OPEN || DECIDED.contains(consultation.phase())
				|| this.deadlines.find(consultation.id(), DeadlineKind.DECISION)
					.filter((decision) -> decision.passed(this.clock.instant()))
					.isPresent();
	}

	LocalDate today(String authorityId) {
		return this.clock.today(this.calendars.of(authorityId).zone());
	}

}
