package se.kulturlots.register;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.OrganisationId;

/**
 * A body of civil society in the register of an authority.
 *
 * @param version for optimistic locking, null when new
 * @param authorityId whose register
 * @param details what is known of it
 * @param nameKey its name as different spellings have it in common
 * @param source how it came into the register
 * @param status whether it is in the register
 * @param createdAt when it came
 * @param changedAt when it last changed
 * @param checkedAt when a person last went through the details; from then on a file only
 * fills gaps
 */
@Table("organisation")
public record Organisation(@Id OrganisationId id, @Version @Nullable Integer version, String authorityId,
		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) OrganisationDetails details, String nameKey,
		OrganisationSource source, OrganisationStatus status, Instant createdAt, Instant changedAt,
		@Nullable Instant checkedAt) {

	static Organisation fromFile(String authorityId, OrganisationDetails details, Instant now) {
		return new Organisation(new OrganisationId(UUID.randomUUID()), null, authorityId, details, details.nameKey(),
				OrganisationSource.IMPORT, OrganisationStatus.ACTIVE, now, now, null);
	}

	static Organisation written(String authorityId, OrganisationDetails details, Instant now) {
		return new Organisation(new OrganisationId(UUID.randomUUID()), null, authorityId, details, details.nameKey(),
				OrganisationSource.OFFICER, OrganisationStatus.ACTIVE, now, now, now);
	}

	static Organisation selfRegistered(String authorityId, OrganisationDetails details, Instant now) {
		return new Organisation(new OrganisationId(UUID.randomUUID()), null, authorityId, details, details.nameKey(),
				OrganisationSource.SELF, OrganisationStatus.PENDING, now, now, null);
	}

	Organisation changed(OrganisationDetails details, Instant now) {
		return with(details, this.status, now, now);
	}

	/** Whether somebody who corrects their form still means this one. */
	boolean isDescribedBy(OrganisationDetails other) {
		boolean sameNumber = this.details.organisationNumber() != null
				&& this.details.organisationNumber().equals(other.organisationNumber());
		return sameNumber || this.details.isSameAs(other)
				|| FormSubmission.isAboutSame(name(), email(), other.name(), other.email());
	}

	/** In other words, by somebody who is not staff. */
	Organisation described(OrganisationDetails details, Instant now) {
		return with(details, this.status, now, this.checkedAt);
	}

	Organisation approved(Instant now) {
		if (this.status != OrganisationStatus.PENDING) {
			throw RegisterProblem.notPending();
		}
		return with(this.details, OrganisationStatus.ACTIVE, now, now);
	}

	/** Takes it out; how to reach its people is forgotten. */
	Organisation removed(Instant now) {
		return with(this.details.withoutContact(), OrganisationStatus.REMOVED, now, this.checkedAt);
	}

	/** Takes it out as another one is the same; what it said stays, it may come back. */
	Organisation joined(Instant now) {
		return with(this.details, OrganisationStatus.REMOVED, now, this.checkedAt);
	}

	Organisation restored(Instant now) {
		if (this.status != OrganisationStatus.REMOVED) {
			throw RegisterProblem.notRemoved();
		}
		return with(this.details, OrganisationStatus.ACTIVE, now, now);
	}

	private Organisation with(OrganisationDetails details, OrganisationStatus status, Instant changedAt,
			@Nullable Instant checkedAt) {
		return new Organisation(this.id, this.version, this.authorityId, details, details.nameKey(), this.source,
				status, this.createdAt, changedAt, checkedAt);
	}

	public String name() {
		return this.details.name();
	}

	public @Nullable String email() {
		return this.details.email();
	}

	public @Nullable String municipalityCode() {
		return this.details.municipalityCode();
	}

	public Sector sector() {
		return this.details.sector();
	}

	public @Nullable PriorityGroup priorityGroup() {
		return this.details.priorityGroup();
	}

	public String language() {
		return this.details.language();
	}

	public boolean isActive() {
		return this.status == OrganisationStatus.ACTIVE;
	}

	/**
	 * That something may be kept of it.
	 * @throws RegisterProblem if it is no longer in the register for itself
	 */
	void requireThere() {
		if (isRemoved()) {
			throw RegisterProblem.notThere();
		}
	}

	public boolean isRemoved() {
		return this.status == OrganisationStatus.REMOVED;
	}

	public boolean isPending() {
		return this.status == OrganisationStatus.PENDING;
	}

}
