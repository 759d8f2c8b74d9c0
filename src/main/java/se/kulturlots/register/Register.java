package se.kulturlots.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.FormSubmissions.Earlier;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Refusals;

/** What staff do with the register, one at a time for each authority. */
@Component
public class Register {

	private static final Set<String> JOINABLE = Set.of("sector", "type", "postal_code", "locality", "email", "phone",
			"website", "contact_name", "language", "priority_group");

	private final Organisations organisations;

	private final OrganisationChanges changes;

	private final OrganisationJoins joins;

	private final Refusals refusals;

	private final RegisterLock lock;

	private final FormSubmissions forms;

	private final Journal journal;

	private final AppClock clock;

	Register(Organisations organisations, OrganisationChanges changes, OrganisationJoins joins, Refusals refusals,
			RegisterLock lock, FormSubmissions forms, Journal journal, AppClock clock) {
		this.organisations = organisations;
		this.changes = changes;
		this.joins = joins;
		this.refusals = refusals;
		this.lock = lock;
		this.forms = forms;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Adds an organisation.
	 * @param details what is known of it
	 * @return as it is stored
	 * @throws RegisterProblem if it is there already
	 */
	@Transactional
	public Organisation add(String authorityId, OrganisationDetails details) {
		return save(Organisation.written(authorityId, details, this.clock.instant()), "added");
	}

	/**
	 * Adds an organisation with a form; the same form sent again with other words changes
	 * it, unless somebody else has done so since.
	 * @param submissionId the id of the form
	 * @param details what is known of it
	 * @throws RegisterProblem if it is there already
	 */
	@Transactional
	public OrganisationId add(String authorityId, UUID submissionId, OrganisationDetails details) {
		return this.forms.take("organisation:" + authorityId, FormSubmission.of(submissionId, details),
				OrganisationId::new, (id) -> this.organisations.get(authorityId, id).version(),
				(before) -> before.flatMap((earlier) -> sentAgain(authorityId, earlier, details))
					.orElseGet(() -> add(authorityId, details))
					.id());
	}

	private Optional<Organisation> sentAgain(String authorityId, Earlier<OrganisationId> earlier,
			OrganisationDetails details) {
		Organisation made = this.organisations.get(authorityId, earlier.id());
		if (!made.isDescribedBy(details)) {
			return Optional.empty();
		}
		earlier.requireUntouched();
		return Optional.of(save(made.changed(details, this.clock.instant()), "changed"));
	}

	/**
	 * Changes what is known of one.
	 * @param version the version that the change began with
	 * @param details what is known of it now
	 * @return as it is stored
	 * @throws RegisterProblem if somebody else has changed it, if it is not in the
	 * register, or another one is the same
	 */
	@Transactional
	public Organisation change(String authorityId, OrganisationId id, int version, OrganisationDetails details) {
		Organisation organisation = this.organisations.get(authorityId, id);
		if (organisation.version() == null || organisation.version() != version) {
			throw RegisterProblem.changedMeanwhile();
		}
		organisation.requireThere();
		return save(organisation.changed(details, this.clock.instant()), "changed");
	}

	/**
	 * Lets a self-registered one in.
	 * @return as it is stored
	 * @throws RegisterProblem if another one is the same
	 */
	@Transactional
	public Organisation approve(String authorityId, OrganisationId id) {
		return save(this.organisations.get(authorityId, id).approved(this.clock.instant()), "approved");
	}

	/**
	 * Joins a self-registered one with the one that it turned out to be. What it says
	 * otherwise than the register is taken only where staff have chosen it: whoever knows
	 * the number of an organisation could otherwise have its invitations.
	 * @param id the id of the self-registered one, which is removed
	 * @param sameAs the id of the one that stays
	 * @param taken the fields of which the self-registered one's value is taken
	 * @return the one that stays
	 */
	@Transactional
	public Organisation join(String authorityId, OrganisationId id, OrganisationId sameAs, Set<String> taken) {
		Organisation pending = this.organisations.get(authorityId, id);
		Organisation stays = this.organisations.get(authorityId, sameAs);
		if (!pending.isPending() || !stays.isActive()) {
			throw RegisterProblem.notPending();
		}
		save(pending.removed(this.clock.instant()), "joined");
		return save(stays.changed(stays.details().updatedFrom(pending.details(), taken), this.clock.instant()),
				"changed");
	}

	/** Takes one out of the register, also one that waits. */
	@Transactional
	public void remove(String authorityId, OrganisationId id) {
		Organisation organisation = this.organisations.get(authorityId, id);
		if (organisation.status() != OrganisationStatus.REMOVED) {
			save(organisation.removed(this.clock.instant()), "removed");
		}
	}

	/**
	 * Notes whether one may be written to; nothing overrides that it may not.
	 * @param mayWrite false if it has asked not to be
	 */
	@Transactional
	public void mayWrite(String authorityId, OrganisationId id, boolean mayWrite) {
		this.lock.hold(authorityId);
		Organisation organisation = this.organisations.get(authorityId, id);
		if (mayWrite == this.refusals.isRefused(authorityId, id)) {
			this.joins.mayWrite(organisation, mayWrite);
			this.journal.note(authorityId, id, "register.journal." + (mayWrite ? "mayWrite" : "doNotWrite"));
		}
	}

	/**
	 * Takes one back that was removed.
	 * @return as it is stored
	 */
	@Transactional
	public Organisation restore(String authorityId, OrganisationId id) {
		Organisation organisation = this.organisations.get(authorityId, id);
		if (this.joins.of(organisation).isPresent()) {
			throw RegisterProblem.joined();
		}
		return save(organisation.restored(this.clock.instant()), "restored");
	}

	/**
	 * Others in the register that may be the same: same number, name or mail address.
	 * @param organisation one of the register
	 * @return by when they came
	 */
	public List<Organisation> alike(Organisation organisation) {
		OrganisationDetails details = organisation.details();
		return this.organisations
			.alike(organisation.authorityId(), details.organisationNumber(), details.nameKey(), details.email())
			.stream()
			.filter((other) -> !other.id().equals(organisation.id()))
			.toList();
	}

	/**
	 * What a self-registered one says otherwise than one of the register; gaps are none.
	 * @param pending the self-registered one
	 * @param other the one of the register
	 */
	public List<Difference> differences(Organisation pending, Organisation other) {
		return OrganisationChanges.between(other.details(), pending.details())
			.stream()
			.filter((it) -> it.oldValue() != null && it.newValue() != null && JOINABLE.contains(it.field()))
			.toList();
	}

	private Organisation save(Organisation organisation, String what) {
		this.lock.hold(organisation.authorityId());
		this.organisations.requireOnlyOne(organisation);
		try {
			Optional<Organisation> before = this.organisations.findByAuthorityIdAndId(organisation.authorityId(),
					organisation.id());
			Organisation saved = this.organisations.save(organisation);
			if (saved.isRemoved()) {
				this.joins.forget(saved);
			}
			else {
				before.ifPresent((earlier) -> this.changes.add(earlier, saved, null));
			}
			this.journal.note(saved.authorityId(), saved.id(), "register.journal." + what);
			this.joins.readdress(saved);
			return saved;
		}
		catch (OptimisticLockingFailureException ex) {
			throw RegisterProblem.changedMeanwhile();
		}
	}

}
