package se.kulturlots.input;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.Questions;
import se.kulturlots.consultation.ReceivedInput;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

/** An open consultation with two questions and two invited organisations. */
@KulturlotsTest
abstract class InputCase {

	static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

	@Autowired
	Cycle cycle;

	@Autowired
	Consultations consultations;

	@Autowired
	Questions questions;

	@Autowired
	Invitees invitees;

	@Autowired
	InputSchedule schedule;

	@Autowired
	InputPeriods periods;

	@Autowired
	InputProgress progress;

	@Autowired
	InputSearch search;

	@Autowired
	InputFields fields;

	@Autowired
	Intake intake;

	@Autowired
	Corrections corrections;

	@Autowired
	Inputs inputs;

	@Autowired
	Triage triage;

	@Autowired
	ReceivedInput said;

	@Autowired
	Accounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	Authority authority;

	Consultation consultation;

	String officer;

	@BeforeEach
	void openConsultation() {
		this.authority = this.authorities.region();
		this.officer = account(Role.OFFICER);
		this.consultation = opened(this.authority.id(), "Ny kulturplan");
		invite("Hembygdsföreningen Ängen", "angen@forening.example", "sv");
		invite("Kulttuuriyhdistys Koivu", "koivu@yhdistys.example", "fi");
		this.invitees.invited(this.consultation.id(), this.clock.instant());
	}

	Consultation opened(String authorityId, String title) {
		LocalDate decision = today().plusDays(330);
		Consultation made = this.cycle.want(authorityId,
				new Wish(title, "Vad ska planen handla om?", 2028, 2031, decision), this.officer);
		this.cycle.plan(made.id(), this.cycle.propose(authorityId, decision, true),
				List.of("Vad fungerar bra i dag?", "Vad saknas i kulturlivet?"), null, 0);
		this.cycle.open(made.id());
		return this.consultations.get(made.id());
	}

	String account(Role role) {
		String id = role.group() + "-" + UUID.randomUUID().toString().substring(0, 8);
		this.accounts.create(new Account(id, "Test Person", id + "@region.example", this.authority.id(), Set.of(role)),
				Browser.PASSWORD);
		return id;
	}

	OrganisationId invite(String name, String email, String language) {
		OrganisationId id = new OrganisationId(UUID.randomUUID());
		this.jdbc
			.sql("""
					insert into organisation (id, version, authority_id, name, name_key, sector, email, language, source,
						status, created_at, changed_at)
					values (:id, 0, :authority, :name, lower(:name), 'CULTURE', :email, :language, 'OFFICER', 'ACTIVE', :now,
						:now)""")
			.param("id", id)
			.param("authority", this.authority.id())
			.param("name", name)
			.param("email", email)
			.param("language", language)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.invitees.add(this.consultations.get(this.consultation.id()), List.of(id));
		return id;
	}

	/** A period that is open from now on, its last day so many days away. */
	InputPeriod open(Kind kind, int days) {
		InputPeriod period = this.schedule.planExtra(this.consultation, kind, today(), today().plusDays(days));
		this.progress.open(period.id());
		return this.periods.get(period.id());
	}

	/** The clock shows the day after the last one. */
	void passLastDay(InputPeriod period) {
		this.clock.jumpTo(this.schedule.deadline(period).dueAt().plusSeconds(60));
	}

	Submission say(InputPeriod period, Sender sender, String... answers) {
		return this.intake.receive(this.authority.id(), period.id(), UUID.randomUUID(), sender,
				answers(period, answers));
	}

	/** What those who write the plan are given. */
	List<ReceivedItem> received() {
		return this.said
			.items(this.jdbc.sql("select input_id from received_input where consultation_id = :consultation")
				.param("consultation", this.consultation.id())
				.query(Columns.ids(InputId::new))
				.list());
	}

	/** Texts for the first, second… field of the form. */
	Map<String, String> answers(InputPeriod period, String... answers) {
		List<String> keys = this.fields.of(period).stream().map(InputField::key).toList();
		Map<String, String> byField = new LinkedHashMap<>();
		for (int i = 0; i < answers.length; i++) {
			if (!answers[i].isEmpty()) {
				byField.put(keys.get(i), answers[i]);
			}
		}
		return byField;
	}

	static Sender person(String email) {
		return sender(null, email);
	}

	static Sender sender(@Nullable String organisation, String email) {
		return new Sender(organisation, "Kim Exempel", new EmailAddress(email), null, Locale.forLanguageTag("sv"));
	}

	LocalDate today() {
		return this.clock.today(ZONE);
	}

}
