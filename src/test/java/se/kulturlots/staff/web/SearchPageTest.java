package se.kulturlots.staff.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

import se.kulturlots.identity.Role;
import se.kulturlots.input.SampleInput;
import se.kulturlots.input.Submission;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.PlanId;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Searching everything that one may see. */
@KulturlotsTest
@ExtendWith({ Browser.Provider.class, OutputCaptureExtension.class })
class SearchPageTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Statements statements;

	@Test
	void everythingIsFoundByWhoMaySeeIt(Browser browser, CapturedOutput output) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published("Samtal om biblioteken", 40);
		sample.wanted();
		organisation(sample, "Blomsterängens hembygdsförening", 0);
		for (int i = 1; i <= 23; i++) {
			organisation(sample, "Körföreningen nummer " + i, i);
		}
		sample.register(meeting, "Signhild");
		Submission said = new SampleInput(this.context, sample.authority(), sample.consultation()).say("Läsrörelsen",
				"Kim Exempel", sample.email("kim"),
				"Det saknas bibliotek och mötesplatser på landsbygden. 100 % av barnen behöver dem.");
		section(sample);

		Page page = browser.open();
		browser.signIn(page, sample.officer().id());
		page.navigate("/staff");
		page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Sök i arbetsytan")).fill("bibliotek");
		page.keyboard().press("Enter");
		assertThat(page.locator("h1")).hasText("Sök");
		assertThat(group(page, "MEETING")).containsText("Samtal om biblioteken");
		assertThat(group(page, "INPUT")).containsText("saknas bibliotek och mötesplatser");
		assertThat(group(page, "INPUT").locator("mark")).hasText("bibliotek");
		assertThat(group(page, "SECTION")).containsText("Bibliotek i hela länet");
		browser.assertAccessible(page);
		browser.screenshot(page, "search");

		look(page, "mötesplatsernas barn");
		assertThat(group(page, "INPUT")).containsText(said.reference());
		look(page, "kirjastojen");
		assertThat(group(page, "SECTION")).containsText("Bibliotek i hela länet");
		look(page, "terängens");
		assertThat(group(page, "ORGANISATION")).containsText("Blomsterängens");
		look(page, "maja blomster");
		assertThat(group(page, "ORGANISATION").locator("li")).hasCount(1);
		look(page, "signhild");
		assertThat(group(page, "REGISTRATION")).containsText("Signhild");
		assertThat(group(page, "MAIL")).containsText("signhild@");
		group(page, "MAIL").locator("a").first().click();
		assertThat(page.locator("main")).containsText("Mejl till signhild@");
		look(page, said.reference());
		assertThat(group(page, "INPUT")).containsText(said.reference());
		look(page, "100 %");
		assertThat(page.locator("h2")).hasCount(1);
		look(page, "kulturplan");
		assertThat(group(page, "CASE")).containsText("Ny kulturplan");
		look(page, "planera");
		assertThat(group(page, "TASK").locator("a").first()).hasAttribute("href", Pattern.compile("/staff/tasks/.*"));

		look(page, "körföreningen");
		assertThat(group(page, "ORGANISATION").locator("li")).hasCount(5);
		page.locator("a", new Page.LocatorOptions().setHasText("Visa alla 23")).click();
		assertThat(page.locator("main li.kl-line")).hasCount(20);
		page.locator("[rel=next]").click();
		assertThat(page.locator("main li.kl-line")).hasCount(3);
		browser.assertAccessible(page);
		browser.screenshot(page, "search-page");
		page.navigate("/staff/search?text=k%C3%B6rf%C3%B6reningen&kind=ORGANISATION&page=77");
		assertThat(page.locator("main")).containsText("23 träffar");

		look(page, "finnsinteheller");
		assertThat(page.locator("main")).containsText("Inga träffar");
		browser.assertAccessible(page);
		browser.screenshot(page, "search-none");
		look(page, "x");
		assertThat(page.locator("main")).containsText("Skriv minst två tecken.");
		browser.assertAccessible(page);

		for (String hostile : List.of("'; drop table mail; --", "%%", "__", "\\\\", "a' | b & !(", ":*",
				"\u0000\u0001ab", "<script>alert(1)</script>", "{0}", "å".repeat(1000), "ord ".repeat(500),
				"\uD83D\uDE00\uD83D\uDE00", "\uD83D\uDE00".repeat(100), "$1 ?", "&kind=x#")) {
			assertThat(page.navigate("/staff/search?text=" + UriUtils.encode(hostile, "UTF-8")).status()).as(hostile)
				.isEqualTo(200);
		}
		for (String rest : List.of("&kind=NONE", "&page=-1", "&page=x", "&page=99999999999", "&kind=INPUT&page=0")) {
			assertThat(page.navigate("/staff/search?text=bibliotek" + rest).status()).as(rest).isEqualTo(200);
		}
		List<String> asked = this.statements.during(() -> look(page, "förening"));
		assertThat(asked).as("statements").hasSizeBetween(9, 29);

		Page theirs = browser.open();
		browser.signIn(theirs, this.accounts.with(this.authorities.region().id(), Role.MANAGER).id());
		for (String word : List.of("bibliotek", "signhild", "körföreningen", "kulturplan", "planera",
				said.reference())) {
			look(theirs, word);
			assertThat(theirs.locator("main")).containsText("Inga träffar");
		}
		assertThat(output).doesNotContain("signhild").doesNotContain("Signhild");
	}

	@Test
	void documentsNotesOfMeetingsAndProposalsAreFoundByTheirAuthorityAlone(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published("Samtal om scenkonst", 40);
		this.jdbc
			.sql("""
					insert into case_document (id, authority_id, case_id, title, language, file_name, kind, size, content, added_by,
						added_at)
					values (gen_random_uuid(), :authority, :case, 'Nulägesbild', 'sv', 'dansrapporten-2026.pdf', 'PDF', 4,
						'%PDF', 'x', now())""")
			.param("authority", sample.authority().id())
			.param("case", sample.consultation().id())
			.update();
		this.jdbc.sql("""
				insert into meeting_note (id, authority_id, meeting_id, text)
				values (gen_random_uuid(), :authority, :meeting, 'Alla ville ha en dansscen i Östhammar.')""")
			.param("authority", sample.authority().id())
			.param("meeting", meeting.id())
			.update();
		section(sample);
		this.jdbc
			.sql("update plan set proposal = 'Nämnden föreslås bygga en dansscen.' where authority_id = :authority")
			.param("authority", sample.authority().id())
			.update();
		Page page = browser.open();
		browser.signIn(page, sample.officer().id());
		look(page, "dansscen");
		assertThat(group(page, "MEETING_NOTE")).containsText("Alla ville ha en dansscen i Östhammar.");
		assertThat(group(page, "MEETING_NOTE").locator("h3 a")).hasAttribute("href", "/staff/meetings/" + meeting.id());
		assertThat(group(page, "PROPOSAL")).containsText("Nämnden föreslås bygga en dansscen.");
		browser.assertAccessible(page);
		look(page, "dansrapporten");
		assertThat(group(page, "DOCUMENT")).containsText("Nulägesbild");
		group(page, "DOCUMENT").locator("h3 a").click();
		assertThat(page.locator("main")).containsText("Nulägesbild");

		for (String table : List.of("case_document", "meeting_note")) {
			this.jdbc.sql("update " + table + " set removed_at = now() where authority_id = :authority")
				.param("authority", sample.authority().id())
				.update();
		}
		look(page, "dansscen");
		assertThat(group(page, "MEETING_NOTE")).hasCount(0);
		look(page, "dansrapporten");
		assertThat(page.locator("main")).containsText("Inga träffar");

		Page theirs = browser.open();
		browser.signIn(theirs, this.accounts.with(this.authorities.region().id(), Role.MANAGER).id());
		for (String word : List.of("dansscen", "dansrapporten")) {
			look(theirs, word);
			assertThat(theirs.locator("main")).containsText("Inga träffar");
		}
	}

	private static void look(Page page, String words) {
		page.navigate("/staff/search?text=" + UriUtils.encode(words, "UTF-8"));
	}

	private static Locator group(Page page, String kind) {
		return page.locator("section", new Page.LocatorOptions().setHas(page.locator("#kind-" + kind)));
	}

	private void organisation(SampleMeetings sample, String name, int number) {
		this.jdbc
			.sql("""
					insert into organisation (id, version, authority_id, name, name_key, email, contact_name, sector, language,
						source, status, created_at, changed_at)
					values (gen_random_uuid(), 0, :authority, :name, lower(:name), :email, 'Maja Exempel', 'CULTURE', 'sv',
						'OFFICER', 'ACTIVE', now(), now())""")
			.param("authority", sample.authority().id())
			.param("name", name)
			.param("email", "kansli" + number + "@forening.example")
			.update();
	}

	private void section(SampleMeetings sample) {
		PlanId plan = new PlanId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into plan (id, version, authority_id, consultation_id, stage, fixed_version, created_at)
				values (:id, 0, :authority, :consultation, 'DRAFTING', 0, now())""")
			.param("id", plan)
			.param("authority", sample.authority().id())
			.param("consultation", sample.consultation().id())
			.update();
		this.context.getBean(Drafting.class)
			.addSection(plan, "Bibliotek i hela länet", "Regionen stärker biblioteken. Alueen kirjastot kehittyvät.",
					sample.officer().id());
	}

}
