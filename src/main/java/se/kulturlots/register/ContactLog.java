package se.kulturlots.register;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.journal.Journal;

/** When staff have called, visited or written to organisations. */
@Component
public class ContactLog {

	/** The longest note. */
	public static final int MOST = 1000;

	private static final int SHOWN = 50;

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final FormSubmissions forms;

	private final Journal journal;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	ContactLog(JdbcClient jdbc, Organisations organisations, FormSubmissions forms, Journal journal,
			WorkingCalendars calendars, AppClock clock) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.forms = forms;
		this.journal = journal;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * Notes a contact; the same form sent again notes it once.
	 * @param caseId about which consultation of the authority, or null
	 */
	@Transactional
	public void note(String authorityId, OrganisationId organisationId, UUID submissionId, Contact contact) {
		Organisation organisation = this.organisations.get(authorityId, organisationId);
		organisation.requireThere();
		this.forms.take("contact:" + organisation.id(), FormSubmission.of(submissionId, contact), Id::new, (before) -> {
			Id id = before.orElseGet(() -> new Id(UUID.randomUUID()));
			this.jdbc.sql("""
					insert into organisation_contact (id, authority_id, organisation_id, case_id, kind, day, note,
						by_account, noted_at)
					values (:id, :authority, :organisation, :case, :kind, :day, :note, :actor, :now)
					on conflict (id) do update set case_id = excluded.case_id, kind = excluded.kind, day = excluded.day,
						note = excluded.note""")
				.param("id", id)
				.param("authority", authorityId)
				.param("organisation", organisationId)
				.param("case", (contact.caseId() != null) ? contact.caseId().value() : null, Types.OTHER)
				.param("kind", contact.kind().name())
				.param("day", contact.day())
				.param("note", contact.note())
				.param("actor", this.journal.actor())
				.param("now", this.clock.instant())
				.update();
			return id;
		});
		this.journal.note(authorityId, organisationId, "register.journal.contact." + contact.kind());
	}

	/**
	 * Notes today's contact about a case with several organisations.
	 * @param organisationIds organisations of the authority
	 */
	@Transactional
	public void noteAll(String authorityId, CaseId caseId, Kind kind, Collection<OrganisationId> organisationIds) {
		if (organisationIds.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into organisation_contact (id, authority_id, organisation_id, case_id, kind, day, by_account,
					noted_at)
				select gen_random_uuid(), o.authority_id, o.id, :case, :kind, :day, :actor, :now
				from organisation o where o.authority_id = :authority and o.id = any(cast(:ids as uuid[]))""")
			.param("case", caseId)
			.param("kind", kind.name())
			.param("day", this.clock.today(this.calendars.of(authorityId).zone()))
			.param("actor", this.journal.actor())
			.param("now", this.clock.instant())
			.param("authority", authorityId)
			.param("ids", Id.texts(organisationIds))
			.update();
		this.journal.noteAll(authorityId, organisationIds, "register.journal.contact." + kind);
	}

	/** The latest contacts with an organisation and those that have become it. */
	public List<Noted> of(Collection<OrganisationId> organisationIds) {
		return this.jdbc.sql("""
				select t.kind, t.day, t.note, t.by_account, c.title
				from organisation_contact t left join cases c on c.id = t.case_id
				where t.organisation_id = any(cast(:ids as uuid[])) order by t.day desc, t.noted_at desc limit :most""")
			.param("ids", Id.texts(organisationIds))
			.param("most", SHOWN)
			.query(Noted.class)
			.list();
	}

	/** How somebody was reached. */
	public enum Kind {

		/** By telephone. */
		CALL,
		/** In person. */
		VISIT,
		/** In writing, besides the mails of the application. */
		MAIL;

		/** The key of its name. */
		public String messageKey() {
			return "register.contact." + name();
		}

	}

	/**
	 * A contact.
	 *
	 * @param caseId about which consultation, or null
	 * @param day when
	 * @param note what was said, or null
	 */
	public record Contact(Kind kind, LocalDate day, @Nullable CaseId caseId, @Nullable String note) {
	}

	/**
	 * A contact that was noted.
	 *
	 * @param title the consultation, or null
	 * @param byAccount who had it
	 */
	public record Noted(Kind kind, LocalDate day, @Nullable String note, String byAccount, @Nullable String title) {
	}

}
