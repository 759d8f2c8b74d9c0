package se.kulturlots.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.CaseHandling;
import se.kulturlots.cases.Cases;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.FormSubmissions.Earlier;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.workflow.Processes;

/** What is done to a cycle as a whole, by its process and by staff. */
@Component
public class Cycle {

	/** Longer plans are not made; the state asks for three or four years. */
	private static final int LONGEST_PLAN = 12;

	/**
	 * How long personal data is kept once a cycle has ended, so that the next one can
	 * build on it and complaints can be answered.
	 */
	private static final int YEARS_KEPT = 2;

	private final CaseHandling cases;

	private final Cases all;

	private final Consultations consultations;

	private final Questions questions;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final Journal journal;

	private final Processes processes;

	private final Accounts accounts;

	private final AppClock clock;

	Cycle(CaseHandling cases, Cases all, Consultations consultations, Questions questions, Deadlines deadlines,
			WorkingCalendars calendars, Journal journal, Processes processes, Accounts accounts, AppClock clock) {
		this.cases = cases;
		this.all = all;
		this.consultations = consultations;
		this.questions = questions;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.journal = journal;
		this.processes = processes;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Makes a consultation.
	 * @param wish what is asked for
	 * @param officer who is responsible, or null
	 * @throws ConsultationProblem if the years or the day of decision cannot be
	 */
	@Transactional
	public Consultation want(String authorityId, Wish wish, @Nullable String officer) {
		check(authorityId, wish);
		Consultation consultation = this.consultations
			.save(Consultation.wanted(this.cases.open(authorityId, ConsultationKind.KEY, wish.title(), officer), wish));
		this.deadlines.set(authorityId, consultation.id(), CycleDeadline.DECISION, wish.decisionDate());
		this.journal.note(authorityId, consultation.id(), "journal.consultation.wanted");
		return consultation;
	}

	/**
	 * Changes what is asked for, until the cycle is planned and unless somebody else has
	 * done so.
	 * @param made the consultation
	 * @param wish what is asked for instead
	 * @return false if it is planned already, and nothing was changed
	 * @throws ConsultationProblem if the years or the day of decision cannot be
	 */
	@Transactional
	public boolean wantInstead(String authorityId, Earlier<CaseId> made, Wish wish) {
		CaseId id = made.id();
		Consultation consultation = this.consultations.get(authorityId, id);
		if (consultation.status() != Consultation.Status.PLANNED || consultation.schedule() != null) {
			return false;
		}
		made.requireUntouched();
		check(authorityId, wish);
		this.cases.describe(authorityId, id, wish.title(), consultation.diaryNumber());
		this.consultations.save(consultation.wanted(wish));
		this.deadlines.set(authorityId, id, CycleDeadline.DECISION, wish.decisionDate());
		return true;
	}

	/** How often what is asked for has been changed. */
	public int version(CaseId id) {
		return Objects.requireNonNull(this.all.get(id).version())
				+ Objects.requireNonNull(this.consultations.get(id).version());
	}

	private void check(String authorityId, Wish wish) {
		if (wish.planTo() < wish.planFrom() || wish.planTo() - wish.planFrom() >= LONGEST_PLAN) {
			throw ConsultationProblem.planPeriod().at("planTo");
		}
		propose(authorityId, wish.decisionDate(), false);
	}

	/**
	 * Proposes dates.
	 * @param authorityId whose working days count
	 * @param decisionDate when the decision is taken
	 * @param referral whether the draft is sent out for comments
	 * @return the dates
	 * @throws ConsultationProblem if there is too little time
	 */
	public Schedule propose(String authorityId, LocalDate decisionDate, boolean referral) {
		return DateRules.propose(this.calendars.of(authorityId), today(authorityId), decisionDate, referral);
	}

	/**
	 * Proposes dates, with a referral if there is time for one.
	 * @param authorityId whose working days count
	 * @param decisionDate when the decision is taken
	 * @return the dates
	 * @throws ConsultationProblem if there is too little time
	 */
	public Schedule propose(String authorityId, LocalDate decisionDate) {
		try {
			return propose(authorityId, decisionDate, true);
		}
		catch (ConsultationProblem ex) {
			return propose(authorityId, decisionDate, false);
		}
	}

	/**
	 * Plans a cycle.
	 * @param schedule its dates
	 * @param questions what to gather around
	 * @param background what it builds on, or null
	 * @param numberOfMeetings how many meetings
	 * @throws ConsultationProblem if something about it cannot be
	 */
	@Transactional
	public void plan(CaseId id, Schedule schedule, List<String> questions, @Nullable String background,
			int numberOfMeetings) {
		Consultation consultation = this.consultations.get(id);
		DateRules.check(null, schedule, today(consultation.authorityId()));
		this.questions.set(consultation, questions);
		consultation.plan(schedule, background, numberOfMeetings);
		this.consultations.save(consultation);
		keep(consultation, schedule);
		this.journal.note(consultation.authorityId(), id, "journal.consultation.planned");
	}

	/**
	 * Moves dates of a cycle under way; everything that hangs on them follows.
	 * @param authorityId who asks
	 * @param schedule the new dates
	 * @throws ConsultationProblem if the dates cannot be, or the cycle has ended
	 */
	@Transactional
	public void reschedule(String authorityId, CaseId id, Schedule schedule) {
		Consultation consultation = this.consultations.get(authorityId, id);
		Schedule before = consultation.schedule();
		if (schedule.equals(before)) {
			return;
		}
		DateRules.check(before, schedule, today(authorityId));
		consultation.reschedule(schedule);
		this.consultations.save(consultation);
		keep(consultation, schedule);
		this.journal.publish(authorityId, id, "journal.consultation.rescheduled");
	}

	private void keep(Consultation consultation, Schedule schedule) {
		if (schedule.referralLastDay() == null) {
			this.deadlines.remove(consultation.id(), CycleDeadline.REFERRAL);
		}
		schedule.days()
			.forEach((kind, day) -> this.deadlines.set(consultation.authorityId(), consultation.id(), kind, day));
	}

	/**
	 * Chooses the earlier consultation that is proposed again; nothing is copied by that.
	 * @param authorityId who asks
	 * @param from a planned consultation of the same authority, or null for none
	 * @throws ConsultationProblem if there is none such, or the cycle has ended
	 */
	@Transactional
	public void beginFrom(String authorityId, CaseId id, @Nullable CaseId from) {
		Consultation consultation = this.consultations.get(authorityId, id);
		if (Objects.equals(from, consultation.beginsFrom())) {
			return;
		}
		Consultation earlier = (from != null) ? this.consultations.findByIdAndAuthorityId(from, authorityId)
			.filter((found) -> found.schedule() != null)
			.orElseThrow(() -> ConsultationProblem.noEarlier().at("from")) : null;
		consultation.beginFrom(from);
		this.consultations.save(consultation);
		if (earlier != null) {
			this.journal.note(authorityId, id, "journal.consultation.beginsFrom", earlier.title());
		}
		else {
			this.journal.note(authorityId, id, "journal.consultation.beginsFromNone");
		}
	}

	/** Shows the consultation to the public. */
	@Transactional
	public void open(CaseId id) {
		Consultation consultation = this.consultations.get(id);
		consultation.open(this.clock.instant());
		this.consultations.save(consultation);
		this.journal.publish(consultation.authorityId(), id, "journal.consultation.opened");
	}

	/**
	 * After the draft: on to the referral, once and if there is one, else to the
	 * decision.
	 * @return whether the referral begins
	 */
	@Transactional
	public boolean beginReferral(CaseId id) {
		Consultation consultation = this.consultations.get(id);
		boolean begins = consultation.beginReferral(today(consultation.authorityId()));
		this.consultations.save(consultation);
		this.journal.publish(consultation.authorityId(), id,
				begins ? "journal.consultation.referral" : "journal.consultation.draftReady");
		return begins;
	}

	/** Goes on to a phase. */
	@Transactional
	public void enter(CaseId id, Consultation.Phase phase) {
		Consultation consultation = this.consultations.get(id);
		consultation.enter(phase);
		this.consultations.save(consultation);
	}

	/**
	 * Ends a cycle and sets until when its personal data is kept.
	 * @param how CLOSED, REJECTED or CANCELLED
	 */
	@Transactional
	public void end(CaseId id, Status how) {
		Consultation consultation = this.consultations.get(id);
		consultation.end(how);
		this.consultations.save(consultation);
		this.cases.close(id, today(consultation.authorityId()).plusYears(YEARS_KEPT));
		this.journal.publish(consultation.authorityId(), id, "journal.consultation.ended." + how);
	}

	/**
	 * Cancels a consultation: its process, which begins with that where processes were
	 * begun one by one, ends the open tasks and tells everyone.
	 * @param authorityId who asks
	 * @param reason shown to the public
	 * @throws ConsultationProblem if it has ended
	 */
	@Transactional
	public void cancel(String authorityId, CaseId id, String reason) {
		Consultation consultation = this.consultations.get(authorityId, id);
		consultation.announceCancellation(reason);
		this.consultations.save(consultation);
		if (!this.processes.tell(id, authorityId, CycleProcess.CANCELLED)) {
			this.processes.startWith(CycleProcess.KEY, id, authorityId, id, CycleProcess.CANCELLED);
		}
	}

	/**
	 * Hands a cycle to another officer, with the open tasks.
	 * @param authorityId who asks
	 * @param officer the account of an officer of the same authority
	 * @throws ConsultationProblem if there is no such officer, or the cycle has ended
	 */
	@Transactional
	public void handOver(String authorityId, CaseId id, String officer) {
		String name = this.accounts.with(authorityId, Role.OFFICER)
			.stream()
			.filter((account) -> account.id().equals(officer))
			.map(Account::displayName)
			.findFirst()
			.orElseThrow(() -> ConsultationProblem.officerUnknown().at("officer"));
		Consultation consultation = this.consultations.get(authorityId, id);
		if (!officer.equals(consultation.responsibleOfficer())) {
			consultation.requireUnderWay();
			this.cases.handTo(id, officer);
			this.journal.note(authorityId, id, "journal.consultation.handedOver", name);
			if (!this.processes.tell(id, authorityId, CycleProcess.OFFICER_CHANGED, officer)) {
				this.processes.handOver(authorityId, id, officer);
			}
		}
	}

	/**
	 * Goes on with gaps.
	 * @param reason why
	 */
	@Transactional
	public void acceptGaps(CaseId id, String reason) {
		Consultation consultation = this.consultations.get(id);
		consultation.acceptGaps(reason);
		this.consultations.save(consultation);
		this.journal.note(consultation.authorityId(), id, "journal.consultation.gapsAccepted");
	}

	/**
	 * Fixes the list of those invited.
	 * @param invitees how many they are
	 */
	@Transactional
	public void confirmInvitees(CaseId id, int invitees) {
		Consultation consultation = this.consultations.get(id);
		if (invitees == 0) {
			throw ConsultationProblem.noInvitees();
		}
		consultation.confirmInvitees(this.clock.instant());
		this.consultations.save(consultation);
		this.journal.publish(consultation.authorityId(), id, "journal.consultation.inviteesConfirmed", invitees);
	}

	private LocalDate today(String authorityId) {
		return this.clock.today(this.calendars.of(authorityId).zone());
	}

}
