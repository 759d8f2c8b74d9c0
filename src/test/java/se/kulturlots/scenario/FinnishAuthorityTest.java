package se.kulturlots.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.AppClock;
import se.kulturlots.deadline.Ladder;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.register.Municipalities;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Finnish authority, bilingual with Finnish first. Swedish is told by its letter å,
 * which no Finnish word has.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class FinnishAuthorityTest {

	private static final Pattern SWEDISH = Pattern.compile("[åÅ]|\\b(?:och|till|för|eller|inte)\\b");

	private static final Pattern MY_PAGE = Pattern.compile("/my/registration/\\S+");

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleCycles cycles;

	@Autowired
	Municipalities municipalities;

	@Autowired
	Consultations consultations;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	Ladders ladders;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	@Test
	@DisplayName("pohjois-pohjanmaa 7: everything is in Finnish, and in a bilingual region in Swedish too")
	void pohjoisPohjanmaa7(Browser browser) {
		Authority authority = this.authorities.finnishRegion();
		this.municipalities.cover(authority.id(), List.of("564", "244", "425"));
		SampleCycles.SampleCycle cycle = this.cycles.start(authority, "Uusi kulttuurisuunnitelma",
				"Mistä uuden kulttuurisuunnitelman on kerrottava?", "Kotiseutuyhdistys", "Nuorisoteatteri");
		swedishSpeaking(authority, "Musikföreningen");
		LocalDate decision = this.clock.today(authority.zone()).plusDays(330);
		Map<String, Object> plan = new HashMap<>(ConsultationSamples.plan(decision));
		plan.put("numberOfMeetings", 1);
		plan.put("questions", "Mikä kulttuurielämästä puuttuu?\nMiten haluatte tehdä yhteistyötä?");
		plan.put("background", "Maakunta laatii uuden suunnitelman yhdessä järjestöjen kanssa.");
		CyclePlayer.Story story = this.cycles.player.of(cycle.id())
			.answering("planCycle", plan)
			.before("collectOrganisations", () -> cycle.beforeTask("collectOrganisations"))
			.answering("collectOrganisations",
					Map.of("proceedWithGaps", true, "gapsReason", "Kaikilta tunnetuilta on kysytty."))
			.answering("planMeeting", meeting())
			.answering("writeInvitation",
					Map.of("subject", "Kutsu kuulemiseen", "body", "Haluamme kuulla, mitä mieltä olette.",
							"answerLastDay", this.clock.today(authority.zone()).plusDays(100).toString()));
		story.until("approveInvitation");

		List<Mail> mails = mails(authority);
		assertThat(mails).extracting(Mail::kind).contains("invitation");
		assertThat(mails).filteredOn((mail) -> !mail.recipient().startsWith("musikf"))
			.isNotEmpty()
			.allSatisfy((mail) -> {
				assertThat(mail.html()).contains("<html lang=\"fi\">");
				assertThat(mail.subject() + mail.text()).doesNotContainPattern(SWEDISH);
			});
		assertThat(mails).filteredOn((mail) -> mail.recipient().startsWith("musikf"))
			.isNotEmpty()
			.allSatisfy((mail) -> {
				assertThat(mail.html()).contains("<html lang=\"sv\">");
				assertThat(mail.text()).contains("Vänliga hälsningar", "/sv/");
			});

		Page page = browser.open();
		page.navigate("/" + authority.id());
		assertFinnish(page, browser);
		browser.screenshot(page, "finnish-front");
		assertThat(page.locator(".kl-languages a")).hasText(new String[] { "Suomi", "Svenska" });
		assertThat(page.locator(".kl-languages a[lang=sv]")).hasAttribute("hreflang", "sv");
		page.navigate("/" + authority.id() + "/join");
		assertFinnish(page, browser);
		page.navigate("/" + authority.id() + "/personal-data");
		assertFinnish(page, browser);
		page.navigate("/" + authority.id() + "/accessibility");
		assertFinnish(page, browser);
		page.navigate("/" + authority.id());
		page.getByRole(AriaRole.LINK, named("Uusi kulttuurisuunnitelma").setExact(true)).click();
		assertThat(page.locator("h1")).containsText("Uusi kulttuurisuunnitelma");
		assertFinnish(page, browser);
		browser.screenshot(page, "finnish-consultation");
		assertThat(page.locator("main"))
			.containsText(Pattern.compile("(ma|ti|ke|to|pe|la|su) \\d{1,2}\\.\\d{1,2}\\.20\\d\\d"));
		page.getByRole(AriaRole.LINK, named("Keskustelu kirjastossa")).first().click();
		page.getByRole(AriaRole.LINK, named("Ilmoittaudu")).first().click();
		page.getByRole(AriaRole.BUTTON, named("Jatka")).click();
		assertThat(page).hasTitle(Pattern.compile("^Virhe:"));
		assertFinnish(page, browser);
		page.getByLabel("Nimi", new Page.GetByLabelOptions().setExact(true)).fill("Aino Esimerkki");
		page.getByLabel("Sähköposti").fill("aino@yhdistys.example");
		page.getByLabel("Järjestön edustaja").check();
		page.getByLabel("Kunta").selectOption("564");
		page.getByRole(AriaRole.BUTTON, named("Jatka")).click();
		assertFinnish(page, browser);
		page.getByRole(AriaRole.BUTTON, named("Lähetä ilmoittautuminen")).click();
		assertThat(page.locator("h1")).containsText("Kiitos!");
		assertFinnish(page, browser);
		Mail receipt = mails(authority).stream().filter((mail) -> mail.recipient().startsWith("aino")).findAny().get();
		assertThat(receipt.html()).contains("<html lang=\"fi\">");
		assertThat(receipt.subject() + receipt.text()).doesNotContainPattern(SWEDISH);
		Matcher mine = MY_PAGE.matcher(receipt.text());
		assertThat(mine.find()).isTrue();
		page.navigate(mine.group());
		assertFinnish(page, browser);

		page.navigate("/sv/" + authority.id());
		assertThat(page.locator("html")).hasAttribute("lang", "sv");
		assertThat(page.locator("h1")).containsText("Var med och forma kulturen");
		browser.assertAccessible(page);
		page.navigate("/en/" + authority.id());
		assertThat(page.locator("html")).hasAttribute("lang", "fi");
		assertThat(page).hasURL(Pattern.compile("[^n]/" + authority.id() + "$"));

		LocalDate independenceDay = LocalDate.of(2027, 12, 6);
		assertThat(this.calendars.of(authority.id()).isWorkingDay(independenceDay)).isFalse();
		assertThat(this.calendars.of(this.authorities.region().id()).isWorkingDay(independenceDay)).isTrue();
		assertThat(this.ladders.preview(authority.id(), CycleDeadline.INPUT, Ladder.of(1), independenceDay.plusDays(1)))
			.singleElement()
			.satisfies((rung) -> assertThat(rung.at().atZone(authority.zone()).toLocalDateTime())
				.hasToString("2027-12-03T09:00"));
	}

	private static void assertFinnish(Page page, Browser browser) {
		assertThat(page.locator("html")).hasAttribute("lang", "fi");
		assertThat(page.title()).doesNotContainPattern(SWEDISH);
		assertThat(page.locator("body").innerText().replace("Myndigheten för digital förvaltning", ""))
			.doesNotContainPattern(SWEDISH);
		browser.assertAccessible(page);
	}

	private Map<String, Object> meeting() {
		LocalDate today = this.clock.today(java.time.ZoneId.of("Europe/Helsinki"));
		return Map.of("title", "Keskustelu kirjastossa", "kind", "DIALOGUE", "day", today.plusDays(120).toString(),
				"starts", "18:00", "ends", "20:30", "place", "Kirjasto, Oulu", "registrationLastDay",
				today.plusDays(110).toString(), "capacity", 40, "food", true);
	}

	private void swedishSpeaking(Authority authority, String name) {
		this.jdbc
			.sql("""
					insert into organisation (id, version, authority_id, name, name_key, sector, email, language, source,
						status, created_at, changed_at)
					values (gen_random_uuid(), 0, :authority, :name, lower(:name), 'CULTURE', 'musikforeningen@forening.example',
						'sv', 'OFFICER', 'ACTIVE', now(), now())""")
			.param("authority", authority.id())
			.param("name", name)
			.update();
	}

	private List<Mail> mails(Authority authority) {
		return this.jdbc.sql("""
				select kind, recipient, subject, text_body, html_body from mail
				where authority_id = :authority and recipient like '%.example' and kind <> 'task-reminder'
					and recipient not like '%@region.example'""")
			.param("authority", authority.id())
			.query((rs, row) -> new Mail(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4),
					rs.getString(5)))
			.list();
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name);
	}

	private record Mail(String kind, String recipient, String subject, String text, String html) {
	}

}
