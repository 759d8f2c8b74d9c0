package se.kulturlots.scenario;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.ConsultationTexts;
import se.kulturlots.consultation.ConsultationTexts.Texts;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of a consultation can be changed once they can be read, and say that they were.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class ChangedTextsTest {

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	Consultations consultations;

	@Autowired
	ConsultationTexts texts;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whatIsChangedIsShownWithHowItWasAndToldToThoseChosen(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("approveInvitation");
		String before = texts(cycle).questions().get(0);
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate("/staff/consultations/" + cycle.id());
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra texter").setExact(true)).click();
		browser.assertAccessible(page);
		page.getByLabel("Fråga 1").fill("Vad behöver ni för att kunna spela mer?");
		page.getByLabel("Inbjudna som inte har tackat nej (3)").check();
		button(page, "Spara");
		assertThat(page.locator("h1")).hasText("Det här skickas");
		assertThat(page.locator(".kl-letter")).containsText("fråga 1");
		assertThat(texts(cycle).questions().get(0)).as("nothing has happened yet").isEqualTo(before);
		button(page, "Skicka 3 mejl");
		assertThat(page.locator("#changes + dl")).containsText(before);
		assertThat(page.locator("#changes + dl")).containsText("Vad behöver ni för att kunna spela mer?");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-texts");
		assertThat(mails(cycle)).hasSize(3);
		page.navigate(this.consultations.get(cycle.id()).path());
		assertThat(page.locator("main")).containsText("Vad behöver ni för att kunna spela mer?");
		assertThat(page.locator("main")).containsText("Ändrad ");
		assertThat(page.locator("main")).containsText(": fråga 1");
		assertThat(page.locator("main")).not().containsText(before);
		browser.assertAccessible(page);
	}

	@Test
	void ofTwoWhoChangeTheTextsTheSecondSeesWhatTheFirstWrote() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("planCycle");
		Caller officer = new Caller(this.port, cycle.officer().id());
		Caller manager = new Caller(this.port, "manager-" + cycle.authority().id());
		String seen = seen(officer.get(path(cycle)));
		Texts before = texts(cycle);
		Texts theirs = new Texts(before.subject(), "Den förra planen gällde till 2027.", before.questions());
		Texts own = new Texts("Vad ska planen handla om?", before.background(), before.questions());
		assertThat(save(manager, cycle, theirs, seen).statusCode()).isEqualTo(302);
		HttpResponse<String> refused = save(officer, cycle, own, seen);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Någon annan har ändrat texterna", "Vad ska planen handla om?",
				"Nu står där: Den förra planen gällde till 2027.");
		assertThat(texts(cycle)).isEqualTo(theirs);
		assertThat(save(officer, cycle, own, seen(refused)).statusCode()).isEqualTo(302);
		assertThat(save(officer, cycle, own, seen(refused)).statusCode()).as("sent twice").isEqualTo(302);
		assertThat(texts(cycle)).isEqualTo(own);
		assertThat(mails(cycle)).isEmpty();
	}

	@Test
	void whatCannotBeIsSaidAtItsField() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("planCycle");
		Caller officer = new Caller(this.port, cycle.officer().id());
		String seen = seen(officer.get(path(cycle)));
		Texts before = texts(cycle);
		for (Texts wrong : List.of(new Texts(" ", null, before.questions()),
				new Texts("x".repeat(2001), null, before.questions()),
				new Texts(before.subject(), "x".repeat(6001), before.questions()),
				new Texts(before.subject(), null, List.of("x".repeat(501), "?", "?", "?")),
				new Texts(before.subject(), null, List.of("", "?", "?", "?")))) {
			HttpResponse<String> refused = save(officer, cycle, wrong, seen);
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(refused.body()).contains("aria-invalid=\"true\"");
		}
		assertThat(officer.form(path(cycle), "").statusCode()).isEqualTo(400);
		assertThat(texts(cycle)).isEqualTo(before);
		SampleCycle other = this.cycles.start();
		assertThat(officer.get(path(other)).statusCode()).isEqualTo(404);
	}

	private Texts texts(SampleCycle cycle) {
		return this.texts.of(this.consultations.get(cycle.id()));
	}

	private HttpResponse<String> save(Caller caller, SampleCycle cycle, Texts texts, String seen) {
		StringBuilder fields = new StringBuilder("seen=" + seen + "&subject=" + encoded(texts.subject())
				+ "&background=" + encoded((texts.background() != null) ? texts.background() : ""));
		for (int i = 0; i < texts.questions().size(); i++) {
			fields.append("&question").append(i + 1).append('=').append(encoded(texts.questions().get(i)));
		}
		return caller.form(path(cycle), fields.toString());
	}

	private static String seen(HttpResponse<String> page) {
		Matcher mark = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page.body());
		assertThat(mark.find()).isTrue();
		return mark.group(1);
	}

	private static String path(SampleCycle cycle) {
		return "/staff/consultations/" + cycle.id() + "/texts";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	private List<String> mails(SampleCycle cycle) {
		return this.jdbc.sql("select recipient from mail where authority_id = :authority and kind = 'texts-changed'")
			.param("authority", cycle.authority().id())
			.query(String.class)
			.list();
	}

}
