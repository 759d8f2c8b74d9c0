package se.kulturlots.input;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.AppClock;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.InputSearch.Share;
import se.kulturlots.journal.Journal;

/** A period from its first day to its summary. */
@Component
public class InputProgress {

	private final InputPeriods periods;

	private final Consultations consultations;

	private final InputSearch search;

	private final InputFields fields;

	private final InputReminders reminders;

	private final Journal journal;

	private final Deadlines deadlines;

	private final AppClock clock;

	InputProgress(InputPeriods periods, Consultations consultations, InputSearch search, InputFields fields,
			InputReminders reminders, Journal journal, Deadlines deadlines, AppClock clock) {
		this.periods = periods;
		this.consultations = consultations;
		this.search = search;
		this.fields = fields;
		this.reminders = reminders;
		this.journal = journal;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/** Begins a period; a draft is sent out to everyone invited. */
	@Transactional
	public void open(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		if (period.status() == InputPeriod.Status.PLANNED) {
			period.open(this.clock.instant());
			this.periods.save(period);
			this.deadlines.letGo(id, CycleDeadline.OPENING);
			Consultation consultation = this.consultations.get(period.consultationId());
			if (period.kind() == Kind.REFERRAL) {
				this.reminders.announceReferral(consultation, period);
			}
			this.journal.publish(period.authorityId(), consultation.id(),
					"journal.input.opened." + period.kind().name());
		}
	}

	/** Ends a period. */
	@Transactional
	public void close(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		if (period.status() == InputPeriod.Status.OPEN) {
			period.close(this.clock.instant());
			this.periods.save(period);
			this.deadlines.letGo(id, period.kind().deadline());
			this.journal.publish(period.authorityId(), period.consultationId(),
					"journal.input.closed." + period.kind().name(), this.search.counts(id).inputs());
		}
	}

	/**
	 * Makes sure that everything is sorted.
	 * @throws InputProblem if something is not
	 */
	@Transactional
	public void requireTriaged(InputPeriodId id) {
		int untriaged = this.search.counts(id).untriaged();
		if (untriaged > 0) {
			throw InputProblem.untriaged(untriaged);
		}
		InputPeriod period = this.periods.get(id);
		this.journal.note(period.authorityId(), period.consultationId(), "journal.input.triaged");
	}

	/**
	 * Writes the summary.
	 * @param text plain text
	 */
	@Transactional
	public void write(InputPeriodId id, String text) {
		InputPeriod period = this.periods.get(id);
		period.summarise(text);
		this.periods.save(period);
	}

	/** Approves the summary. */
	@Transactional
	public void approve(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		period.approve();
		this.periods.save(period);
		this.journal.note(period.authorityId(), period.consultationId(), "journal.input.summaryApproved");
	}

	/**
	 * Sends the summary back to who wrote it.
	 * @param comment what to change
	 * @throws InputProblem if nothing is said
	 */
	@Transactional
	public void sendBack(InputPeriodId id, @Nullable String comment) {
		if (comment == null || comment.isBlank()) {
			throw InputProblem.commentMissing().at("comment");
		}
		InputPeriod period = this.periods.get(id);
		period.sendBack(comment.strip());
		this.periods.save(period);
		this.journal.note(period.authorityId(), period.consultationId(), "journal.input.summarySentBack");
	}

	/** Shows the summary to everyone. */
	@Transactional
	public void publish(InputPeriodId id) {
		InputPeriod period = this.periods.get(id);
		if (period.status() != InputPeriod.Status.PUBLISHED) {
			period.publish(this.clock.instant());
			this.periods.save(period);
			this.journal.publish(period.authorityId(), period.consultationId(), "journal.input.summaryPublished");
		}
	}

	/**
	 * How much was said on each question or section.
	 * @return in the order of the form, without a name for anything else
	 */
	public List<Share> perField(InputPeriod period) {
		Map<String, Integer> numbers = this.search.perField(period.id());
		return this.fields.of(period)
			.stream()
			.map((field) -> new Share(field.heading(), Objects.requireNonNullElse(numbers.get(field.key()), 0)))
			.toList();
	}

}
