package se.kulturlots.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.Said;
import se.kulturlots.testing.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

class LetterTest extends MailTest {

	@Autowired
	LetterRenderer renderer;

	@Autowired
	PublicAddress address;

	private RenderedLetter full(Locale locale) {
		return this.renderer.render(this.letters.of(this.authority, locale)
			.writtenSubject(new Said("Inbjudan till samråd om kulturplanen", null))
			.written("Hej!\n\nVi bjuder in er till samråd.\nDet blir <b>fika</b>.")
			.heading("mail.letter.questions")
			.fact("mail.state.PENDING", LocalDate.of(2026, 10, 29))
			.fact("mail.state.SENT", Instant.parse("2026-10-29T17:30:00Z"))
			.fact("mail.state.RETRY", "Kulturhuset\nStora salen")
			.fact("mail.state.FAILED", "  ")
			.items(List.of(new Letter.Line("Vad saknas?", null, ""), new Letter.Line("Vad ska bli kvar?", null, "")))
			.button("mail.state.SENT", "/my/invitation/abc")
			.written("Mer musik!\n\n<script>alert(1)</script> \u0000\u0007")
			.link("Programmet", "/region/consultations/kulturplan")
			.build(), this.authority, List.of());
	}

	@Test
	void textSaysAllThatTheLetterSays() {
		assertThat(full(SWEDISH).text()).isEqualTo("""
				Hej!

				Vi bjuder in er till samråd.
				Det blir <b>fika</b>.

				Har du frågor eller vill du slippa fler mejl? Svara på det här mejlet eller kontakta oss:
				-----------------------------------------------------------------------------------------

				Väntar: torsdag 29 oktober 2026
				Skickat: torsdag 29 oktober 2026 kl. 18:30
				Nytt försök görs: Kulturhuset
				Stora salen

				* Vad saknas?
				* Vad ska bli kvar?

				Skickat:
				%s

				Mer musik!

				<script>alert(1)</script>

				Programmet:
				%s

				Vänliga hälsningar
				Kulturförvaltningen
				%s

				--
				Har du frågor eller vill du slippa fler mejl? Svara på det här mejlet eller kontakta oss:
				%s · 070-174 06 05
				""".formatted(this.address.url("/my/invitation/abc"),
				this.address.url("/region/consultations/kulturplan"), this.authority.name(),
				this.authority.contactEmail()));
	}

	@Test
	void whatPeopleWriteIsNeverMarkup() {
		assertThat(full(SWEDISH).html()).contains("Det blir &lt;b&gt;fika&lt;/b&gt;.")
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script", "<b>");
	}

	@Test
	void lettersSpeakTheReadersLanguageAndLeadToPagesInIt() {
		RenderedLetter finnish = full(Locale.forLanguageTag("fi"));
		assertThat(finnish.html()).contains("lang=\"fi\"").contains("Ystävällisin terveisin");
		assertThat(finnish.text()).contains("to 29.10.2026 klo 18.30")
			.contains(this.address.url("/fi/my/invitation/abc"));
		assertThat(full(Locale.ENGLISH).text()).contains("Thursday 29 October 2026 at 18:30")
			.contains(this.address.url("/en/my/invitation/abc"));
	}

	@Test
	void linksToStaffPagesHaveNoLanguage() {
		assertThat(this.address.url(Locale.forLanguageTag("sv"), Locale.ENGLISH, "/staff/register"))
			.isEqualTo(this.address.url("/staff/register"));
	}

	@Test
	void theHtmlIsAccessible() {
		try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright)) {
			Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 900));
			page.setContent(full(SWEDISH).html());
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/letter.png")));
			assertThat(
					new AxeBuilder(page).disableRules(List.of("landmark-one-main", "region")).analyze().getViolations())
				.isEmpty();
			assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390")).isTrue();
		}
	}

	@Test
	void aButtonsTextCanBeReadOnEveryColour() {
		assertThat(Contrast.readableOn("#1a5c4c")).isEqualTo("#ffffff");
		assertThat(Contrast.readableOn("#ffd200")).isEqualTo("#000000");
	}

}
