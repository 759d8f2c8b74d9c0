package se.kulturlots.scenario;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;

import se.kulturlots.testing.Browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Somebody at a window of their own: goes from page to page, writes, presses and sees.
 * Whatever page they look at must be accessible as they see it.
 */
class Person {

	/** A machine that has much to do needs long. */
	private static final double PATIENCE = 60_000;

	final Page page;

	final Browser browser;

	Person(Browser browser) {
		this.browser = browser;
		this.page = browser.open();
		this.page.setDefaultTimeout(PATIENCE);
		this.page.setDefaultNavigationTimeout(PATIENCE);
	}

	/** Somebody at home, with a telephone in bright or dark colours. */
	static Person withTelephone(Browser browser, ColorScheme colours) {
		Person person = new Person(browser);
		person.page.setViewportSize(360, 780);
		person.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
		return person;
	}

	Person goesTo(String address) {
		this.page.navigate(address);
		return this;
	}

	Person follows(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
		return this;
	}

	Person presses(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
		return this;
	}

	Person writes(String label, String text) {
		field(label).fill(text);
		return this;
	}

	/** Ticks a box or takes one of several answers. */
	Person chooses(String label) {
		field(label).check();
		return this;
	}

	Person selects(String label, String option) {
		field(label).selectOption(new SelectOption().setLabel(option));
		return this;
	}

	/** Looks at the page: this is what it is about, and it says these things. */
	Person sees(String heading, String... texts) {
		assertThat(this.page.locator("h1")).hasText(heading);
		return reads(texts);
	}

	/** Looks at the page: it says these things. */
	Person reads(String... texts) {
		for (String text : texts) {
			assertThat(this.page.locator("main")).containsText(text);
		}
		this.browser.assertAccessibleHere(this.page);
		return this;
	}

	/**
	 * Is told what is wrong, above the form and in the title, and nothing else happens.
	 */
	Person isTold(String... sentences) {
		for (String sentence : sentences) {
			assertThat(this.page.locator(".kl-error-summary")).containsText(sentence);
		}
		assertThat(this.page).hasTitle(Pattern.compile("^(Fel|Virhe): .*"));
		this.browser.assertAccessibleHere(this.page);
		return this;
	}

	/** The number on a receipt. */
	String reference() {
		return this.page.locator(".kl-confirmation__reference strong").textContent().strip();
	}

	/** Keeps a picture of the whole page as it is seen, if pictures are asked for. */
	Person keepsPicture(String name) {
		this.browser.screenshotHere(this.page, "story-" + name);
		return this;
	}

	private Locator field(String label) {
		return this.page.locator("main").getByLabel(labelled(label)).first();
	}

	/** The words of a label, whatever stands after them of being required or not. */
	static Pattern labelled(String label) {
		return Pattern.compile("^\\s*" + label.replaceAll("[?.()*+|\\[\\]]", "\\\\$0") + "\\s*(\\*|\\([^)]*\\))?\\s*$");
	}

}
