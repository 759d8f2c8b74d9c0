package se.kulturlots.staff.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.authority.ClosedDays;
import se.kulturlots.authority.Unit;
import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.deadline.Ladder;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.staff.SettingsService;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;
import se.kulturlots.workflow.TaskDeadline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class SettingsPagesTest {

	private static final String SETTINGS = "/staff/settings";

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Authorities allAuthorities;

	@Autowired
	SampleAccounts samples;

	@Autowired
	AuthorityTexts texts;

	@Autowired
	Units units;

	@Autowired
	ClosedDays closedDays;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	Ladders ladders;

	@Autowired
	Journal journal;

	@Autowired
	Letters letters;

	@Autowired
	Outbox outbox;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	AppClock clock;

	String authority;

	Account admin;

	@BeforeEach
	void admin() {
		this.authority = this.authorities.region().id();
		this.admin = this.samples.with(this.authority, Role.ADMIN);
	}

	@Test
	void anAdministratorSaysWhoTheAuthorityIsAndHowItLooks(Browser browser) throws Exception {
		Page page = browser.open();
		browser.signIn(page, this.admin.id());
		page.navigate(SETTINGS);
		browser.assertAccessible(page);
		browser.screenshot(page, "settings");
		page.navigate(SETTINGS + "/contact");
		page.getByLabel("Myndighetens namn").fill("");
		page.getByLabel("Kontaktens e-post").fill("ingen adress");
		click(page, "Spara");
		assertThat(page.locator(".ds-error-summary li")).hasCount(2);
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-contact-wrong");
		page.getByLabel("Myndighetens namn").fill("Region Vätterland");
		page.getByLabel("Kontaktens e-post").fill("kultur@vatterland.example");
		page.getByLabel("Kontaktens telefon").fill("");
		click(page, "Spara");
		assertThat(page.locator("main")).containsText("Inställningen är sparad");

		page.navigate(SETTINGS + "/look");
		page.getByLabel("Färgkod", new Page.GetByLabelOptions().setExact(true)).fill("blå");
		page.getByLabel("Färgkod för den andra färgen").fill("#12");
		click(page, "Spara färgerna");
		assertThat(page.locator(".ds-error-summary")).containsText("nummertecken");
		browser.assertAccessible(page);
		page.getByLabel("Färgkod", new Page.GetByLabelOptions().setExact(true)).fill("#FFD500");
		page.getByLabel("Färgkod för den andra färgen").fill("#24477A");
		click(page, "Spara färgerna");
		page.navigate(SETTINGS + "/look");
		assertThat(page.locator("main")).containsText("för ljus för att läsas på vitt");
		click(page, "Spara logotypen");
		assertThat(page.locator(".ds-error-summary")).containsText("Välj en bild först");
		page.getByLabel("Välj en bild")
			.setInputFiles(new FilePayload("logo.png", "image/png", picture("png", 900, 300)));
		click(page, "Spara logotypen");
		assertThat(page.locator("main")).containsText("Inställningen är sparad");
		page.navigate(SETTINGS + "/look");
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-look");

		Page visitor = browser.open();
		visitor.navigate("/" + this.authority);
		assertThat(visitor.locator(".kl-brand")).containsText("Region Vätterland");
		assertThat(visitor.locator("footer")).containsText("kultur@vatterland.example");
		assertThat((Integer) visitor.evaluate("document.querySelector('img.kl-logo').naturalHeight")).isEqualTo(144);
		assertThat((String) visitor
			.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ds-color-accent-base-default')"))
			.isNotEqualTo("#1a5c4c");
		assertThat((String) visitor
			.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--kl-second-base-default')"))
			.isEqualTo("#24477a");
		browser.assertAccessible(visitor);
		browser.screenshot(visitor, "front-with-logo");

		page.locator("summary", new Page.LocatorOptions().setHasText("Ta bort logotypen")).click();
		click(page, "Ja, ta bort");
		visitor.reload();
		assertThat(visitor.locator("img.kl-logo")).hasCount(0);
		assertThat(new Visitor(this.port).get("/theme/" + this.authority + ".png").statusCode()).isEqualTo(404);
		assertThat(lines()).containsSubsequence("journal.settings.logo", "journal.settings.logo",
				"journal.settings.colour", "journal.settings.contact");
	}

	@Test
	void itsTextsUnitsAndClosedDaysHoldAtOnce(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.admin.id());
		page.navigate(SETTINGS + "/texts");
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-texts");
		page.getByLabel("Inledning på startsidan på svenska").fill("x".repeat(601));
		click(page, "Spara");
		assertThat(page.locator(".ds-error-summary")).containsText("Högst 600 tecken");
		browser.assertAccessible(page);
		page.getByLabel("Inledning på startsidan på svenska").fill("Vi frågar om <b>scener</b>.\nSvara!");
		page.getByLabel("Inledning på startsidan på finska").fill("Kysymme näyttämöistä.");
		page.getByLabel("Dataskyddsombud på svenska").fill("Ombudet nås på dso@vatterland.example.");
		page.getByLabel("Underskrift i mejl på svenska").fill("Kulturenheten\nRegion Vätterland");
		click(page, "Spara");
		Page visitor = browser.open();
		visitor.navigate("/" + this.authority);
		assertThat(visitor.locator(".kl-lead")).hasText("Vi frågar om <b>scener</b>.\nSvara!");
		visitor.navigate("/fi/" + this.authority);
		assertThat(visitor.locator(".kl-lead")).hasText("Kysymme näyttämöistä.");
		visitor.navigate("/en/" + this.authority);
		assertThat(visitor.locator(".kl-lead")).containsText("asks associations and residents");
		visitor.navigate("/" + this.authority + "/personal-data");
		assertThat(visitor.locator("main")).containsText("dso@vatterland.example");
		String mail = mail("sv");
		assertThat(mail).contains("Kulturenheten\nRegion Vätterland\n").doesNotContain("Kulturförvaltningen");
		assertThat(mail("fi")).contains("Kulturförvaltningen");

		page.navigate(SETTINGS + "/units");
		browser.assertAccessible(page);
		page.getByLabel("Enhetens namn").fill("Biblioteken");
		click(page, "Lägg till en enhet");
		assertThat(page.locator(".ds-error-summary li")).hasCount(1);
		page.getByLabel("E-post").fill("bibliotek@vatterland.example");
		click(page, "Lägg till en enhet");
		page.getByLabel("Enhetens namn").fill("BIBLIOTEKEN");
		page.getByLabel("E-post").fill("annan@vatterland.example");
		click(page, "Lägg till en enhet");
		assertThat(page.locator(".ds-error-summary")).containsText("redan en enhet");
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-units");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Biblioteken")).click();
		page.getByLabel("Enhetens namn").fill("Bibliotek och arkiv");
		click(page, "Spara");
		assertThat(page.locator("tbody th")).hasText("Bibliotek och arkiv");

		LocalDate friday = this.clock.today(ZoneId.of("Europe/Stockholm"))
			.plusWeeks(9)
			.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
		page.navigate(SETTINGS + "/closed-days");
		browser.assertAccessible(page);
		page.getByLabel("Dag", new Page.GetByLabelOptions().setExact(true)).fill(friday.plusDays(1).toString());
		click(page, "Stäng en dag");
		assertThat(page.locator(".ds-error-summary")).containsText("redan ledig");
		page.getByLabel("Dag", new Page.GetByLabelOptions().setExact(true)).fill(friday.toString());
		click(page, "Stäng en dag");
		assertThat(this.calendars.of(this.authority).isWorkingDay(friday)).isFalse();
		page.getByLabel("Dag", new Page.GetByLabelOptions().setExact(true)).fill(friday.toString());
		click(page, "Stäng en dag");
		assertThat(page.locator(".ds-error-summary")).containsText("redan stängd");
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-closed-days");
		page.locator(".kl-ask summary").click();
		click(page, "Ja, ta bort");
		assertThat(this.calendars.of(this.authority).isWorkingDay(friday)).isTrue();
		page.getByLabel("Dag", new Page.GetByLabelOptions().setExact(true)).fill("2020-01-07");
		click(page, "Stäng en dag");
		assertThat(page.locator(".ds-error-summary")).containsText("redan varit");

		Page manager = browser.open();
		browser.signIn(manager, this.samples.with(this.authority, Role.MANAGER).id());
		manager.navigate(SETTINGS);
		assertThat(manager.locator("main")).containsText("Bibliotek och arkiv");
		assertThat(manager.locator("main")
			.getByText("Ändra", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))).hasCount(0);
		browser.assertAccessible(manager);
		assertThat(manager.navigate(SETTINGS + "/units").status()).isEqualTo(403);
	}

	@Test
	void aLadderIsTriedBeforeItIsSaved(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.admin.id());
		page.navigate(SETTINGS + "/ladders/INPUT");
		assertThat(page.getByLabel("Arbetsdagar före")).hasValue("10, 3");
		assertThat(page.getByLabel("Även på morgonen den sista dagen")).isChecked();
		for (String wrong : new String[] { "-3", "61", "tio", "1,2,3,4,5,6,7,8,9,10,11" }) {
			page.getByLabel("Arbetsdagar före").fill(wrong);
			click(page, "Spara");
			assertThat(page.locator(".ds-error-summary li")).hasCount(1);
			assertThat(page.getByLabel("Arbetsdagar före")).hasValue(wrong);
		}
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-ladder-wrong");
		page.getByLabel("Arbetsdagar före").fill("5; 1");
		page.getByLabel("Även på morgonen den sista dagen").uncheck();
		page.getByLabel("Pröva med en sista dag").fill("2027-05-13");
		click(page, "Visa när påminnelserna går");
		assertThat(page.locator("main li"))
			.hasText(new String[] { "onsdag 5 maj 2027 kl. 09:00", "onsdag 12 maj 2027 kl. 09:00" });
		assertThat(this.ladders.of(this.authority, CycleDeadline.INPUT).steps()).as("only shown")
			.containsExactly(10, 3, 0);
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-ladder");
		click(page, "Spara");
		assertThat(this.ladders.of(this.authority, CycleDeadline.INPUT).steps()).containsExactly(5, 1);
		assertThat(page.locator("main")).containsText("5, 1 arbetsdagar före");
		assertThat(page.locator("main")).containsText("Påminnelserna om synpunkter ändrades.");
		page.navigate(SETTINGS + "/ladders/TASK");
		page.getByLabel("Därefter, med så många arbetsdagars mellanrum").fill("0");
		click(page, "Spara");
		assertThat(page.locator(".ds-error-summary li")).hasCount(1);
		page.getByLabel("Därefter, med så många arbetsdagars mellanrum").fill("");
		click(page, "Spara");
		assertThat(this.ladders.of(this.authority, TaskDeadline.TASK)).isEqualTo(Ladder.of(3, 1, 0));
		assertThat(page.navigate(SETTINGS + "/ladders/NOTHING").status()).isEqualTo(404);
	}

	@Test
	void thePagesAreThereInTheChosenLanguagesOnly(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.admin.id());
		page.navigate(SETTINGS + "/languages");
		browser.assertAccessible(page);
		browser.screenshot(page, "settings-languages");
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Första språk")).getByLabel("Suomi").check();
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Fler språk"))
			.getByLabel("English")
			.uncheck();
		page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Fler språk")).getByLabel("Svenska").check();
		click(page, "Spara");
		assertThat(this.allAuthorities.get(this.authority).languages()).isEqualTo("fi,sv");
		assertThat(page.locator("html")).hasAttribute("lang", "fi");
		Page visitor = browser.open();
		visitor.navigate("/" + this.authority);
		assertThat(visitor.locator("html")).hasAttribute("lang", "fi");
		assertThat(visitor.locator(".kl-languages a")).hasText(new String[] { "Suomi", "Svenska" });
		visitor.navigate("/en/" + this.authority + "/join?x=1");
		assertThat(visitor).hasURL(java.util.regex.Pattern.compile("/" + this.authority + "/join\\?x=1$"));
		visitor.navigate("/sv/" + this.authority);
		assertThat(visitor.locator("html")).hasAttribute("lang", "sv");
	}

	@Test
	void twoWhoSaveTheSameSettingNoticeEachOther() throws Exception {
		Visitor one = visitor(this.admin);
		Visitor other = visitor(this.samples.with(this.authority, Role.ADMIN));
		Object[] contact = { "version", 0, "name", "Ett namn", "contactName", "Kultur", "contactEmail",
				"kultur@region.example" };
		List<Integer> statuses = Stream.of(one, other)
			.map((visitor) -> CompletableFuture
				.supplyAsync(() -> quietly(() -> visitor.post(SETTINGS + "/contact", contact).statusCode())))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(statuses).containsExactlyInAnyOrder(302, 409);
		contact[3] = "Ett annat namn";
		HttpResponse<String> late = other.post(SETTINGS + "/contact", contact);
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("medan du hade sidan öppen", "Ett annat namn", "name=\"version\" value=\"1\"");
		assertThat(one.post(SETTINGS + "/look/colour", "version", 0, "colour", "#334455").statusCode())
			.as("another part is not in the way")
			.isEqualTo(302);
		contact[1] = 1;
		assertThat(other.post(SETTINGS + "/contact", contact).statusCode()).isEqualTo(302);
		assertThat(this.allAuthorities.get(this.authority)).satisfies((now) -> {
			assertThat(now.name()).isEqualTo("Ett annat namn");
			assertThat(now.accentColour()).isEqualTo("#334455");
		});
		Unit unit = this.units
			.save(new Unit(new UnitId(UUID.randomUUID()), null, this.authority, "Arkiv", "a@region.example"));
		String path = SETTINGS + "/units/" + unit.id();
		assertThat(one.post(path, "version", 0, "name", "Arkivet", "email", "a@region.example").statusCode())
			.isEqualTo(302);
		assertThat(other.post(path, "version", 0, "name", "Arkiven", "email", "a@region.example").statusCode())
			.isEqualTo(409);
	}

	@Test
	void nobodyChangesTheSettingsOfOthers() throws Exception {
		Unit theirs = this.units
			.save(new Unit(new UnitId(UUID.randomUUID()), null, this.authority, "Biblioteken", "b@region.example"));
		Visitor stranger = visitor(this.samples.with(this.authorities.region().id(), Role.ADMIN));
		assertThat(stranger.get(SETTINGS + "/units/" + theirs.id()).statusCode()).isEqualTo(404);
		assertThat(stranger
			.post(SETTINGS + "/units/" + theirs.id(), "version", 0, "name", "X", "email", "x@region.example")
			.statusCode()).isEqualTo(404);
		assertThat(stranger.post(SETTINGS + "/units/" + theirs.id() + "/remove").statusCode()).isEqualTo(404);
		assertThat(this.units.findById(theirs.id())).contains(theirs);
		for (Role role : List.of(Role.OFFICER, Role.LIAISON, Role.REGISTRAR)) {
			assertThat(visitor(this.samples.with(this.authority, role)).get(SETTINGS).statusCode()).isEqualTo(403);
		}
		Visitor manager = visitor(this.samples.with(this.authority, Role.MANAGER));
		for (String path : List.of("/contact", "/look/colour", "/look/logo", "/look/logo/remove", "/languages",
				"/texts", "/units", "/units/" + theirs.id() + "/remove", "/closed-days", "/closed-days/2027-05-14/open",
				"/ladders/INPUT")) {
			assertThat(manager
				.post(SETTINGS + path, "version", 0, "name", "X", "email", "x@region.example", "day", "2027-05-14",
						"first", "en", "colour", "#000000", "contactName", "X", "contactEmail", "x@region.example")
				.statusCode()).as(path).isEqualTo(403);
		}
		assertThat(this.jdbc.sql("select count(*) from settings_section where authority_id = :authority")
			.param("authority", this.authority)
			.query(Integer.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "gif,gå att läsa", "svg,gå att läsa", "text,gå att läsa", "cut,gå att läsa", "tiny,för liten",
			"pixels,för stor", "bytes,för stor" })
	void aLogoThatIsNoneIsRefused(String what, String sentence) throws Exception {
		byte[] file = switch (what) {
			case "gif" -> picture("gif", 100, 100);
			case "svg" -> "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes();
			case "text" -> "ingen bild".getBytes();
			case "cut" -> java.util.Arrays.copyOf(picture("png", 300, 300), 60);
			case "tiny" -> picture("png", 8, 200);
			case "pixels" -> picture("png", 2500, 2000);
			default -> new byte[1_000_001];
		};
		HttpResponse<String> answer = visitor(this.admin).upload(SETTINGS + "/look/logo", "file", "logo.png", file,
				"version", 0);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains((sentence.startsWith("gå") ? "går inte att läsa" : sentence));
		assertThat(this.allAuthorities.get(this.authority).logoKey()).isNull();
	}

	@Test
	void whatIsShownOfALogoIsDrawnAgain() throws Exception {
		byte[] jpeg = picture("jpeg", 400, 200);
		byte[] smuggled = Stream.of(jpeg, "<script>alert(1)</script>".getBytes())
			.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (one, other) -> {
			})
			.toByteArray();
		Visitor boss = visitor(this.admin);
		assertThat(boss.upload(SETTINGS + "/look/logo", "file", "x.html", smuggled, "version", 0).statusCode())
			.isEqualTo(302);
		HttpResponse<String> shown = boss.get("/theme/" + this.authority + ".png");
		assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/png");
		assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(shown.body()).doesNotContain("script");
		assertThat(
				boss.upload(SETTINGS + "/look/logo", "file", "x.png", new byte[7_000_000], "version", 1).statusCode())
			.isEqualTo(413);
	}

	private Visitor visitor(Account account) throws Exception {
		return new Visitor(this.port).as(account.id());
	}

	private List<String> lines() {
		return this.journal.of(this.authority, SettingsService.caseId(this.authority), false, 50)
			.stream()
			.map(Journal.Entry::textKey)
			.toList();
	}

	private String mail(String language) {
		String occasion = "sample:" + UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> this.outbox
			.put(Mail.now(this.authority, null, occasion, "sample", new EmailAddress("nils@forening.example"),
					this.letters.of(this.authority, Locale.forLanguageTag(language))
						.subject("staff.password.mail.button")
						.build())));
		return this.jdbc.sql("select text_body from mail where occasion = :occasion")
			.param("occasion", occasion)
			.query(String.class)
			.single();
	}

	private static byte[] picture(String format, int width, int height) throws IOException {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(new Color(0x1a5c4c));
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.WHITE);
		graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(picture, format, out);
		return out.toByteArray();
	}

	private static <T> T quietly(java.util.concurrent.Callable<T> work) {
		try {
			return work.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void click(Page page, String name) {
		page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click());
	}

}
