package se.kulturlots.input;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.CaseId;

/**
 * A time in which people may say something in writing: on the questions of a
 * consultation, or on the sections of its draft. Its last day is a deadline, so that it
 * can be moved like every other.
 */
@Table("input_period")
public class InputPeriod {

	@Id
	private InputPeriodId id = new InputPeriodId(UUID.randomUUID());

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private CaseId consultationId = CaseId.NONE;

	private Kind kind = Kind.INPUT;

	private Status status = Status.PLANNED;

	// kept among the deadlines and read with the period
	@ReadOnlyProperty
	private LocalDate opens = LocalDate.EPOCH;

	private Instant createdAt = Instant.EPOCH;

	private @Nullable Instant openedAt;

	private @Nullable Instant closedAt;

	private @Nullable String summary;

	private @Nullable String comment;

	private @Nullable Instant publishedAt;

	InputPeriod() {
	}

	static InputPeriod planned(String authorityId, CaseId consultationId, Kind kind, LocalDate opens, Instant now) {
		InputPeriod period = new InputPeriod();
		period.authorityId = authorityId;
		period.consultationId = consultationId;
		period.kind = kind;
		period.opens = opens;
		period.createdAt = now;
		return period;
	}

	/** Begins; once it has, nothing happens. */
	public void open(Instant now) {
		if (this.status == Status.PLANNED) {
			this.status = Status.OPEN;
			this.openedAt = now;
		}
	}

	/** Ends; what comes now is late. */
	public void close(Instant now) {
		if (this.status == Status.OPEN) {
			this.status = Status.CLOSED;
			this.closedAt = now;
		}
	}

	/**
	 * Keeps a summary of what came in.
	 * @param text plain text
	 * @throws InputProblem if it is published, or people may still say something
	 */
	public void summarise(String text) {
		requireClosed();
		this.summary = text;
	}

	/**
	 * Sends the summary back.
	 * @param what what is to be changed
	 */
	public void sendBack(String what) {
		requireClosed();
		this.comment = what;
	}

	/** Lets the summary stand as it is. */
	public void approve() {
		requireClosed();
		requireSummary();
		this.comment = null;
	}

	/** Shows the summary to everyone. */
	public void publish(Instant now) {
		if (this.status != Status.PUBLISHED) {
			requireClosed();
			requireSummary();
			this.status = Status.PUBLISHED;
			this.publishedAt = now;
		}
	}

	private void requireClosed() {
		if (this.status != Status.CLOSED) {
			throw InputProblem.notClosed();
		}
	}

	private void requireSummary() {
		if (this.summary == null) {
			throw InputProblem.noSummary();
		}
	}

	public InputPeriodId id() {
		return this.id;
	}

	public String authorityId() {
		return this.authorityId;
	}

	public CaseId consultationId() {
		return this.consultationId;
	}

	public Kind kind() {
		return this.kind;
	}

	public Status status() {
		return this.status;
	}

	/**
	 * The first day.
	 * @return in the authority's zone
	 */
	public LocalDate opens() {
		return this.opens;
	}

	public @Nullable Instant openedAt() {
		return this.openedAt;
	}

	public @Nullable Instant closedAt() {
		return this.closedAt;
	}

	/**
	 * What came in, in short.
	 * @return plain text, null until it is written
	 */
	public @Nullable String summary() {
		return this.summary;
	}

	/**
	 * What the manager wants changed in the summary.
	 * @return null if nothing
	 */
	public @Nullable String comment() {
		return this.comment;
	}

	public @Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	/** What is spoken of. */
	public enum Kind {

		/** The questions of a consultation. */
		INPUT("SYN", CycleDeadline.INPUT),
		/** The sections of a draft. */
		REFERRAL("REM", CycleDeadline.REFERRAL);

		private final String prefix;

		private final CycleDeadline deadline;

		Kind(String prefix, CycleDeadline deadline) {
			this.prefix = prefix;
			this.deadline = deadline;
		}

		String prefix() {
			return this.prefix;
		}

		/**
		 * The deadline that its last day is.
		 * @return a kind of deadline with the period as its subject
		 */
		public CycleDeadline deadline() {
			return this.deadline;
		}

		/** The key of its name. */
		public String messageKey() {
			return "input.kind." + name();
		}

	}

	/** How it stands. */
	public enum Status {

		PLANNED, OPEN, CLOSED, PUBLISHED;

		/** The key of its name. */
		public String messageKey() {
			return "input.status." + name();
		}

	}

}
