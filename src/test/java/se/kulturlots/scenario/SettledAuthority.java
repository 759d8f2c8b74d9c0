package se.kulturlots.scenario;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.identity.PasswordLinks;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.TopicKind;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;
import se.kulturlots.picture.SamplePictures;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authority with one at least of everything that an address can name. What people read
 * of it names its place, which no other one's does.
 */
final class SettledAuthority {

	static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

	/** Names of ids that say nothing of one authority. */
	static final Set<String> SHARED = Set.of("number", "filter", "slug", "cases", "me");

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)[^/}]*}");

	/** Enough for every form to be taken as filled in. */
	private static final String FIELDS = "version=0&up=true&reason=Inställt&heading=Rubrik&text=Text&capacity=10"
			+ "&page=1&note=Anteckning&group=&name=Kim&email=kim%40forening.example&kind=CITIZEN"
			+ "&day=2027-09-01&starts=18:00&ends=20:00&place=Heby&theme=Scener&inventoryLastDay=2027-01-10"
			+ "&answerLastDay=2027-02-10&inputOpens=2027-01-20&inputLastDay=2027-03-10&decisionDate=2027-10-01"
			+ "&action=link&step=send&answer=COMING&helped=true&path=/&missing=Mer&asked=true&sector=CULTURE&language=sv"
			+ "&municipality=0330";

	/** Fields that name something, and what they name. */
	private static final Map<String, String> NAMING = Map.ofEntries(Map.entry("organisations", "organisation"),
			Map.entry("sameAs", "organisation"), Map.entry("from", "consultation"), Map.entry("inputs", "input"),
			Map.entry("ids", "input"), Map.entry("duplicateOf", "input"), Map.entry("section", "section"),
			Map.entry("attended", "registration"), Map.entry("question", "question"), Map.entry("period", "period"),
			Map.entry("job", "job"), Map.entry("submissionId", "submission"), Map.entry("id", "submission"));

	@Autowired
	SampleCycles cycles;

	@Autowired
	Cases cases;

	@Autowired
	Consultations consultations;

	@Autowired
	Meetings meetings;

	@Autowired
	MeetingNotes notes;

	@Autowired
	RegistrationService desk;

	@Autowired
	PersonalLinks links;

	@Autowired
	PasswordLinks passwordLinks;

	@Autowired
	Afterwards afterwards;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	FilterService filters;

	@Autowired
	Pictures pictures;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	private final Map<String, String> ids = new HashMap<>();

	private final List<String> secrets = new ArrayList<>();

	private String place;

	private SampleCycle cycle;

	/** Settles it; to be called once. */
	SettledAuthority in(String somewhere) {
		this.place = somewhere;
		this.cycle = this.cycles.start("Hemlig kulturplan för " + this.place, "Hembygdsföreningen i " + this.place,
				"Ungdomsgården i " + this.place);
		Story story = this.cycle.story().before("writeInvitation", this::register).until("inputOpens");
		this.cycle.say("Fler scener på landet i " + this.place + ".", email());
		story.until("submitToArtsCouncil");
		name();
		this.secrets.addAll(List.of(authority(), "Hemlig kulturplan för " + this.place, "i " + this.place,
				"Anna från " + this.place, email()));
		return this;
	}

	SampleCycle cycle() {
		return this.cycle;
	}

	/** Everything that an address or a field can name, by what it is. */
	Map<String, String> ids() {
		return this.ids;
	}

	/** What nobody else is to read. */
	List<String> secrets() {
		return this.secrets;
	}

	/** The same for ids that are nobody's. */
	static Map<String, String> invented(Map<String, String> ids) {
		Map<String, String> invented = new HashMap<>();
		ids.forEach((what, id) -> invented.put(what, SHARED.contains(what) ? id
				: id.matches("[0-9a-f-]{36}") ? UUID.randomUUID().toString() : what.replace('/', '-') + "-x"));
		return invented;
	}

	/** What to send to any form, with ids wherever a form asks for them. */
	static String fields(Map<String, String> ids) {
		return FIELDS + NAMING.entrySet()
			.stream()
			.map((field) -> "&" + field.getKey() + "=" + ids.get(field.getValue())
					+ (field.getKey().equals("inputs") ? ":0" : ""))
			.collect(Collectors.joining());
	}

	/** An address with ids for its variables. */
	static String filled(String pattern, Map<String, String> ids) {
		Matcher variable = VARIABLE.matcher(pattern);
		StringBuilder path = new StringBuilder();
		while (variable.find()) {
			String name = variable.group(1).replaceFirst("Id$", "");
			if (name.equals("id")) {
				name = pattern.replace("{cases}", ids.get("cases"))
					.replaceFirst("/staff/(?:[a-z]+/)*([a-z]+?)s?/\\{id}.*", "$1");
			}
			String value = switch (name) {
				case "process" -> pattern.contains("/of/") ? ids.get("instance") : "consultationCycle";
				case "version" -> "1";
				case "kind" -> "INPUT";
				case "day" -> "2027-03-01";
				case "name" -> pattern.contains("/pictures/") ? "handbok-start.png" : "lots";
				case "token" -> ids.get(pattern.replaceFirst("/([a-z]+/[a-z]+)/\\{token}.*", "$1"));
				default -> ids.get(name);
			};
			assertThat(value).as("an id for {" + variable.group(1) + "} in " + pattern).isNotNull();
			variable.appendReplacement(path, value);
		}
		return variable.appendTail(path).toString().replace("/**", "/x")
				+ (pattern.equals("/staff/tasks/cards") ? "?ids=" + ids.get("task") : "");
	}

	private String authority() {
		return this.cycle.authority().id();
	}

	private String email() {
		return "anna@" + this.place.toLowerCase(Locale.ROOT) + ".example";
	}

	private void register() {
		Meeting meeting = this.meetings.of(this.cycle.id()).get(0);
		this.ids.put("receipt",
				this.desk
					.register(meeting.id(), UUID.randomUUID(), new EmailAddress(email()), Locale.forLanguageTag("sv"),
							new RegistrationDetails("Anna från " + this.place, null, null, ParticipantKind.CITIZEN,
									null, TopicKind.IDEA, "En scen i " + this.place + ".", null))
					.id()
					.toString());
		this.afterwards.run();
	}

	private void picture(@Nullable CaseId caseId) {
		this.pictures.set(authority(), caseId, null, Original.read(SamplePictures.of("jpeg", 900, 600)), "Ett fält",
				Focus.CENTRE);
		this.pictures.find(authority(), caseId)
			.ifPresent((picture) -> this.ids.put("picture", picture.name() + "-480.jpg"));
	}

	private void name() {
		Meeting meeting = this.meetings.of(this.cycle.id()).get(0);
		this.notes.add(meeting, null, null, "Många talade om lokaler i " + this.place + ".");
		logo();
		picture(null);
		picture(this.cycle.id());
		this.ids.put("authority", authority());
		this.ids.put("consultation", this.cycle.id().toString());
		this.ids.put("case", this.cycle.id().toString());
		this.ids.put("slug", this.consultations.get(this.cycle.id()).slug());
		this.ids.put("cases", "consultations");
		this.ids.put("meeting", meeting.id().toString());
		this.ids.put("registration", row("registration"));
		this.ids.put("note", row("meeting_note"));
		this.ids.put("caseNote", caseNote());
		this.ids.put("organisation", row("organisation"));
		this.ids.put("register", this.ids.get("organisation"));
		this.ids.put("duplicate", this.ids.get("organisation"));
		this.ids.put("other", organisation("Hembygdsgården i " + this.place, "ACTIVE"));
		this.ids.put("join", join());
		this.ids.put("import", fileToImport());
		this.ids.put("change", bulkChange());
		this.ids.put("selection", savedFilter());
		this.ids.put("reference", selfRegistration());
		this.ids.put("invitee", row("invitee"));
		this.ids.put("invitation", row("invitation"));
		this.ids.put("period", row("input_period"));
		this.ids.put("input", row("input"));
		this.ids.put("submission", row("input_submission"));
		this.ids.put("plan", row("plan"));
		this.ids.put("section", row("plan_section"));
		this.ids.put("mail", mail());
		this.ids.put("document", document());
		this.ids.put("opinion", opinion());
		this.ids.put("unit", unit());
		this.ids.put("question", question());
		this.ids.put("number", "1");
		String instance = this.cases.instance("consultationCycle", this.cycle.id()).getId();
		this.ids.put("instance", instance);
		String timer = this.management.createJobQuery().processInstanceId(instance).timers().list().get(0).getId();
		this.management.setJobRetries(timer, 0);
		this.ids.put("job", timer);
		this.ids.put("incident", this.runtime.createIncidentQuery().processInstanceId(instance).list().get(0).getId());
		this.ids.put("variable",
				this.runtime.createVariableInstanceQuery().processInstanceIdIn(instance).list().get(0).getId());
		this.ids.put("filter", this.filters.createTaskFilterQuery().list().get(0).getId());
		this.ids.put("task", officersTask());
		this.ids.put("account", this.cycle.officer().id());
		this.ids.put("absence", this.cycle.officer().id());
		this.ids.put("tenant", authority());
		this.ids.put("my/registration", personal("registration", this.ids.get("registration")));
		this.ids.put("my/invitation", personal("invitation", this.ids.get("invitee")));
		this.ids.put("my/input", personal("input", this.ids.get("submission")));
		this.ids.put("my/pages", personal("personal-page", personalPage()));
		this.ids.put("my/news", personal("subscription", subscriber()));
		this.ids.put("login/password",
				this.passwordLinks.issue(this.cycle.officer().id(), authority(), Duration.ofDays(1)).value());
	}

	/** In hand of nobody; which one comes first is the engine's chance. */
	private String officersTask() {
		String task = this.tasks.createTaskQuery()
			.tenantIdIn(authority())
			.taskCandidateGroup(Role.OFFICER.group())
			.includeAssignedTasks()
			.list()
			.get(0)
			.getId();
		this.tasks.setAssignee(task, null);
		return task;
	}

	private String personal(String purpose, String subject) {
		return this.links.issue(authority(), purpose, Id.parse(subject), this.clock.instant().plus(Duration.ofDays(1)))
			.value();
	}

	private String personalPage() {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("insert into personal_page (id, authority_id, address, asked_at) values (:id, :authority,"
					+ " :address, now())")
			.param("id", id)
			.param("authority", authority())
			.param("address", email())
			.update();
		return id.toString();
	}

	private String subscriber() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				with one as (
					insert into subscriber (id, authority_id, email, language)
					values (:id, :authority, :address, 'sv') returning id)
				insert into subscription (id, subscriber_id, asked_at, confirmed_at)
				select gen_random_uuid(), id, now(), now() from one""")
			.param("id", id)
			.param("authority", authority())
			.param("address", email())
			.update();
		return id.toString();
	}

	private void logo() {
		this.jdbc.sql("insert into authority_logo (authority_id, content) values (:authority, :content)")
			.param("authority", authority())
			.param("content", new byte[] { 1 })
			.update();
	}

	private String document() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into case_document (id, authority_id, case_id, title, language, file_name, kind,
					size, content, added_by, added_at)
				values (:id, :authority, :consultation, :title, 'sv', 'underlag.pdf', 'PDF', 4, '%PDF',
					:account, now())""")
			.param("id", id)
			.param("authority", authority())
			.param("consultation", this.cycle.id())
			.param("title", "Underlag i " + this.place)
			.param("account", this.cycle.officer().id())
			.update();
		return id.toString();
	}

	private String caseNote() {
		this.jdbc.sql("""
				insert into case_note (authority_id, case_id, author, written_at, text)
				values (:authority, :case, :account, now(), :text)""")
			.param("authority", authority())
			.param("case", this.cycle.id())
			.param("account", this.cycle.officer().id())
			.param("text", "Ring gården i " + this.place)
			.update();
		return this.jdbc.sql("select id::text from case_note where authority_id = :authority and topic is null")
			.param("authority", authority())
			.query(String.class)
			.single();
	}

	private String opinion() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into site_opinion (id, authority_id, path, language, helped, missing, given_at)
				values (:id, :authority, '/', 'sv', false, :missing, :now)""")
			.param("id", id)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("authority", authority())
			.param("missing", "Mer om scenen i " + this.place)
			.update();
		return id.toString();
	}

	private String unit() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into unit (id, version, authority_id, name, email)
				values (:id, 0, :authority, :name, 'fritid@heby.example')""")
			.param("id", id)
			.param("authority", authority())
			.param("name", "Fritid i " + this.place)
			.update();
		return id.toString();
	}

	private String organisation(String name, String status) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into organisation (id, version, authority_id, name, name_key, sector, language, source, status,
					created_at, changed_at)
				values (:id, 0, :authority, :name, lower(:name), 'HERITAGE', 'sv', 'OFFICER', :status, now(), now())""")
			.param("id", id)
			.param("authority", authority())
			.param("name", name)
			.param("status", status)
			.update();
		return id.toString();
	}

	private String join() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into organisation_join (id, authority_id, stays_id, goes_id, joined_at, joined_by)
				values (:id, :authority, :stays, :goes, now(), :account)""")
			.param("id", id)
			.param("authority", authority())
			.param("stays", UUID.fromString(this.ids.get("other")))
			.param("goes", UUID.fromString(organisation("Bygdegården i " + this.place, "REMOVED")))
			.param("account", this.cycle.officer().id())
			.update();
		return id.toString();
	}

	private String fileToImport() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into register_import (id, authority_id, account_id, file_name, state, created_at, expires_at)
				values (:id, :authority, :account, :file, 'READ', now(), '2100-01-01')""")
			.param("id", id)
			.param("authority", authority())
			.param("account", this.cycle.officer().id())
			.param("file", "föreningar i " + this.place + ".csv")
			.update();
		this.jdbc.sql("""
				insert into register_import_row (import_id, row_number, name, name_key, sector, language, says_language)
				values (:id, 2, :name, lower(:name), 'CULTURE', 'sv', false)""")
			.param("id", id)
			.param("name", "Teatern i " + this.place)
			.update();
		this.jdbc.sql("""
				insert into register_import_outcome (import_id, row_number, outcome, fills, take)
				values (:id, 2, 'NEW', false, false)""").param("id", id).update();
		return id.toString();
	}

	private String savedFilter() {
		return this.jdbc
			.sql("insert into saved_filter (id, authority_id, name) values (:id, :authority, :name) returning id")
			.param("id", UUID.randomUUID())
			.param("authority", authority())
			.param("name", "Kör i " + this.place)
			.query(String.class)
			.single();
	}

	private String bulkChange() {
		return this.jdbc.sql("""
				insert into register_bulk_change (id, authority_id, field, changed_at, changed_by, changed)
				values (:id, :authority, 'sector', now(), :account, 0) returning id""")
			.param("id", UUID.randomUUID())
			.param("authority", authority())
			.param("account", this.cycle.officer().id())
			.query(String.class)
			.single();
	}

	private String selfRegistration() {
		String reference = this.place.toUpperCase(Locale.ROOT) + "-1";
		this.jdbc.sql("""
				insert into self_registration (authority_id, organisation_id, reference, created_at)
				values (:authority, :organisation, :reference, now())""")
			.param("authority", authority())
			.param("organisation", UUID.fromString(this.ids.get("organisation")))
			.param("reference", reference)
			.update();
		return reference;
	}

	private String question() {
		return this.jdbc.sql("select id::text from question where consultation_id = :consultation limit 1")
			.param("consultation", this.cycle.id())
			.query(String.class)
			.single();
	}

	/**
	 * A mail of the case that did not get through, and that nothing takes back: one that
	 * waits goes with whom it is for.
	 */
	private String mail() {
		return this.jdbc.sql("""
				insert into mail (id, authority_id, case_id, occasion, version, kind, step, recipient, subject,
					text_body, html_body, bulk, state, created_at, due_at)
				values (gen_random_uuid(), :authority, :case, 'settled', 1, 'settled', 0, :address, :subject,
					'Hej!', 'Hej!', false, 'FAILED', :now, :now) returning id::text""")
			.param("authority", authority())
			.param("case", this.cycle.id())
			.param("address", email())
			.param("subject", "Om scenen i " + this.place)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(String.class)
			.single();
	}

	private String row(String table) {
		return this.jdbc.sql("select id::text from " + table + " where authority_id = :authority limit 1")
			.param("authority", authority())
			.query(String.class)
			.single();
	}

}
