package se.kulturlots.register;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Refusals;

/**
 * Makes two organisations of the register one, and two again. The one that goes keeps its
 * row, its journal and what it said; what other modules hold of it follows by
 * {@link OrganisationsJoined} and comes back by {@link JoinTakenBack}.
 */
@Component
public class OrganisationJoins {

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final OrganisationChanges changes;

	private final RegisterLock lock;

	private final Journal journal;

	private final Outbox outbox;

	private final Refusals refusals;

	private final ApplicationEventPublisher events;

	private final AppClock clock;

	OrganisationJoins(JdbcClient jdbc, Organisations organisations, OrganisationChanges changes, RegisterLock lock,
			Journal journal, Outbox outbox, Refusals refusals, ApplicationEventPublisher events, AppClock clock) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.changes = changes;
		this.lock = lock;
		this.journal = journal;
		this.outbox = outbox;
		this.refusals = refusals;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * In what two that may be the same differ.
	 * @return each field with the value of the one that stays as the old one
	 */
	public List<Difference> differences(Organisation stays, Organisation goes) {
		return OrganisationChanges.between(stays.details(), goes.details());
	}

	/**
	 * Joins two.
	 * @param stays the one that stays, as it was when it was looked at
	 * @param goes the one that goes, as it was then
	 * @param taken the fields of which the value of the one that goes is taken, as
	 * columns are called
	 * @throws RegisterProblem if somebody else has changed or joined one of them since
	 */
	@Transactional
	public void join(String authorityId, Seen stays, Seen goes, Set<String> taken) {
		this.lock.hold(authorityId);
		Organisation before = asSeen(authorityId, stays);
		Organisation other = asSeen(authorityId, goes);
		if (before.id().equals(other.id())) {
			throw RegisterProblem.decidedMeanwhile();
		}
		Instant now = this.clock.instant();
		JoinId id = new JoinId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into organisation_join (id, authority_id, stays_id, goes_id, joined_at, joined_by)
				values (:id, :authority, :stays, :goes, :now, :actor)""")
			.param("id", id)
			.param("authority", authorityId)
			.param("stays", before.id())
			.param("goes", other.id())
			.param("now", now)
			.param("actor", this.journal.actor())
			.update();
		save(other.joined(now));
		Organisation after = before.changed(before.details().joinedWith(other.details(), taken), now);
		this.organisations.requireOnlyOne(after);
		after = save(after);
		this.changes.add(before, after, id);
		this.journal.note(authorityId, after.id(), "register.journal.joinedWith");
		this.journal.note(authorityId, other.id(), "register.journal.joinedInto");
		refuseForBoth(after, other, id);
		this.events.publishEvent(new OrganisationsJoined(id, after.id(), other.id()));
		readdress(after);
	}

	private void refuseForBoth(Organisation stays, Organisation goes, JoinId id) {
		boolean staysRefused = this.refusals.isRefused(stays.authorityId(), stays.id());
		boolean goesRefused = this.refusals.isRefused(stays.authorityId(), goes.id());
		if (!staysRefused && !goesRefused) {
			return;
		}
		this.refusals.refuse(stays.authorityId(), allOf(stays.id()));
		if (staysRefused != goesRefused) {
			this.jdbc.sql("update organisation_join set refusal_of = :of where id = :id")
				.param("of", staysRefused ? "STAYS" : "GOES")
				.param("id", id)
				.update();
		}
	}

	/**
	 * Notes whether an organisation and those that have become it may be written to; that
	 * is decided for all of them, and stays so when a join is taken back.
	 */
	void mayWrite(Organisation organisation, boolean mayWrite) {
		List<OrganisationId> all = allOf(organisation.id());
		if (mayWrite) {
			this.refusals.allow(organisation.authorityId(), all);
		}
		else {
			this.refusals.refuse(organisation.authorityId(), all);
		}
		this.jdbc.sql("update organisation_join set refusal_of = null where stays_id = any(cast(:ids as uuid[]))")
			.param("ids", Id.texts(all))
			.update();
	}

	private Organisation asSeen(String authorityId, Seen seen) {
		Organisation organisation = this.organisations.get(authorityId, seen.id());
		if (!organisation.isActive() || !Objects.equals(organisation.version(), seen.version())) {
			throw RegisterProblem.decidedMeanwhile();
		}
		return organisation;
	}

	/**
	 * Makes two of them again. What has been changed since stays with the one that
	 * stayed. Joins into one are taken back from the last to the first, as each holds
	 * what was before it.
	 * @return the one that had gone
	 * @throws RegisterProblem if it has been taken back already, if others have been
	 * joined with it since, or one of them cannot be in the register for itself
	 */
	@Transactional
	public OrganisationId takeBack(String authorityId, JoinId id) {
		this.lock.hold(authorityId);
		Join join = query("id = :id and authority_id = :authority").param("id", id)
			.param("authority", authorityId)
			.query(Join.class)
			.optional()
			.orElseThrow(RegisterProblem::unknownJoin);
		Organisation stays = this.organisations.get(authorityId, join.staysId());
		if (join.undoneAt() != null || !stays.isActive()) {
			throw RegisterProblem.notToTakeBack();
		}
		if (!into(stays).get(0).id().equals(id)) {
			throw RegisterProblem.joinedSince();
		}
		Instant now = this.clock.instant();
		this.jdbc.sql("update organisation_join set undone_at = :now, undone_by = :actor where id = :id")
			.param("now", now)
			.param("actor", this.journal.actor())
			.param("id", id)
			.update();
		Organisation after = stays.changed(this.changes.without(id, stays.details()), now);
		this.organisations.requireOnlyOne(after);
		after = save(after);
		this.changes.add(stays, after, null);
		Organisation back = this.organisations.get(authorityId, join.goesId()).restored(now);
		this.organisations.requireOnlyOne(back);
		save(back);
		this.journal.note(authorityId, after.id(), "register.journal.joinTakenBack");
		this.journal.note(authorityId, back.id(), "register.journal.joinTakenBack");
		this.events.publishEvent(new JoinTakenBack(id));
		if (join.refusalOf() != null) {
			this.refusals.allow(authorityId, allOf(join.refusalOf().equals("STAYS") ? back.id() : after.id()));
		}
		readdress(after);
		readdress(back);
		return back.id();
	}

	/** Those that have become this one, the latest first. */
	public List<Join> into(Organisation stays) {
		return query("stays_id = :stays and undone_at is null order by joined_at desc").param("stays", stays.id())
			.query(Join.class)
			.list();
	}

	/** What has become of one that is no longer in the register for itself. */
	public Optional<Join> of(Organisation goes) {
		return query("goes_id = :goes and undone_at is null").param("goes", goes.id()).query(Join.class).optional();
	}

	/** An organisation with all that have become it, also by others. */
	public List<OrganisationId> allOf(OrganisationId organisationId) {
		return this.jdbc.sql("""
				with recursive part (id) as (
					select cast(:id as uuid)
					union all
					select j.goes_id from part join organisation_join j on j.stays_id = part.id and j.undone_at is null)
				select id from part""").param("id", organisationId).query(Columns.ids(OrganisationId::new)).list();
	}

	/**
	 * How to reach the people of those that became one is forgotten with it; mails that
	 * wait do not go.
	 */
	void forget(Organisation removed) {
		List<OrganisationId> all = allOf(removed.id());
		this.outbox.withdraw(removed.authorityId(), all);
		this.changes.forget(all);
		this.jdbc.sql("update organisation_contact set note = null where organisation_id = any(cast(:ids as uuid[]))")
			.param("ids", Id.texts(all))
			.update();
		this.jdbc.sql("""
				update organisation set email = null, phone = null, contact_name = null, version = version + 1
				where id = any(cast(:ids as uuid[])) and id <> :id""")
			.param("ids", Id.texts(all))
			.param("id", removed.id())
			.update();
	}

	/** Mails to those that became one go where its own go. */
	void readdress(Organisation stays) {
		String email = stays.email();
		if (email != null) {
			readdress(stays.authorityId(), Map.of(stays.id(), email));
		}
	}

	/**
	 * Mails to organisations, and to those that have become them, go to their addresses.
	 * @param addresses the addresses by organisation
	 */
	void readdress(String authorityId, Map<OrganisationId, String> addresses) {
		Map<OrganisationId, String> all = new HashMap<>();
		this.jdbc.sql("""
				with recursive part (root, id) as (
					select root, root from unnest(cast(:ids as uuid[])) root
					union all
					select part.root, j.goes_id
					from part join organisation_join j on j.stays_id = part.id and j.undone_at is null)
				select root, id from part""").param("ids", Id.texts(addresses.keySet())).query((rs) -> {
			all.put(Columns.id(rs, 2, OrganisationId::new), addresses.get(Columns.id(rs, 1, OrganisationId::new)));
		});
		this.outbox.readdress(authorityId, all);
	}

	private Organisation save(Organisation organisation) {
		try {
			return this.organisations.save(organisation);
		}
		catch (OptimisticLockingFailureException ex) {
			throw RegisterProblem.decidedMeanwhile();
		}
	}

	private JdbcClient.StatementSpec query(String condition) {
		return this.jdbc.sql("""
				select id, stays_id, goes_id, joined_at, undone_at, refusal_of,
					(select name from organisation where id = stays_id) as stays_name,
					(select name from organisation where id = goes_id) as goes_name
				from organisation_join where\s""" + condition);
	}

	/**
	 * An organisation as somebody had it before them.
	 *
	 * @param id its id
	 * @param version its version then
	 */
	public record Seen(OrganisationId id, int version) {
	}

	/**
	 * Two that became one.
	 *
	 * @param id the id of the join
	 * @param undoneAt when it was taken back, null if it holds
	 * @param refusalOf which of them, STAYS or GOES, had asked not to be written to; null
	 * if neither or both had
	 */
	public record Join(JoinId id, OrganisationId staysId, String staysName, OrganisationId goesId, String goesName,
			Instant joinedAt, @Nullable Instant undoneAt, @Nullable String refusalOf) {
	}

	/**
	 * Two organisations have become one, in this transaction.
	 *
	 * @param joinId to find again what is moved for it
	 */
	public record OrganisationsJoined(JoinId joinId, OrganisationId staysId, OrganisationId goesId) {
	}

	/** Two organisations that had become one are two again, in this transaction. */
	public record JoinTakenBack(JoinId joinId) {
	}

}
