package se.kulturlots.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.CoverageNumbers;
import se.kulturlots.consultation.CoverageNumbers.Counts;
import se.kulturlots.consultation.CoverageNumbers.Stage;
import se.kulturlots.consultation.CoverageNumbers.Table;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.input.Corrections;
import se.kulturlots.input.SampleInput;
import se.kulturlots.input.Submission;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Register;
import se.kulturlots.register.Sector;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Statements;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who is known, invited, heard and answered is counted from what stands. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class CoverageTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	CoverageNumbers coverage;

	@Autowired
	Invitees invitees;

	@Autowired
	Register register;

	@Autowired
	Municipalities municipalities;

	@Autowired
	RegistrationService desk;

	@Autowired
	Registrations registrations;

	@Autowired
	Corrections corrections;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Statements statements;

	@LocalServerPort
	int port;

	SampleMeetings sample;

	Meeting meeting;

	SampleInput input;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
		this.meeting = this.sample.published(null);
		this.input = new SampleInput(this.context, this.sample.authority(), this.sample.consultation());
		this.municipalities.cover(authority(), List.of("0331", "0380"));
	}

	@Test
	void eachStageIsCountedWhereItBelongs() {
		invited("Kören", "0331", Sector.MUSIC, null);
		invited("Bandet", "0331", Sector.MUSIC, PriorityGroup.YOUTH);
		invited("Scenen", "0380", Sector.PERFORMING_ARTS, PriorityGroup.YOUTH);
		this.register.add(authority(), OrganisationDetails.of("Ny", Sector.FILM).withMunicipality("0380"));
		answer("Bandet");
		register("Kören");
		Submission said = this.input.say("Scenen", "Kim", this.sample.email("b"), "Fler scener.");
		Table table = table();
		assertThat(table.all()).isEqualTo(new Counts(4, 3, 0, 3, 1, 1, 0, 1, 0));
		assertThat(table.byMunicipality().get("0331")).isEqualTo(new Counts(2, 2, 0, 2, 1, 1, 0, 0, 0));
		assertThat(table.bySector().get(Sector.FILM)).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0, 0, 0));
		assertThat(table.cell("0380", Sector.PERFORMING_ARTS)).isEqualTo(new Counts(1, 1, 0, 1, 0, 0, 0, 1, 0));
		assertThat(table.byGroup().get(PriorityGroup.YOUTH)).isEqualTo(new Counts(2, 2, 0, 2, 1, 0, 0, 1, 0));
		this.jdbc
			.sql("""
					insert into plan (id, version, authority_id, consultation_id, stage, fixed_version, answers_sent_at,
						created_at) values (gen_random_uuid(), 0, :authority, :consultation, 'DRAFTING', 0, now(), now())""")
			.param("authority", authority())
			.param("consultation", this.sample.consultation().id())
			.update();
		assertThat(table().all()).isEqualTo(new Counts(4, 3, 0, 3, 1, 1, 0, 1, 1));
		this.corrections.withdraw(authority(), said.id());
		assertThat(table().all()).as("what is withdrawn is not heard").isEqualTo(new Counts(4, 3, 0, 2, 1, 1, 0, 0, 0));
		this.clock.jumpTo(this.meeting.startsAt());
		this.desk.attendance(this.meeting,
				this.registrations.active(this.meeting.id()).stream().map((one) -> one.id()).toList());
		assertThat(table().all().attended()).isOne();
	}

	@Test
	void whoeverStaffHaveCalledCountsAsContacted() throws Exception {
		invited("Kören", "0331", Sector.MUSIC, null);
		OrganisationId organisation = this.invitees.of(this.sample.consultation().id()).get(0).organisationId();
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		String contact = "/staff/register/" + organisation + "/contact";
		String silent = "/staff/consultations/" + this.sample.consultation().id() + "/silent";
		assertThat(officer.get(silent).body()).contains(contact).doesNotContain("Kontaktad ");
		String day = this.clock.today(this.sample.authority().zone()).toString();
		assertThat(officer.post(contact, "kind", "CALL", "day", "2099-01-01", "submissionId", UUID.randomUUID()).body())
			.contains("Datumet ligger i framtiden.");
		assertThat(table().all().contacted()).isZero();
		officer.post(contact, "kind", "CALL", "day", day, "about", this.sample.consultation().id(), "text",
				"De kommer gärna.", "submissionId", UUID.randomUUID());
		assertThat(table().all()).isEqualTo(new Counts(1, 1, 1, 0, 0, 0, 0, 0, 0));
		assertThat(this.coverage.each(authority(), List.of(this.sample.consultation().id()))
			.get(this.sample.consultation().id())
			.contacted()).isOne();
		assertThat(officer.get(silent).body()).contains("Kontaktad ");
		assertThat(officer.get("/staff/register/" + organisation).body()).contains("De kommer gärna.", "Ringde");
	}

	@Test
	void theTableSaysTheSameAsTheListOfInvitees() {
		Random random = new Random(3);
		for (int i = 0; i < 40; i++) {
			String name = "Förening " + (char) ('a' + i % 26) + i;
			invited(name, random.nextBoolean() ? "0331" : null, Sector.values()[random.nextInt(5)],
					random.nextBoolean() ? PriorityGroup.YOUTH : null);
			if (random.nextInt(3) == 0) {
				answer(name);
			}
			if (random.nextInt(3) == 0) {
				register(name);
			}
			if (random.nextInt(3) == 0) {
				this.input.say(name, "Kim", this.sample.email("p" + i), "Fler scener.");
			}
		}
		InviteeNumbers numbers = this.invitees.numbers(this.sample.consultation().id());
		Table table = table();
		Counts all = table.all();
		assertThat(List.of(all.invited(), all.answered(), all.registered(), all.gaveInput(), all.heard()))
			.containsExactly(numbers.invited(), numbers.answered(), numbers.registered(), numbers.gaveInput(),
					numbers.heard());
		assertThat(this.coverage.each(authority(), List.of(this.sample.consultation().id()))
			.get(this.sample.consultation().id())
			.heard()).isEqualTo(numbers.heard());
		for (Stage stage : Stage.values()) {
			int sum = all.of(stage);
			assertThat(table.byMunicipality().values().stream().mapToInt((it) -> it.of(stage)).sum()).isEqualTo(sum);
			assertThat(table.bySector().values().stream().mapToInt((it) -> it.of(stage)).sum()).isEqualTo(sum);
			assertThat(table.cells().values().stream().mapToInt((it) -> it.of(stage)).sum()).isEqualTo(sum);
		}
	}

	@Test
	void anOfficerSeesTheGapsAndGoesToThoseNotHeard(Browser browser) {
		invited("Kören", "0331", Sector.MUSIC, null);
		invited("Scenen", "0380", Sector.PERFORMING_ARTS, PriorityGroup.YOUTH);
		this.register.add(authority(),
				OrganisationDetails.of("Filmklubben", Sector.FILM)
					.withMunicipality("0380")
					.withEmail("f@film.example"));
		register("Kören");
		Page page = browser.open();
		browser.signIn(page, this.sample.officer().id());
		String base = "/staff/consultations/" + this.sample.consultation().id();
		page.navigate(base + "/coverage");
		assertThat(page.locator(".kl-heat tbody tr", new Page.LocatorOptions().setHasText("Heby"))).containsText("1/1");
		assertThat(page.locator(".kl-heat__cell--4").first()).isVisible();
		browser.assertAccessible(page);
		browser.screenshot(page, "coverage");
		page.getByLabel("Visa", new Page.GetByLabelOptions().setExact(true)).selectOption("INVITED");
		page.locator("main form button").click();
		assertThat(page.locator(".kl-heat caption")).hasText("Inbjudna, av dem i registret");
		page.locator(".kl-heat a", new Page.LocatorOptions().setHasText("Uppsala")).click();
		assertThat(page.locator("tbody tr")).hasCount(1);
		assertThat(page.locator("tbody")).containsText("Scenen");
		browser.assertAccessible(page);
		browser.screenshot(page, "silent");
		page.getByLabel("Visa", new Page.GetByLabelOptions().setExact(true)).selectOption("NOT_INVITED");
		page.locator("main form button").click();
		assertThat(page.locator("tbody")).containsText("Filmklubben");
		page.navigate("/staff/coverage");
		assertThat(page.locator("main")).containsText(this.sample.consultation().title());
		browser.assertAccessible(page);
		browser.screenshot(page, "coverage-all");
	}

	@Test
	void theNumberOfStatementsDoesNotGrowWithWhatIsShown() throws Exception {
		Visitor officer = new Visitor(this.port).as(this.sample.officer().id());
		String path = "/staff/consultations/" + this.sample.consultation().id() + "/coverage";
		invited("Kören", "0331", Sector.MUSIC, null);
		officer.get(path);
		int few = this.statements.during(() -> read(officer, path)).size();
		for (Sector sector : Sector.values()) {
			invited("Ny " + sector, "0380", sector, PriorityGroup.YOUTH);
		}
		assertThat(this.statements.during(() -> read(officer, path))).hasSize(few);
	}

	private static void read(Visitor officer, String path) {
		try {
			assertThat(officer.get(path).statusCode()).isEqualTo(200);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void thePublicSeesNoSmallNumbers(Browser browser) {
		for (int i = 0; i < 9; i++) {
			invited("Kör " + (char) ('a' + i), (i < 7) ? "0331" : "0380", Sector.MUSIC, null);
		}
		Page page = browser.open();
		page.navigate(this.sample.consultation().path() + "/coverage");
		assertThat(page.locator("table").last()).containsText("9");
		assertThat(page.locator("table").first()).containsText("visas inte");
		assertThat(page.locator("table").first().locator("tbody tr").first()).not().containsText("7");
		browser.assertAccessible(page);
		browser.screenshot(page, "coverage-public");
	}

	private Table table() {
		return this.coverage.of(authority(), List.of(this.sample.consultation().id()));
	}

	private String authority() {
		return this.sample.authority().id();
	}

	private void invited(String name, String municipality, Sector sector, PriorityGroup group) {
		OrganisationId id = this.sample.invite(name);
		this.jdbc.sql("""
				update organisation set municipality_code = :municipality, sector = :sector, priority_group = :group
				where id = :id""")
			.param("municipality", municipality)
			.param("sector", sector.name())
			.param("group", (group != null) ? group.name() : null)
			.param("id", id)
			.update();
	}

	private void answer(String name) {
		this.invitees.answered(this.invitees.of(this.sample.consultation().id())
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow()
			.id(), Invitee.Answer.COMING);
	}

	private void register(String organisation) {
		this.desk.register(this.meeting.id(), UUID.randomUUID(), this.sample.email(UUID.randomUUID().toString()),
				Locale.forLanguageTag("sv"), new RegistrationDetails("Kim", organisation, null,
						ParticipantKind.ASSOCIATION, null, null, null, null));
	}

}
