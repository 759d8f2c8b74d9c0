package se.kulturlots.input.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.DateText;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputProgress;
import se.kulturlots.input.InputReminders;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.InputSearch.Counts;
import se.kulturlots.input.InputSearch.Share;
import se.kulturlots.workflow.CaseChoices;

/** The steps of {@code inputPeriod}. */
@Component
public class InputPeriodSteps {

	private final InputProgress progress;

	private final InputSchedule schedule;

	private final InputPeriods periods;

	private final InputSearch search;

	private final InputReminders reminders;

	private final Consultations consultations;

	private final Authorities authorities;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final MessageSource messages;

	private final AppClock clock;

	InputPeriodSteps(InputProgress progress, InputSchedule schedule, InputPeriods periods, InputSearch search,
			InputReminders reminders, Consultations consultations, Authorities authorities, Deadlines deadlines,
			WorkingCalendars calendars, MessageSource messages, AppClock clock) {
		this.progress = progress;
		this.schedule = schedule;
		this.periods = periods;
		this.search = search;
		this.reminders = reminders;
		this.consultations = consultations;
		this.authorities = authorities;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.messages = messages;
		this.clock = clock;
	}

	public InputPeriodId startInputPeriod(String authorityId, StartInputPeriod answers) {
		return this.schedule
			.planExtra(this.consultations.get(authorityId, answers.caseId()), answers.kind(), answers.opens(),
					answers.lastDay())
			.id();
	}

	public CaseChoices startInputPeriodFacts(String authorityId) {
		return CaseChoices.of(this.schedule.withNoneUnderWay(authorityId).stream(), Consultation::id,
				Consultation::title);
	}

	public String prepareInputPeriod(CaseId consultationId) {
		Consultation consultation = this.consultations.get(consultationId);
		Schedule dates = consultation.schedule();
		return this.schedule
			.plan(consultation, InputPeriod.Kind.INPUT, (dates != null) ? dates.inputOpens() : today(consultation),
					(dates != null) ? dates.inputLastDay() : null)
			.id()
			.toString();
	}

	public String prepareReferral(CaseId consultationId) {
		Consultation consultation = this.consultations.get(consultationId);
		Schedule dates = consultation.schedule();
		return this.schedule
			.plan(consultation, InputPeriod.Kind.REFERRAL, today(consultation),
					(dates != null) ? dates.referralLastDay() : null)
			.id()
			.toString();
	}

	private LocalDate today(Consultation consultation) {
		return this.clock.today(this.calendars.of(consultation.authorityId()).zone());
	}

	public Date opensAt(InputPeriodId id) {
		return Date.from(this.schedule.opensAt(this.periods.get(id)));
	}

	public void openInput(InputPeriodId id) {
		this.progress.open(id);
	}

	public Date nextReminderOrLastDay(InputPeriodId id) {
		return this.deadlines.next(id, this.periods.get(id).kind().deadline().name());
	}

	public boolean inputPeriodEnded(InputPeriodId id) {
		return this.deadlines.passed(id, this.periods.get(id).kind().deadline().name());
	}

	public void remindSilent(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		this.deadlines.rungNow(id, period.kind().deadline())
			.ifPresent((rung) -> this.reminders.remind(this.consultations.get(period.consultationId()), period, rung));
	}

	public void closeInput(InputPeriodId id) {
		this.progress.close(id);
	}

	public void triageInput(InputPeriodId id) {
		this.progress.requireTriaged(id);
	}

	public TriageFacts triageInputFacts(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		Counts counts = this.search.counts(period.id());
		return new TriageFacts(about(period, counts), counts.untriaged());
	}

	public void summariseInput(InputPeriodId id, SummariseInput answers) {
		this.progress.write(id, answers.summary().strip());
	}

	public SummariseInputFacts summariseInputFacts(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		return new SummariseInputFacts(numbers(period), text(period.summary()), text(period.comment()));
	}

	public void approveSummary(InputPeriodId id, ApproveSummary answers) {
		if (answers.decision() == Decision.approved) {
			this.progress.approve(id);
		}
		else {
			this.progress.sendBack(id, answers.comment());
		}
	}

	public ApproveSummaryFacts approveSummaryFacts(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		return new ApproveSummaryFacts(numbers(period), text(period.summary()), text(period.comment()));
	}

	public void publishSummary(InputPeriodId id) {
		this.progress.publish(id);
	}

	private PeriodFacts about(InputPeriod period, Counts counts) {
		Consultation consultation = this.consultations.get(period.consultationId());
		Locale locale = this.authorities.get(period.authorityId()).locale();
		return new PeriodFacts(consultation.title(), this.messages.getMessage(period.kind().messageKey(), null, locale),
				DateText.date(this.schedule.lastDay(period), locale), counts.submissions(), counts.inputs(),
				counts.late(), counts.hidden(), counts.joined(),
				"/staff/consultations/" + consultation.id() + "/input?period=" + period.id());
	}

	private NumbersFacts numbers(InputPeriod period) {
		Locale locale = this.authorities.get(period.authorityId()).locale();
		return new NumbersFacts(about(period, this.search.counts(period.id())),
				lines(this.search.perTheme(period.id()), "input.noTheme", locale),
				lines(this.progress.perField(period), "input.other", locale));
	}

	private static String text(@Nullable String written) {
		return Objects.requireNonNullElse(written, "");
	}

	private String lines(List<Share> shares, String nameless, Locale locale) {
		String none = this.messages.getMessage(nameless, null, locale);
		return shares.stream()
			.map((share) -> Objects.requireNonNullElse(share.name(), none) + ": " + share.number())
			.collect(Collectors.joining("\n"));
	}

	/** The facts that all forms of a period show. */
	public record PeriodFacts(String title, String kind, String lastDay, int submissions, int inputs, int late,
			int hidden, int joined, String inputPage) {
	}

	/** What came in, in numbers. */
	public record NumbersFacts(PeriodFacts period, String perTheme, String perField) {
	}

	/** The facts of {@code triageInput.form}. */
	public record TriageFacts(PeriodFacts period, int untriaged) {
	}

	/** The facts of {@code summariseInput.form}. */
	public record SummariseInputFacts(NumbersFacts numbers, String summary, String comment) {
	}

	/** The facts of {@code approveSummary.form}. */
	public record ApproveSummaryFacts(NumbersFacts numbers, String summary, String earlierComment) {
	}

	/**
	 * The answers of {@code startInputPeriod.form}.
	 *
	 * @param caseId in which consultation
	 * @param kind on the questions or on the draft
	 * @param opens the first day
	 * @param lastDay the last day
	 */
	public record StartInputPeriod(CaseId caseId, InputPeriod.Kind kind, LocalDate opens, LocalDate lastDay) {
	}

	/**
	 * The answers of {@code summariseInput.form}.
	 *
	 * @param summary what came in, in short
	 */
	public record SummariseInput(String summary) {
	}

	/**
	 * The answers of {@code approveSummary.form}.
	 *
	 * @param decision approved or sent back
	 * @param comment what to change
	 */
	public record ApproveSummary(Decision decision, @Nullable String comment) {
	}

	/** What a manager decides. */
	public enum Decision {

		approved, sentBack

	}

}
