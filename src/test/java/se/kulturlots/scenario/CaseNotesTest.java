package se.kulturlots.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.CaseNotes;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What colleagues note for each other on a case, and who is told of it. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class CaseNotesTest {

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Accounts people;

	@Autowired
	CaseNotes caseNotes;

	@Autowired
	AppClock clock;

	@Autowired
	Consultations consultations;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	SampleCycle cycle;

	Account colleague;

	Visitor author;

	String notes;

	@BeforeEach
	void aCase() throws Exception {
		this.cycle = this.cycles.start();
		this.colleague = this.accounts.with(this.cycle.authority().id(), Role.LIAISON);
		this.author = new Visitor(this.port).as(this.cycle.officer().id());
		this.notes = "/staff/consultations/" + this.cycle.id() + "/notes";
	}

	private int write(String text, Object... more) throws Exception {
		Object[] fields = new Object[4 + more.length];
		System.arraycopy(new Object[] { "text", text, "submissionId", UUID.randomUUID() }, 0, fields, 0, 4);
		System.arraycopy(more, 0, fields, 4, more.length);
		return this.author.post(this.notes, fields).statusCode();
	}

	private String id() {
		return this.jdbc.sql("select id::text from case_note where case_id = :case order by number desc limit 1")
			.param("case", this.cycle.id())
			.query(String.class)
			.single();
	}

	private List<String> told() {
		return this.jdbc.sql("select recipient from mail where case_id = :case and kind = 'note' order by recipient")
			.param("case", this.cycle.id())
			.query(String.class)
			.list();
	}

	private Visitor as(String account) throws Exception {
		return new Visitor(this.port).as(account);
	}

	@Test
	void whoeverIsChosenOrNamedIsToldOnce() throws Exception {
		assertThat(write("Ring kören i morgon, tack.", "colleagues", this.colleague.id())).isEqualTo(302);
		assertThat(told()).containsExactly(this.colleague.email());
		this.author.post(this.notes + "/" + id() + "/edit", "text", "Ring kören på fredag.", "colleagues",
				this.colleague.id(), "submissionId", UUID.randomUUID());
		assertThat(told()).as("told once, however often it is changed").hasSize(1);
		String manager = "manager-" + this.cycle.authority().id();
		assertThat(write("Kan du titta, @" + manager + "?")).isEqualTo(302);
		assertThat(told()).containsExactlyInAnyOrder(this.colleague.email(), manager + "@region.example");
		assertThat(write("Inte till @" + manager + "s vän")).isEqualTo(302);
		assertThat(write("Åter till " + manager)).isEqualTo(302);
		assertThat(told()).as("only what stands after an at sign, and as a whole word").hasSize(2);
	}

	@Test
	void atAnAtSignTheLongestNameCountsAndAnAddressIsNoName() throws Exception {
		String authority = this.cycle.authority().id();
		String anna = "anna-" + authority + "@region.example";
		String berg = "berg-" + authority + "@region.example";
		this.people.create(new Account("anna-" + authority, "Anna Ek", anna, authority, Set.of(Role.OFFICER)),
				Browser.PASSWORD);
		this.people.create(new Account("berg-" + authority, "Anna Ek Berg", berg, authority, Set.of(Role.OFFICER)),
				Browser.PASSWORD);
		write("Skriv till kontakt@anna-" + authority + ".example eller @anna-" + authority + ".example");
		assertThat(told()).isEmpty();
		write("Hej (@Anna Ek Berg).");
		assertThat(told()).containsExactly(berg);
		write("@Anna Ek, hej");
		assertThat(told()).containsExactly(anna, berg);
	}

	@Test
	void whoeverIsNoLongerNamedIsNoLongerTold() throws Exception {
		write("Ring kören.", "colleagues", this.colleague.id());
		Visitor reader = as(this.colleague.id());
		assertThat(reader.get("/staff").body()).contains("har skrivit till dig");
		this.author.post(this.notes + "/" + id() + "/edit", "text", "Ring kören.", "submissionId", UUID.randomUUID());
		assertThat(reader.get("/staff").body()).doesNotContain("har skrivit till dig");
		assertThat(this.author.get(this.notes).body()).doesNotContain("Till " + this.colleague.displayName());
	}

	@Test
	void aRemovedNoteIsNotChangedAndItsMailsAreTakenBack() throws Exception {
		write("Ring kören.", "colleagues", this.colleague.id());
		String note = this.notes + "/" + id();
		this.jdbc
			.sql("""
					insert into mail (id, authority_id, case_id, occasion, version, kind, step, recipient, subject,
						text_body, html_body, bulk, state, created_at, due_at)
					select gen_random_uuid(), authority_id, case_id, occasion, version, 'note-later', step, recipient, subject,
						text_body, html_body, bulk, 'RETRY', created_at, timestamptz '2100-01-01'
					from mail where case_id = :case and kind = 'note'""")
			.param("case", this.cycle.id())
			.update();
		this.author.post(note + "/remove");
		assertThat(this.jdbc.sql("select count(*) from mail where case_id = :case and kind = 'note-later'")
			.param("case", this.cycle.id())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.author.get(note + "/edit").statusCode()).isEqualTo(404);
		assertThat(this.author.post(note + "/edit", "text", "Kapad", "submissionId", UUID.randomUUID()).statusCode())
			.isEqualTo(404);
		this.author.post(note + "/restore");
		assertThat(this.author.get(this.notes).body()).contains("Ring kören.");
		assertThat(told()).containsExactly(this.colleague.email());
	}

	@Test
	void manyNotesOfOtherCasesHideNone() throws Exception {
		write("Ring kören.", "colleagues", this.colleague.id());
		SampleCycle other = this.cycles.start(this.cycle.authority(), "Biblioteksplan", "Vad ska den handla om då?");
		this.jdbc.sql("""
				with n as (insert into case_note (authority_id, case_id, author, written_at, text)
					select :authority, :case, 'x', now(), 'x' from generate_series(1, 25) returning id)
				insert into case_note_mention (note_id, account_id) select id, :account from n""")
			.param("authority", other.authority().id())
			.param("case", other.id())
			.param("account", this.colleague.id())
			.update();
		assertThat(as(this.colleague.id()).get(this.notes).body()).contains("/notes/seen");
	}

	@Test
	void whatWasRemovedIsForgottenAfterAMonth() throws Exception {
		write("Ring kören.");
		this.author.post(this.notes + "/" + id() + "/remove");
		assertThat(this.author.get(this.notes).body()).contains("i 30 dagar");
		removedBefore(29);
		assertThat(this.author.get(this.notes).body()).contains("Ring kören.");
		removedBefore(31);
		assertThat(this.author.get(this.notes).body()).doesNotContain("Ring kören.");
	}

	private void removedBefore(int days) {
		this.jdbc.sql("update case_note set removed_at = :at where case_id = :case")
			.param("at", this.clock.instant().minus(Duration.ofDays(days)))
			.param("case", this.cycle.id())
			.update();
		this.caseNotes.forgetRemoved();
	}

	@Test
	void theStartPageTellsUntilItIsRead() throws Exception {
		Visitor reader = as(this.colleague.id());
		assertThat(reader.get("/staff").body()).doesNotContain("har skrivit till dig");
		write("Hej @" + this.colleague.displayName().toUpperCase() + "!");
		assertThat(reader.get("/staff").body()).contains("har skrivit till dig", this.notes);
		assertThat(this.author.get("/staff").body()).doesNotContain("har skrivit till dig");
		assertThat(reader.get(this.notes).body()).contains("Hej @", "Till " + this.colleague.displayName());
		assertThat(reader.get("/staff").body()).as("reading changes nothing").contains("har skrivit till dig");
		reader.post(this.notes + "/seen");
		assertThat(reader.get(this.notes).body()).doesNotContain("/notes/seen");
		assertThat(reader.get("/staff").body()).doesNotContain("har skrivit till dig");
	}

	@Test
	void onlyItsAuthorChangesRemovesAndRestoresANote() throws Exception {
		write("En <b>hemlig</b> anteckning.");
		String note = this.notes + "/" + id();
		Visitor reader = as(this.colleague.id());
		for (String what : List.of("/edit", "/remove", "/restore")) {
			assertThat(reader.post(note + what, "text", "Kapad", "submissionId", UUID.randomUUID()).statusCode())
				.isEqualTo(403);
		}
		assertThat(reader.get(this.notes).body()).contains("En &lt;b&gt;hemlig&lt;/b&gt; anteckning.")
			.doesNotContain(note + "/edit");
		assertThat(this.author.get(note + "/remove").body()).contains("Ta bort anteckningen?");
		assertThat(reader.get(this.notes).body()).as("asked first").contains("hemlig");
		this.author.post(note + "/remove");
		assertThat(reader.get(this.notes).body()).doesNotContain("hemlig");
		assertThat(reader.get("/staff/search?text=hemlig").body()).doesNotContain("En &lt;b&gt;");
		assertThat(this.author.get(this.notes).body()).contains("hemlig", note + "/restore");
		this.author.post(note + "/restore");
		assertThat(reader.get(this.notes).body()).contains("hemlig");
		assertThat(reader.get("/staff/search?text=hemlig").body()).contains(this.notes);
		assertThat(this.jdbc
			.sql("select text_key from journal_entry where case_id = :case and text_key like '%.note%' order by id")
			.param("case", this.cycle.id())
			.query(String.class)
			.list()).containsExactly("journal.case.noteRemoved", "journal.case.noteRestored");
	}

	@Test
	void whatCannotBeIsSaidBesideTheFieldAndNothingIsLost() throws Exception {
		Account elsewhere = this.cycles.start().officer();
		assertThat(this.author.post(this.notes, "text", " ", "submissionId", UUID.randomUUID()).body())
			.contains("Skriv anteckningen.");
		assertThat(this.author.post(this.notes, "text", "x".repeat(4001), "submissionId", UUID.randomUUID()).body())
			.contains("x".repeat(4001));
		assertThat(this.author
			.post(this.notes, "text", "Till fel person", "colleagues", elsewhere.id(), "submissionId",
					UUID.randomUUID())
			.body()).contains("Välj kolleger som finns", "Till fel person");
		assertThat(this.jdbc.sql("select count(*) from case_note where case_id = :case")
			.param("case", this.cycle.id())
			.query(Integer.class)
			.single()).isZero();
		write("Bara för oss");
		assertThat(as(elsewhere.id()).get(this.notes).statusCode()).isEqualTo(404);
	}

	@Test
	void aNoteIsNeverPublic(Browser browser) throws Exception {
		this.cycle.story().until("planCycle");
		Page page = browser.open();
		browser.signIn(page, this.cycle.officer().id());
		page.navigate(this.notes);
		page.fill("#text", "Bara för oss");
		page.locator("input[value='" + this.colleague.id() + "']").check();
		browser.assertAccessible(page);
		page.locator("main section form button").last().click();
		assertThat(page.locator(".kl-card")).containsText("Bara för oss");
		assertThat(page.locator(".kl-card")).containsText("Till " + this.colleague.displayName());
		browser.assertAccessible(page);
		String path = this.consultations.get(this.cycle.id()).path();
		Visitor anybody = new Visitor(this.port);
		for (String each : List.of(path, path + "/progress", path + "/news.atom")) {
			assertThat(anybody.get(each).body()).doesNotContain("Bara för oss");
		}
		assertThat(anybody.get(this.notes).headers().map()).containsKey("location");
	}

}
