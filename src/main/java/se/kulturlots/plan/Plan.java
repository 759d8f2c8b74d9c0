package se.kulturlots.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.CaseId;

/**
 * The plan of a consultation. It is written in sections, and fixed in numbered versions
 * that nobody changes: on those the decisions are taken.
 */
public class Plan {

	@Id
	private PlanId id = new PlanId(UUID.randomUUID());

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private CaseId consultationId = CaseId.NONE;

	private Stage stage = Stage.DRAFTING;

	private int fixedVersion;

	private @Nullable String comment;

	private @Nullable String proposal;

	private @Nullable String proposalComment;

	private @Nullable LocalDate submittedOn;

	private @Nullable String submissionReference;

	private @Nullable Instant publishedAt;

	private @Nullable Instant answersSentAt;

	private @Nullable Instant answersPublishedAt;

	private Instant createdAt = Instant.EPOCH;

	Plan() {
	}

	static Plan of(Consultation consultation, Instant now) {
		Plan plan = new Plan();
		plan.authorityId = consultation.authorityId();
		plan.consultationId = consultation.id();
		plan.createdAt = now;
		return plan;
	}

	/**
	 * That sections and dispositions may be changed: always but while the manager reads
	 * them, and after the decision.
	 */
	void requireWritable() {
		if (this.stage == Stage.REVIEW) {
			throw PlanProblem.underReview();
		}
		requireUndecided();
	}

	void requireUndecided() {
		if (this.stage == Stage.DECIDED) {
			throw PlanProblem.decided();
		}
		if (this.stage == Stage.REJECTED) {
			throw PlanProblem.rejected();
		}
	}

	void review() {
		requireUndecided();
		this.stage = Stage.REVIEW;
	}

	void sendBack(@Nullable String newComment) {
		requireUndecided();
		this.stage = Stage.DRAFTING;
		this.comment = newComment;
	}

	int fix() {
		requireUndecided();
		this.stage = Stage.FIXED;
		this.comment = null;
		this.proposalComment = null;
		this.fixedVersion++;
		return this.fixedVersion;
	}

	void propose(String newProposal) {
		requireUndecided();
		this.proposal = newProposal;
	}

	void commentProposal(@Nullable String newComment) {
		this.proposalComment = newComment;
	}

	void submit(LocalDate day, String reference) {
		this.submittedOn = day;
		this.submissionReference = reference;
	}

	void publish(Instant now) {
		requireUndecided();
		this.stage = Stage.DECIDED;
		this.publishedAt = now;
	}

	void reject() {
		requireUndecided();
		this.stage = Stage.REJECTED;
	}

	void answersSent(Instant now) {
		if (this.answersSentAt == null) {
			this.answersSentAt = now;
		}
	}

	void publishAnswers(Instant now) {
		if (this.answersPublishedAt == null) {
			this.answersPublishedAt = now;
		}
	}

	public PlanId id() {
		return this.id;
	}

	public String authorityId() {
		return this.authorityId;
	}

	public CaseId consultationId() {
		return this.consultationId;
	}

	public Stage stage() {
		return this.stage;
	}

	/**
	 * Whether sections and dispositions may be changed now.
	 * @return false while it is read by the manager, and after the decision
	 */
	public boolean isWritable() {
		return this.stage == Stage.DRAFTING || this.stage == Stage.FIXED;
	}

	/**
	 * The number of the latest fixed version.
	 * @return zero before there is one
	 */
	public int fixedVersion() {
		return this.fixedVersion;
	}

	/**
	 * What the manager or a political body wants changed.
	 * @return null if nothing
	 */
	public @Nullable String comment() {
		return this.comment;
	}

	/**
	 * What the committee is asked to decide.
	 * @return null until it is written
	 */
	public @Nullable String proposal() {
		return this.proposal;
	}

	/**
	 * What the manager wants changed in the proposal.
	 * @return null if nothing
	 */
	public @Nullable String proposalComment() {
		return this.proposalComment;
	}

	public @Nullable LocalDate submittedOn() {
		return this.submittedOn;
	}

	public @Nullable String submissionReference() {
		return this.submissionReference;
	}

	/**
	 * When it was published as decided.
	 * @return null before that
	 */
	public @Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	public @Nullable Instant answersSentAt() {
		return this.answersSentAt;
	}

	public @Nullable Instant answersPublishedAt() {
		return this.answersPublishedAt;
	}

	/** How it stands. */
	public enum Stage {

		/** It is written. */
		DRAFTING,
		/** The manager reads it. */
		REVIEW,
		/** A version is fixed, for a referral or a decision. */
		FIXED,
		/** It is decided. */
		DECIDED,
		/** It was rejected. */
		REJECTED;

		/** The key of its name. */
		public String messageKey() {
			return "plan.stage." + name();
		}

	}

}
