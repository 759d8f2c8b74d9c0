package se.kulturlots.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.AuthorityProblem;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;

/**
 * Where mails are put, in the same transaction as what causes them: both happen or
 * neither. They go out after commit.
 */
@Component
public class Outbox {

	private static final int LARGEST_SMALL_LOT = 20;

	private static final RenderedLetter NOT_RENDERED = new RenderedLetter("", "");

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final ObjectMapper json;

	private final Authorities authorities;

	private final AuthorityTexts texts;

	private final LetterRenderer renderer;

	private final AppClock clock;

	private final ApplicationEventPublisher events;

	Outbox(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json, Authorities authorities, AuthorityTexts texts,
			LetterRenderer renderer, AppClock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.template = template;
		this.json = json;
		this.authorities = authorities;
		this.texts = texts;
		this.renderer = renderer;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Puts a mail; does nothing if it has been put before or the address is suppressed.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void put(Mail mail) {
		putAll(List.of(mail));
	}

	/**
	 * Puts mails in one statement; leaves out those that have been put before, those to
	 * suppressed addresses and those for organisations that are not to be written to.
	 * @return how many have been put
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int putAll(List<Mail> mails) {
		if (mails.isEmpty()) {
			return 0;
		}
		Instant now = this.clock.instant();
		Map<String, Authority> senders = senders(mails.stream().map(Mail::authorityId).collect(Collectors.toSet()));
		List<AuthorityTexts.Written> written = this.texts.of(senders.keySet());
		List<Row> rows = new ArrayList<>(mails.size());
		Rehearsed rehearsed = Rehearsed.current();
		for (Mail mail : mails) {
			rows.add(row(mail, (rehearsed != null) ? NOT_RENDERED : this.renderer.render(mail.letter(),
					Objects.requireNonNull(senders.get(mail.authorityId())), written), now));
		}
		Set<MailId> put = insert(rows, now);
		if (rehearsed != null) {
			for (int i = 0; i < mails.size(); i++) {
				Mail mail = mails.get(i);
				if (put.contains(rows.get(i).id())) {
					rehearsed.put(mail,
							() -> new Outgoing.Shown(mail.recipient().value(), mail.letter(),
									this.renderer.frame(Objects.requireNonNull(senders.get(mail.authorityId())),
											mail.letter().locale(), written)));
				}
			}
			return put.size();
		}
		attach(mails, rows);
		if (!put.isEmpty()) {
			this.events.publishEvent(new MailsPut());
		}
		return put.size();
	}

	/**
	 * Which addresses a mail has been put to on an occasion, for whomever it was.
	 * @param version the version of the occasion's date
	 * @return their {@link EmailAddress#key() keys}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Set<String> addressed(String authorityId, String occasion, int version, Collection<EmailAddress> addresses) {
		return addresses.isEmpty() ? Set.of()
				: Set.copyOf(this.jdbc.sql("""
						select distinct lower(recipient) from mail where authority_id = :authority
						and occasion = :occasion and version = :version
						and lower(recipient) = any(cast(:addresses as text[]))""")
					.param("authority", authorityId)
					.param("occasion", occasion)
					.param("version", version)
					.param("addresses", addresses.stream().map(EmailAddress::key).toArray(String[]::new))
					.query(String.class)
					.list());
	}

	/**
	 * Says that a reminder does not reach some whom it is for, which is told whoever is
	 * asked before it goes. It tells them nothing new.
	 * @param kind what sort of mail
	 * @param number how many have no address
	 */
	public void cannotReach(String kind, int number) {
		Rehearsed rehearsed = Rehearsed.current();
		if (rehearsed != null) {
			rehearsed.unreached(kind, number);
		}
	}

	/**
	 * Keeps what a mailing says to those whom it is for and who have no address, so that
	 * staff can call or write to them; once for each of them.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void cannotReach(List<Unreached> some) {
		if (some.isEmpty()) {
			return;
		}
		Rehearsed rehearsed = Rehearsed.current();
		if (rehearsed != null) {
			some.forEach(rehearsed::unreached);
			return;
		}
		Set<String> ids = some.stream().map(Unreached::authorityId).collect(Collectors.toSet());
		Map<String, Authority> senders = senders(ids);
		List<AuthorityTexts.Written> written = this.texts.of(ids);
		Instant now = this.clock.instant();
		this.template.batchUpdate("""
				insert into mail_unreached (id, authority_id, case_id, occasion, version, kind, addressee, language,
					subject, text_body, created_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
				some.stream()
					.sorted(Comparator.comparing(Unreached::addressee))
					.map((each) -> new Object[] { UUID.randomUUID(), each.authorityId(), each.caseId().value(),
							each.occasion(), each.version(), each.kind(), each.addressee().value(),
							each.letter().locale().getLanguage(), each.letter().subject(),
							this.renderer.text(each.letter(), Objects.requireNonNull(senders.get(each.authorityId())),
									written),
							now.atOffset(ZoneOffset.UTC) })
					.toList());
	}

	/**
	 * Lets mails to organisations that have not gone out go to another address, those
	 * that failed included.
	 * @param addresses the new addresses by organisation
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void readdress(String authorityId, Map<OrganisationId, String> addresses) {
		if (addresses.isEmpty()) {
			return;
		}
		List<OrganisationId> organisations = List.copyOf(addresses.keySet());
		// a mail in doubt loses its lease: should it turn out to be sent, it was to the
		// old
		// address
		this.jdbc.sql("""
				update mail set recipient = a.address,
					lease_id = case when mail.state = 'UNKNOWN' then null else mail.lease_id end
				from unnest(cast(:organisations as uuid[]), cast(:addresses as text[])) a (organisation, address)
				where mail.authority_id = :authority and mail.addressee = a.organisation
				and mail.state in ('PENDING', 'RETRY', 'FAILED', 'UNKNOWN')""")
			.param("organisations", Id.texts(organisations))
			.param("addresses", organisations.stream().map(addresses::get).toArray(String[]::new))
			.param("authority", authorityId)
			.update();
	}

	/**
	 * Takes back the mails to organisations that have not gone out, and what they were to
	 * be told instead.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(String authorityId, Collection<OrganisationId> organisationIds) {
		this.jdbc.sql("""
				delete from mail_unreached where authority_id = :authority
				and addressee = any(cast(:organisations as uuid[])) and told_at is null""")
			.param("organisations", Id.texts(organisationIds))
			.param("authority", authorityId)
			.update();
		this.jdbc.sql("""
				delete from mail where authority_id = :authority
				and addressee = any(cast(:organisations as uuid[])) and state in ('PENDING', 'RETRY')""")
			.param("authority", authorityId)
			.param("organisations", Id.texts(organisationIds))
			.update();
	}

	/**
	 * Takes back the mails of some occasions that have not gone out.
	 * @param occasions what the mails were put for
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdrawOccasions(String authorityId, Collection<String> occasions) {
		if (occasions.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				delete from mail where authority_id = :authority
				and occasion = any(cast(:occasions as text[])) and state in ('PENDING', 'RETRY')""")
			.param("authority", authorityId)
			.param("occasions", occasions.toArray(String[]::new))
			.update();
	}

	/**
	 * What has not gone out yet.
	 * @return of all authorities
	 */
	public Waiting waiting() {
		return this.jdbc.sql("""
				select count(*) filter (where state = 'SENDING' or due_at <= :now), min(due_at) filter (
					where state <> 'SENDING' and due_at > :now)
				from mail where state in ('PENDING', 'RETRY', 'SENDING')""")
			.param("now", this.clock.instant())
			.query((rs, row) -> new Waiting(rs.getInt(1), Columns.instantOrNull(rs, 2)))
			.single();
	}

	private Map<String, Authority> senders(Set<String> ids) {
		Map<String, Authority> found = this.authorities.findAllById(ids)
			.stream()
			.collect(Collectors.toMap(Authority::id, Function.identity()));
		if (found.size() < ids.size()) {
			throw AuthorityProblem.unknown();
		}
		return found;
	}

	private static Row row(Mail mail, RenderedLetter rendered, Instant now) {
		Instant due = (mail.notBefore() != null) ? mail.notBefore() : now;
		return new Row(new MailId(UUID.randomUUID()), mail.authorityId(), mail.caseId(), mail.occasion(),
				mail.version(), mail.kind(), mail.step(), mail.recipient().value(), mail.letter().subject(),
				rendered.text(), rendered.html(), due.toString(), mail.addressee(), mail.letter().unsubscribe());
	}

	// ordered, so that two transactions that put the same mails wait for each other
	// instead of deadlocking
	private Set<MailId> insert(List<Row> rows, Instant now) {
		return this.jdbc.sql("""
				insert into mail (id, authority_id, case_id, occasion, version, kind, step, recipient, subject,
					text_body, html_body, bulk, state, created_at, due_at, addressee, unsubscribe)
				select m.id, m.authority_id, m.case_id, m.occasion, m.version, m.kind, m.step, m.recipient, m.subject,
					m.text_body, m.html_body, :bulk, 'PENDING', :now, m.due_at, m.addressee, m.unsubscribe
				from jsonb_to_recordset(:rows::jsonb) as m (id uuid, authority_id text, case_id uuid, occasion text,
					version integer, kind text, step integer, recipient text, subject text, text_body text,
					html_body text, due_at timestamptz, addressee uuid, unsubscribe text)
				where not exists (select from mail_suppression s
					where s.authority_id = m.authority_id and s.address = lower(m.recipient))
				and not exists (select from mail_refusal r
					where r.authority_id = m.authority_id and r.addressee = m.addressee)
				order by m.authority_id, m.occasion, m.version, m.addressee, lower(m.recipient), m.kind, m.step
				on conflict do nothing
				returning id""")
			.param("now", now)
			.param("bulk", rows.size() > LARGEST_SMALL_LOT)
			.param("rows", write(rows))
			.query(Columns.ids(MailId::new))
			.set();
	}

	// asked for whether the mail has been put or not: how long it takes must not tell
	private void attach(List<Mail> mails, List<Row> rows) {
		List<Object[]> attachments = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			MailId id = rows.get(i).id();
			List<Attachment> files = mails.get(i).attachments();
			for (int position = 0; position < files.size(); position++) {
				Attachment file = files.get(position);
				attachments.add(new Object[] { position, file.fileName(), file.contentType(), file.content(), id });
			}
		}
		if (!attachments.isEmpty()) {
			this.template.batchUpdate("""
					insert into mail_attachment (mail_id, position, file_name, content_type, content)
					select id, ?, ?, ?, ? from mail where id = ?""", attachments);
		}
	}

	private String write(List<Row> rows) {
		try {
			return this.json.writeValueAsString(rows);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * Mails that have not gone out yet.
	 *
	 * @param now how many are on their way or should be
	 * @param next when the next one after those may go, or null if there is none
	 */
	public record Waiting(int now, @Nullable Instant next) {
	}

	/** A row as the insert statement reads it. */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Row(MailId id, String authorityId, @Nullable CaseId caseId, String occasion, int version, String kind,
			int step, String recipient, String subject, String textBody, String htmlBody, String dueAt,
			@Nullable OrganisationId addressee, @Nullable String unsubscribe) {
	}

}
