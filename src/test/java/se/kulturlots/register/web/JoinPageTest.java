package se.kulturlots.register.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.mail.OutboxSender;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationRow;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.OrganisationStatus;
import se.kulturlots.register.Register;
import se.kulturlots.register.Sector;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class JoinPageTest {

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Municipalities municipalities;

	@Autowired
	OrganisationSearch search;

	@Autowired
	Register register;

	@Autowired
	OutboxSender sender;

	@Autowired
	GreenMail greenMail;

	String authority;

	@BeforeEach
	void uppsala() {
		this.authority = this.authorities.region().id();
		this.municipalities.cover(this.authority,
				this.municipalities.inCounty("SE", "03").stream().map(Municipality::code).toList());
	}

	@Test
	void anOrganisationRegistersItself(Browser browser) throws Exception {
		Page page = browser.open();
		assertThat(page.navigate("/" + this.authority + "/join").status()).isEqualTo(200);
		browser.assertAccessible(page);
		browser.screenshot(page, "join");
		String email = fill(page);
		button(page, "Fortsätt").click();
		assertThat(page.locator("h1")).hasText("Granska er anmälan");
		assertThat(page.locator("main")).containsText("070-174 06 05");
		browser.assertAccessible(page);
		browser.screenshot(page, "join-check");
		button(page, "Ändra").click();
		assertThat(page.getByLabel("Organisationens namn")).hasValue("Ängens <b>teater</b>");
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		assertThat(page.locator("h1")).hasText("Tack! Vi har fått er anmälan");
		String reference = page.locator(".kl-confirmation__reference strong").textContent();
		assertThat(page.locator("main")).containsText(email);
		browser.assertAccessible(page);
		browser.screenshot(page, "joined");
		List<OrganisationRow> waiting = waiting();
		assertThat(waiting).extracting(OrganisationRow::name).containsExactly("Ängens <b>teater</b>");
		assertThat(waiting.get(0).municipality()).isEqualTo("Heby");
		this.sender.sendDue();
		MimeMessage receipt = receipt(email);
		assertThat(receipt.getSubject()).contains(reference);
	}

	@Test
	void itWorksWithoutScripts(Browser browser) {
		Page page = browser.open(false);
		page.navigate("/" + this.authority + "/join");
		fill(page);
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		assertThat(page.locator("h1")).hasText("Tack! Vi har fått er anmälan");
		assertThat(waiting()).hasSize(1);
	}

	@Test
	void whatIsWrongIsSaidAndNothingTypedIsLost(Browser browser) {
		Page page = browser.open();
		page.navigate("/" + this.authority + "/join");
		page.getByLabel("Organisationsnummer").fill("802102-2946");
		page.getByLabel("E-post").fill("inte en adress");
		page.getByLabel("Telefon").fill("ring mig");
		page.locator("#website").fill("javascript:alert(1)");
		button(page, "Fortsätt").click();
		assertThat(page).hasTitle(java.util.regex.Pattern.compile("^Fel: .*"));
		assertThat(page.locator(".kl-error-summary")).isFocused();
		assertThat(page.locator(".kl-error-summary li")).hasCount(7);
		assertThat(page.getByLabel("Organisationsnummer")).hasValue("802102-2946");
		assertThat(page.getByLabel("E-post")).hasValue("inte en adress");
		browser.assertAccessible(page);
		browser.screenshot(page, "join-errors");
		page.locator(".kl-error-summary a").first().click();
		assertThat(page.getByLabel("Organisationens namn")).isFocused();
		assertThat(waiting()).isEmpty();
	}

	@Test
	void whoeverRegistersDoesNotLearnWhoIsInTheRegister(Browser browser) {
		this.register.add(this.authority,
				OrganisationDetails.of("Ängens <b>teater</b>", Sector.PERFORMING_ARTS).withMunicipality("0331"));
		Page page = browser.open();
		page.navigate("/" + this.authority + "/join");
		fill(page);
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		assertThat(page.locator("h1")).hasText("Tack! Vi har fått er anmälan");
		assertThat(waiting()).hasSize(1);
	}

	@Test
	void theSameFormSentAgainShowsTheSameReceipt(Browser browser) {
		Page page = browser.open();
		page.navigate("/" + this.authority + "/join");
		fill(page);
		button(page, "Fortsätt").click();
		Object receipts = page.evaluate(
				"""
						() => {
							const form = document.querySelector('main form');
							const fields = new URLSearchParams([...new FormData(form), ['step', 'send']]);
							const send = () => fetch(form.action, { method: 'POST', body: fields }).then((answer) => answer.url);
							return Promise.all([send(), send(), send()]);
						}""");
		assertThat((List<?>) receipts).hasSize(3).allMatch((address) -> address.toString().contains("/join/F-"));
		assertThat(Set.copyOf((List<?>) receipts)).hasSize(1);
		assertThat(waiting()).hasSize(1);
	}

	@Test
	void thePageSpeaksThreeLanguages(Browser browser) {
		Page page = browser.open();
		for (String language : Set.of("fi", "en")) {
			page.navigate("/" + language + "/" + this.authority + "/join");
			button(page, "fi".equals(language) ? "Jatka" : "Continue").click();
			assertThat(page.locator("html")).hasAttribute("lang", language);
			browser.assertAccessible(page);
			browser.screenshot(page, "join-errors-" + language);
		}
	}

	@Test
	void aReceiptOfAnotherAuthorityOrOfNobodyDoesNotExist(Browser browser) {
		Page page = browser.open();
		page.navigate("/" + this.authority + "/join");
		fill(page);
		button(page, "Fortsätt").click();
		button(page, "Skicka anmälan").click();
		String reference = page.locator(".kl-confirmation__reference strong").textContent();
		String other = this.authorities.region().id();
		assertThat(page.navigate("/" + other + "/join/" + reference).status()).isEqualTo(404);
		assertThat(page.navigate("/" + this.authority + "/join/F-XXXXXXXX").status()).isEqualTo(404);
	}

	private String fill(Page page) {
		String email = "info@" + UUID.randomUUID() + ".example";
		page.getByLabel("Organisationens namn").fill("Ängens <b>teater</b>");
		page.getByLabel("Vad ni mest arbetar med").selectOption("PERFORMING_ARTS");
		page.getByLabel("Ingen av dem").check();
		page.getByLabel("Kommun").selectOption("0331");
		page.getByLabel("E-post").fill(email);
		page.getByLabel("Telefon").fill("+46 (0)70 174 06 05");
		return email;
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private List<OrganisationRow> waiting() {
		return this.search
			.find(this.authority, new OrganisationFilter(null, null, null, null, OrganisationStatus.PENDING, null), 0)
			.rows();
	}

	private MimeMessage receipt(String email) throws Exception {
		for (MimeMessage message : this.greenMail.getReceivedMessages()) {
			if (message.getAllRecipients()[0].toString().equals(email)) {
				return message;
			}
		}
		throw new AssertionError("no receipt");
	}

}
