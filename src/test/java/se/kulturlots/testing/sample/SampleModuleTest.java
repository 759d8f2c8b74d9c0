package se.kulturlots.testing.sample;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import se.kulturlots.cases.Cases;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Texts;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.Ladder;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.privacy.PersonalPages;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module that nothing in {@code src/main} knows of runs its process from the start form
 * to the end, and is in menus, lists, search and what is stored of a person.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class SampleModuleTest {

	private static final String TITLE = "Läsa tillsammans i Heby";

	private static final String QUESTION = "Varför läser få högt för vuxna?";

	private static final EmailAddress LEADER = new EmailAddress("cirkelledare@forening.example");

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	se.kulturlots.testing.Cases engine;

	@Autowired
	Cases cases;

	@Autowired
	Circles circles;

	@Autowired
	Deadlines deadlines;

	@Autowired
	Ladders ladders;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	Journal journal;

	@Autowired
	PersonalPages personalPages;

	@Autowired
	MessageSource messages;

	@Autowired
	AppClock clock;

	String authority;

	Account officer;

	@BeforeEach
	void anAuthority() {
		this.authority = this.authorities.region().id();
		this.officer = this.accounts.with(this.authority, Role.OFFICER);
	}

	@Test
	void itsProcessRunsFromTheStartFormToTheEnd(Browser browser) throws Exception {
		CaseId id = start();
		LocalDate lastDay = day(20);
		plan(browser, id, lastDay);
		this.engine.run();
		assertThat(this.deadlines.get(id, SampleDeadline.CIRCLE).lastDay()).isEqualTo(lastDay);
		this.engine.fire(id, "circleReminderOrLastDay");
		this.engine.fire(id, "circleReminderOrLastDay");
		assertThat(this.engine.isRunning(SampleProcess.KEY.value(), id)).isTrue();
		this.engine.fire(id, "circleReminderOrLastDay");
		assertThat(this.engine.isRunning(SampleProcess.KEY.value(), id)).isFalse();
		assertThat(this.cases.get(id).closedAt()).isNotNull();
		assertThat(this.journal.of(this.authority, id, false, 10)).extracting(Journal.Entry::textKey)
			.containsExactly("journal.sample.closed", "journal.sample.reminded", "journal.sample.reminded",
					"journal.sample.announced", "journal.sample.wanted");
	}

	@Test
	void itIsInMenusListsSearchAndOnItsPages(Browser browser) throws Exception {
		CaseId id = start();
		this.engine.complete(id, "planCircle", Map.of("place", "Biblioteket", "lastDay", day(20).toString()));
		String staffPage = "/staff/samples/" + id;
		Visitor staff = new Visitor(this.port).as(this.officer.id());
		assertThat(staff.get("/staff").body()).contains("href=\"" + staffPage + "\"", "href=\"/staff/samples\"",
				"Studiecirklar");
		assertThat(staff.get("/staff/progress").body()).contains(staffPage, TITLE);
		assertThat(staff.get("/staff/search?text=vuxna").body()).contains(staffPage, "Frågor i studiecirklar",
				"<mark>vuxna</mark>");
		assertThat(staff.get("/staff/samples").body()).contains(staffPage);
		assertThat(staff.get(staffPage).body()).contains(TITLE, QUESTION, "Biblioteket");
		for (String tab : List.of("meetings", "documents", "mail", "journal", "progress")) {
			assertThat(staff.get(staffPage).body()).contains("href=\"" + staffPage + '/' + tab + "\"")
				.doesNotContain(staffPage + "/plan");
			HttpResponse<String> answer = staff.get(staffPage + '/' + tab);
			assertThat(answer.statusCode()).as(tab).isEqualTo(200);
			assertThat(answer.body()).contains(TITLE, "href=\"/staff/samples\"",
					"href=\"" + staffPage + '/' + tab + "\" aria-current=\"page\"");
			assertThat(staff.get("/staff/consultations/" + id + '/' + tab).statusCode()).as("not a consultation")
				.isEqualTo(404);
		}
		assertThat(staff.get("/staff/handbook/sample").body()).contains("Bestäm var cirkeln träffas");
		Visitor anyone = new Visitor(this.port);
		String publicPage = "/" + this.authority + "/samples/lasa-tillsammans-i-heby";
		assertThat(anyone.get("/" + this.authority).body()).contains("href=\"/" + this.authority + "/samples\"");
		assertThat(anyone.get("/" + this.authority + "/samples").body()).contains("href=\"" + publicPage + "\"");
		assertThat(anyone.get(publicPage).body()).contains(TITLE, QUESTION);
		assertThat(anyone.get("/en" + publicPage).body()).contains("Study circles", "Question");
		assertThat(anyone.get("/" + this.authority + "/sitemap.xml").body()).contains(publicPage);
		Page page = browser.open();
		page.navigate(publicPage);
		browser.assertAccessible(page);
	}

	@Test
	void itsAddressesAreOpenToItsRolesOnly() throws Exception {
		CaseId id = start();
		Visitor registrar = new Visitor(this.port).as(this.accounts.with(this.authority, Role.REGISTRAR).id());
		assertThat(registrar.get("/staff").body()).doesNotContain("/staff/samples\"");
		assertThat(registrar.get("/staff/samples").statusCode()).isEqualTo(403);
		assertThat(new Visitor(this.port).get("/staff/samples/" + id).statusCode()).isEqualTo(302);
		Account other = this.accounts.with(this.authorities.region().id(), Role.OFFICER);
		assertThat(new Visitor(this.port).as(other.id()).get("/staff/samples/" + id).statusCode()).isEqualTo(404);
		assertThat(new Visitor(this.port).get("/" + this.authority + "/samples/lasa-tillsammans-i-heby").statusCode())
			.as("not yet announced")
			.isEqualTo(404);
	}

	@Test
	void itsDeadlineHasALadderThatCanBeChanged() throws Exception {
		Visitor admin = new Visitor(this.port).as(this.accounts.with(this.authority, Role.ADMIN).id());
		assertThat(admin.get("/staff/settings").body()).contains("Sista dag att gå med i cirkeln");
		assertThat(admin.get("/staff/settings/ladders/CIRCLE").body()).contains("Påminner den som leder cirkeln.",
				"4, 1 arbetsdagar före");
		assertThat(admin.post("/staff/settings/ladders/CIRCLE", "version", 0, "days", "7").statusCode()).isEqualTo(302);
		assertThat(this.ladders.of(this.authority, SampleDeadline.CIRCLE)).isEqualTo(Ladder.of(7));
		assertThat(admin.get("/staff/settings").body()).contains("Påminnelserna om studiecirklar ändrades.");
	}

	@Test
	void whatItStoresOfAPersonIsAmongTheirRecords() {
		CaseId id = start();
		assertThat(this.personalPages.of(this.authority, LEADER, new Swedish(this.messages)))
			.anySatisfy((record) -> assertThat(record.id()).isEqualTo(id));
	}

	private LocalDate day(int workingDays) {
		return this.calendars.of(this.authority)
			.plus(this.clock.today(this.calendars.of(this.authority).zone()), workingDays);
	}

	/** Through the gate, as Tasklist sends a start form. */
	private CaseId start() {
		Caller caller = new Caller(this.port, this.officer.id());
		String path = "/engine-rest/process-definition/key/" + SampleProcess.KEY.value() + "/submit-form";
		String answers = """
				{"variables": {"title": {"value": "%s"}, "question": {"value": "%s"}, "leaderEmail": {"value": "%s"}}}""";
		assertThat(caller.basic("POST", path, answers.formatted(TITLE, QUESTION, "ingen adress")).statusCode())
			.isEqualTo(400);
		HttpResponse<String> answer = caller.basic("POST", path, answers.formatted(TITLE, QUESTION, LEADER.value()));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return this.circles.of(this.authority).get(0).id();
	}

	private void plan(Browser browser, CaseId id, LocalDate lastDay) {
		Page page = browser.open();
		browser.signIn(page, this.officer.id());
		Task task = this.engine.task(id, "planCircle");
		page.navigate("/camunda/app/tasklist/default/#/?task=" + task.getId());
		Locator form = page.locator(".fjs-container");
		form.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
		assertThat(form).containsText(TITLE);
		write(page, form, "Plats", "Biblioteket");
		write(page, form, "Sista dag att gå med", lastDay.toString());
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).click();
		assertThat(form).not().isVisible();
	}

	/* the form takes over what is typed only when nothing has come for a while */
	private static void write(Page page, Locator form, String label, String text) {
		Locator field = form.getByLabel(label);
		field.fill(text);
		field.blur();
		page.waitForTimeout(500);
	}

	private record Swedish(MessageSource messages) implements Texts {

		@Override
		public String t(String key, @Nullable Object... arguments) {
			return this.messages.getMessage(key, (arguments.length > 0) ? arguments : null, locale());
		}

		@Override
		public Locale locale() {
			return Locale.forLanguageTag("sv");
		}

		@Override
		public ZoneId zone() {
			return ZoneId.of("Europe/Stockholm");
		}

	}

}
