package se.kulturlots.staff.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.Picture;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.picture.Pictures;
import se.kulturlots.picture.SamplePictures;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pictures of an authority and of a consultation, from the file to the page. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PicturePagesTest {

	private static final String LOOK = "/staff/settings/look/picture";

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Pictures pictures;

	@Autowired
	JdbcClient jdbc;

	@Test
	void anOfficerGivesAConsultationAPictureThatPeopleSee(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		sample.published(40);
		Consultation consultation = sample.consultation();
		this.jdbc.sql("update consultation set phase = 'DIALOGUE' where id = :id")
			.param("id", consultation.id())
			.update();
		Page visitor = browser.open();
		visitor.navigate(consultation.path());
		assertThat(visitor.locator("main picture")).hasCount(0);

		Page page = browser.open();
		browser.signIn(page, sample.officer().id());
		page.navigate("/staff/consultations/" + consultation.id());
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bild").setExact(true)).click();
		browser.assertAccessible(page);
		browser.screenshot(page, "picture-none");
		click(page, "Spara bilden");
		assertThat(page.locator(".ds-error-summary li")).hasText(new String[] { "Välj en bild.",
				"Skriv vad bilden visar, eller kryssa för att den bara är dekoration." });
		browser.assertAccessible(page);
		page.getByLabel("Vad bilden visar").fill("Ett rött fält på blått.");
		choose(page, "text.jpg", "ingen bild".getBytes());
		click(page, "Spara bilden");
		assertThat(page.locator(".ds-error-summary")).containsText("går inte att läsa som en hel bild");
		assertThat(page.getByLabel("Vad bilden visar")).hasValue("Ett rött fält på blått.");
		choose(page, "bild.png", SamplePictures.of("png", 1300, 900));
		page.getByLabel("Uppe till vänster").check();
		click(page, "Spara bilden");
		assertThat(page.locator("main")).containsText("Bilden är sparad");
		assertThat(page.getByLabel("Uppe till vänster")).isChecked();
		browser.assertAccessible(page);
		browser.screenshot(page, "picture-there");

		visitor.reload();
		assertThat(visitor.locator("main picture img")).hasAttribute("alt", "Ett rött fält på blått.");
		assertThat((Integer) visitor.evaluate("document.querySelector('main picture img').naturalWidth"))
			.isGreaterThanOrEqualTo(480);
		assertThat(visitor.locator("meta[property='og:image']")).hasAttribute("content",
				java.util.regex.Pattern.compile(".*/theme/.*-1200\\.jpg"));
		browser.assertAccessible(visitor);
		browser.screenshot(visitor, "consultation-with-picture");
		visitor.navigate("/" + sample.authority().id());
		assertThat(visitor.locator(".kl-feature picture img")).hasAttribute("loading", "lazy");
		browser.assertAccessible(visitor);
		browser.screenshot(visitor, "front-with-pictures");

		page.getByLabel("Bilden är bara dekoration").check();
		page.getByLabel("Nere till höger").check();
		click(page, "Spara bilden");
		assertThat(page.locator("main")).containsText("Bilden är dekoration och läses inte upp");
		visitor.navigate(consultation.path());
		assertThat(visitor.locator("main picture img")).hasAttribute("alt", "");
		page.locator("summary", new Page.LocatorOptions().setHasText("Ta bort bilden")).click();
		click(page, "Ja, ta bort");
		assertThat(page.locator("main")).containsText("Bilden är borttagen");
		visitor.reload();
		assertThat(visitor.locator("main picture")).hasCount(0);
		assertThat(this.jdbc.sql("select count(*) from picture_file where authority_id = :authority")
			.param("authority", sample.authority().id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void anAdministratorGivesTheFrontPageAPicture() throws Exception {
		String authority = this.authorities.region().id();
		Visitor admin = new Visitor(this.port).as(this.accounts.with(authority, Role.ADMIN).id());
		assertThat(upload(admin, LOOK, "").statusCode()).isEqualTo(302);
		Picture picture = this.pictures.find(authority, null).orElseThrow();
		HttpResponse<String> front = new Visitor(this.port).get("/" + authority);
		assertThat(front.body()).contains(picture.address(1200, "webp"), "fetchpriority=\"high\"",
				"width=\"1200\" height=\"800\"");
		HttpResponse<String> file = new Visitor(this.port).get(picture.address(480, "webp"));
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("content-type")).contains("image/webp");
		assertThat(file.headers().firstValue("cache-control")).contains("max-age=31536000, private");
		for (String wrong : List.of(picture.address(481, "webp"), picture.address(480, "gif"),
				picture.address(480, "jpg").replace(authority, this.authorities.region().id()))) {
			assertThat(new Visitor(this.port).get(wrong).statusCode()).as(wrong).isEqualTo(404);
		}
		assertThat(admin.get(LOOK + "/whole").statusCode()).isEqualTo(200);
	}

	@Test
	void twoWhoChangeAPictureNoticeEachOther() throws Exception {
		String authority = this.authorities.region().id();
		Visitor one = new Visitor(this.port).as(this.accounts.with(authority, Role.ADMIN).id());
		Visitor other = new Visitor(this.port).as(this.accounts.with(authority, Role.ADMIN).id());
		assertThat(both(one, other, "")).containsExactlyInAnyOrder(302, 409);
		String seen = this.pictures.find(authority, null).orElseThrow().name();
		assertThat(both(one, other, seen)).containsExactlyInAnyOrder(302, 409);
		HttpResponse<String> late = other.post(LOOK + "/remove", "version", seen);
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("medan du hade sidan öppen");
		assertThat(this.pictures.find(authority, null)).isPresent();
		HttpResponse<String> nothing = upload(other, LOOK, "x".repeat(32));
		assertThat(nothing.statusCode()).isEqualTo(409);
	}

	@Test
	void nobodyChangesThePicturesOfOthers() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		String path = "/staff/cases/" + sample.consultation().id() + "/picture";
		Visitor stranger = new Visitor(this.port)
			.as(this.accounts.with(this.authorities.region().id(), Role.OFFICER).id());
		assertThat(upload(stranger, path, "").statusCode()).isEqualTo(404);
		Visitor registrar = new Visitor(this.port).as(sample.with(Role.REGISTRAR).id());
		assertThat(upload(registrar, path, "").statusCode()).isEqualTo(403);
		assertThat(this.pictures.find(sample.authority().id(), sample.consultation().id())).isEmpty();
	}

	private static List<Integer> both(Visitor one, Visitor other, String seen) {
		return Stream.of(one, other).map((visitor) -> CompletableFuture.supplyAsync(() -> {
			try {
				return upload(visitor, LOOK, seen).statusCode();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		})).toList().stream().map(CompletableFuture::join).toList();
	}

	private static HttpResponse<String> upload(Visitor visitor, String path, String seen) throws Exception {
		return visitor.upload(path, "file", "bild.jpg", SamplePictures.of("jpeg", 1300, 900), "seen", seen, "alt",
				"Ett fält", "focus", "TOP");
	}

	private static void choose(Page page, String name, byte[] content) {
		page.setInputFiles("#file", new FilePayload(name, "image/png", content));
	}

	private static void click(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
	}

}
