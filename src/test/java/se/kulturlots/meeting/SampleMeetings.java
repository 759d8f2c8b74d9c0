package se.kulturlots.meeting;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.PlainText;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.register.Municipalities;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.Processes;

/** An authority with an open consultation, and meetings of it, for one test. */
public class SampleMeetings {

	/** Where the meetings of tests are on line. */
	public static final String LINK = "https://video.example/rum/4711";

	private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

	private final ApplicationContext context;

	private final Authority authority;

	private final Account officer;

	private final Consultation consultation;

	private final LocalDate day;

	public SampleMeetings(ApplicationContext context) {
		this.context = context;
		this.authority = bean(SampleAuthorities.class).region();
		bean(Municipalities.class).cover(this.authority.id(), List.of("0380", "0381", "0382"));
		this.officer = bean(SampleAccounts.class).with(this.authority.id(), Role.OFFICER);
		LocalDate decision = bean(AppClock.class).today(ZONE).plusDays(300);
		Cycle cycle = bean(Cycle.class);
		CaseId id = cycle.want(this.authority.id(),
				new Wish("Ny kulturplan", "Vad ska kulturplanen handla om?", 2028, 2031, decision), this.officer.id())
			.id();
		cycle.plan(id, cycle.propose(this.authority.id(), decision, false),
				List.of("Vad saknas i dag?", "Vad ska prioriteras?"), null, 2);
		cycle.open(id);
		this.consultation = bean(Consultations.class).get(id);
		this.day = bean(WorkingCalendars.class).of(this.authority.id())
			.minus(bean(AppClock.class).today(ZONE).plusDays(60), 0);
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public Authority authority() {
		return this.authority;
	}

	public Account officer() {
		return this.officer;
	}

	public Consultation consultation() {
		return this.consultation;
	}

	/** The case of the consultation. */
	CaseLink of() {
		return bean(CaseKinds.class).link(this.consultation.id());
	}

	/** Somebody else at the authority. */
	public Account with(Role role) {
		return bean(SampleAccounts.class).with(this.authority.id(), role);
	}

	/** A working day far enough away for all reminders. */
	public LocalDate day() {
		return this.day;
	}

	/** What an officer answers who plans a meeting. */
	public Map<String, Object> plan(String title, @Nullable Integer capacity) {
		Map<String, Object> plan = new HashMap<>(
				Map.of("title", title, "kind", "DIALOGUE", "day", day().toString(), "starts", "18:00", "ends", "20:00",
						"place", "Bryggan, Storgatan 1", "link", LINK, "registrationLastDay",
						registrationLastDay().toString(), "food", true, "practical", "Hiss finns. Samlas i entrén."));
		if (capacity != null) {
			plan.put("capacity", capacity);
		}
		return plan;
	}

	public LocalDate registrationLastDay() {
		return bean(WorkingCalendars.class).of(this.authority.id()).minus(this.day, 5);
	}

	/** A meeting whose process has begun and waits to be planned. */
	public Meeting wanted() {
		Meeting meeting = bean(MeetingOffice.class).want(this.authority.id(), this.consultation.id(), "Dialogmöte",
				Meeting.Kind.DIALOGUE);
		bean(Processes.class).start(new ProcessKey("meeting"), meeting.id(), this.authority.id(),
				this.consultation.id(), this.officer.id());
		return meeting;
	}

	/** A published meeting with its process. */
	public Meeting published(@Nullable Integer capacity) {
		return published("Dialogmöte om plats för alla", capacity);
	}

	/** A published meeting with its process. */
	public Meeting published(String title, @Nullable Integer capacity) {
		Meeting meeting = wanted();
		bean(Cases.class).complete(meeting.id(), "planMeeting", plan(title, capacity));
		return bean(Meetings.class).get(meeting.id());
	}

	/** Registers somebody through the public form's door. */
	public Receipt register(Meeting meeting, String name) {
		return register(meeting, email(name), details(name, null));
	}

	/** Registers somebody through the public form's door. */
	public Receipt register(Meeting meeting, EmailAddress email, RegistrationDetails details) {
		return register(meeting, email, details, Locale.forLanguageTag("sv"));
	}

	/** Registers a reader of a language. */
	public Receipt register(Meeting meeting, String name, String language) {
		return register(meeting, email(name), details(name, null), Locale.forLanguageTag(language));
	}

	private Receipt register(Meeting meeting, EmailAddress email, RegistrationDetails details, Locale locale) {
		Receipt receipt = bean(RegistrationService.class).register(meeting.id(), UUID.randomUUID(), email, locale,
				details);
		bean(Afterwards.class).run();
		return receipt;
	}

	public RegistrationDetails details(String name, @Nullable String topic) {
		return new RegistrationDetails(name, "Föreningen " + name, "070-174 06 10", ParticipantKind.ASSOCIATION, "0380",
				(topic != null) ? TopicKind.IDEA : null, topic, "inga nötter");
	}

	public EmailAddress email(String name) {
		String ascii = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "");
		return new EmailAddress(ascii.replaceAll("[^a-z0-9-]+", "-") + "@" + this.authority.id() + ".example");
	}

	/** The registration of somebody. */
	public Registration of(Meeting meeting, String name) {
		return bean(Registrations.class).activeWith(meeting.id(), email(name).value()).orElseThrow();
	}

	/** Invites an organisation. */
	public OrganisationId invite(String name) {
		OrganisationId id = new OrganisationId(UUID.randomUUID());
		bean(JdbcClient.class).sql("""
				insert into organisation (id, version, authority_id, name, name_key, email, sector, language, source,
					status, created_at, changed_at)
				values (:id, 0, :authority, :name, :key, :email, 'CULTURE', 'sv', 'OFFICER', 'ACTIVE', :now,
					:now)""")
			.param("id", id)
			.param("authority", this.authority.id())
			.param("name", name)
			.param("key", PlainText.key(name))
			.param("email", email(name).value())
			.param("now", Timestamp.from(bean(AppClock.class).instant()))
			.update();
		bean(Invitees.class).add(this.consultation, Set.of(id));
		bean(Invitees.class).invited(this.consultation.id(), bean(AppClock.class).instant());
		return id;
	}

	/** The mails of a kind that were put, in the order of their recipients. */
	public List<Sent> mails(String kind) {
		return bean(JdbcClient.class).sql("""
				select id, recipient, subject, text_body, html_body, version, step from mail
				where authority_id = :authority and kind = :kind order by recipient, step desc""")
			.param("authority", this.authority.id())
			.param("kind", kind)
			.query(Sent.class)
			.list();
	}

	/** The calendar file of a mail. */
	public String calendar(Sent mail) {
		return bean(JdbcClient.class).sql("select content from mail_attachment where mail_id = :id")
			.param("id", mail.id())
			.query((rs, row) -> new String(rs.getBytes(1), StandardCharsets.UTF_8))
			.single();
	}

	/** The token of the personal link in somebody's mail. */
	public String token(String kind, String name) {
		String text = mails(kind).stream()
			.filter((mail) -> mail.recipient().equals(email(name).value()))
			.findFirst()
			.orElseThrow()
			.textBody();
		return text.replaceAll("(?s).*/my/registration/([A-Za-z0-9_-]+).*", "$1");
	}

	public record Sent(UUID id, String recipient, String subject, String textBody, String htmlBody, int version,
			int step) {
	}

}
