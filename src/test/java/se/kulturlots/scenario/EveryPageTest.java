package se.kulturlots.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Role;
import se.kulturlots.register.Municipalities;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Readability;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.TextFiles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Goes to every page there is: with the keyboard alone, and in three languages. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

	/** A chart takes its size in one frame and is drawn anew in the next. */
	private static final String PICTURES_DRAWN = """
			() => document.querySelector('[data-chart]') && new Promise((drawn) => requestAnimationFrame(
				() => requestAnimationFrame(() => requestAnimationFrame(drawn))))""";

	private static final Path SCRIPTS = Path.of("src/test/resources/pages");

	private static final int MOST_STOPS = 100;

	private static final int FEW_SENTENCES = 6;

	/** Words of the trade that the public does not meet. */
	private static final Pattern INTERNAL = Pattern
		.compile("(?i)\\b(omgång\\p{L}*|körning\\p{L}*|instans\\p{L}*|avbröts|kierro\\p{L}*)\\b");

	/** With what the keys of the texts begin. */
	private static final List<String> MODULES = TextFiles.all("sv")
		.stringPropertyNames()
		.stream()
		.map((key) -> key.replaceFirst("\\..*", ""))
		.distinct()
		.toList();

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Municipalities municipalities;

	@Autowired
	AppClock clock;

	SampleSite site;

	Duration time;

	/** What the public pages say, by language and address. */
	final Map<String, Map<String, List<String>>> paragraphs = new LinkedHashMap<>();

	/** What they say in the wrong language. */
	final List<String> foreign = new ArrayList<>();

	@BeforeEach
	void everythingThereIs() {
		if (this.site == null) {
			this.site = new SampleSite(this.cycles, this.clock, this.municipalities);
			this.time = this.clock.offset();
		}
		this.clock.setOffset(this.time);
	}

	@Test
	void everyPublicPageIsWalkedByKeyboard(Browser browser) {
		Page page = browser.open();
		page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
		List<String> faults = new ArrayList<>();
		Collection<String> paths = this.site.publicPages(page);
		assertThat(paths).hasSizeGreaterThan(30);
		for (String path : paths) {
			page.navigate(path);
			page.waitForFunction("""
					() => [...document.querySelectorAll('.kl-diagram')].slice(0, 1)
						.every((diagram) => diagram.querySelector('svg[role=img]'))""");
			walk(page).forEach((fault) -> faults.add(path + ": " + fault));
		}
		assertThat(faults).isEmpty();
	}

	/**
	 * From the first stop to the last, and then by the link that skips to the content.
	 */
	@SuppressWarnings("unchecked")
	private static List<String> walk(Page page) {
		page.evaluate(script("keyboard.js"));
		int stops = ((Number) page.evaluate("walk.stops()")).intValue();
		for (int i = 0; i <= stops; i++) {
			page.keyboard().press("Tab");
		}
		List<String> faults = new ArrayList<>((List<String>) page.evaluate("walk.faults()"));
		if (!isAt(page, ".ds-skip-link")) {
			goTo(page, ".ds-skip-link");
		}
		page.keyboard().press("Enter");
		assertThat(page.locator("main")).isFocused();
		return faults;
	}

	@Test
	void aRegistrationIsMadeWithTheKeyboardAlone(Browser browser) {
		Page page = browser.open();
		page.navigate("/en" + path(page, "/registration"));
		send(page, "[name=step]");
		assertThat(page.locator(".kl-error-summary")).isFocused();
		press(page, ".kl-error-summary a[href='#name']", "Enter");
		assertThat(page.locator("#name")).isFocused();
		browser.assertAccessibleHere(page);
		page.keyboard().type("Kim Exempel");
		type(page, "[name=email]", "kim@keyboard.example");
		press(page, "[name=kind]", "Space");
		page.keyboard().press("ArrowDown");
		press(page, "[name=municipality]", "ArrowDown");
		List<String> faults = new ArrayList<>(read(page, "en"));
		send(page, "[name=step]");
		faults.addAll(read(page, "en"));
		faults.addAll(walk(page));
		send(page, "[value=send]");
		assertThat(page.locator("h1")).hasText("Thank you! We have received your registration");
		faults.addAll(read(page, "en"));
		faults.addAll(walk(page));
		assertThat(faults).isEmpty();
	}

	@Test
	void anInputIsSentWithTheKeyboardAlone(Browser browser) {
		Page page = browser.open();
		page.navigate("/fi" + path(page, "/input"));
		send(page, "[name=step]");
		assertThat(page.locator(".kl-error-summary")).isFocused();
		press(page, ".kl-error-summary a", "Enter");
		assertThat(page.locator("textarea").first()).isFocused();
		page.keyboard().type("Lisää näyttämöitä.");
		type(page, "[name=name]", "Kim Exempel");
		type(page, "[name=email]", "kim@keyboard.example");
		List<String> faults = new ArrayList<>(read(page, "fi"));
		send(page, "[name=step]");
		faults.addAll(read(page, "fi"));
		faults.addAll(walk(page));
		send(page, "[value=send]");
		assertThat(page.locator("h1")).containsText("Kiitos!");
		faults.addAll(read(page, "fi"));
		faults.addAll(walk(page));
		assertThat(faults).isEmpty();
	}

	@Test
	void everyPublicPageSpeaksThreeLanguages(Browser browser) {
		readPublicPages(browser);
		assertThat(this.foreign).isEmpty();
	}

	@Test
	void everyStaffPageSpeaksThreeLanguages(Browser browser) {
		Page page = browser.open();
		browser.signIn(page,
				this.accounts
					.with(this.site.decided().id(), Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR,
							Role.ADMIN)
					.id());
		Collection<String> paths = this.site.staffPages(page);
		assertThat(paths).hasSizeGreaterThan(35);
		assertThat(inThreeLanguages(page, paths)).isEmpty();
	}

	private List<String> inThreeLanguages(Page page, Collection<String> paths) {
		page.setViewportSize(360, 800);
		List<String> faults = new ArrayList<>();
		for (String path : paths) {
			for (String language : List.of("sv", "fi", "en")) {
				show(page, path, language);
				read(page, language).forEach((fault) -> faults.add(language + path + ": " + fault));
			}
		}
		return faults;
	}

	/** What is wrong with the words of the page that is shown now. */
	@SuppressWarnings("unchecked")
	private List<String> read(Page page, String language) {
		page.evaluate(PICTURES_DRAWN);
		return (List<String>) page.evaluate(script("language.js"),
				Map.of("language", language, "keys", MODULES, "names", this.site.names()));
	}

	/** Of what the application says itself. Pages with a few sentences count together. */
	@Test
	void everyPublicPageIsEasyToRead(Browser browser) {
		readPublicPages(browser);
		List<String> faults = new ArrayList<>();
		this.paragraphs.forEach((language, pages) -> {
			List<String> brief = new ArrayList<>();
			int measured = 0;
			for (Map.Entry<String, List<String>> page : pages.entrySet()) {
				INTERNAL.matcher(String.join(" ", page.getValue()))
					.results()
					.forEach((word) -> faults.add(language + page.getKey() + ": " + word.group()));
				Readability reading = Readability.of(page.getValue());
				if (reading.sentences() < FEW_SENTENCES) {
					brief.addAll(page.getValue());
				}
				else {
					measured++;
					reading.fault(language).ifPresent((fault) -> faults.add(language + page.getKey() + ": " + fault));
				}
			}
			assertThat(measured).isGreaterThan(15);
			Readability.of(brief)
				.fault(language)
				.ifPresent((fault) -> faults.add(language + ", pages with few sentences: " + fault));
		});
		assertThat(faults).isEmpty();
	}

	/**
	 * Shows each page once in each language for all tests that read it, and once before:
	 * what others have written is told by the language that it carries in another one.
	 */
	private void readPublicPages(Browser browser) {
		if (!this.paragraphs.isEmpty()) {
			return;
		}
		Page page = browser.open();
		page.setViewportSize(360, 800);
		String script = script("readability.js");
		for (String path : this.site.publicPages(page)) {
			show(page, path, "en");
			Object written = page.evaluate("() => " + script + ".written()");
			for (String language : List.of("fi", "sv", "en")) {
				show(page, path, language);
				read(page, language).forEach((fault) -> this.foreign.add(language + path + ": " + fault));
				this.paragraphs.computeIfAbsent(language, (key) -> new LinkedHashMap<>())
					.put(path, paragraphs(page, script, written));
				if (language.equals("fi")) {
					written = page.evaluate("() => " + script + ".written()");
				}
			}
		}
	}

	@SuppressWarnings("unchecked")
	private List<String> paragraphs(Page page, String script, Object written) {
		return (List<String>) page.evaluate("(given) => " + script + ".read(given)",
				Map.of("written", written, "names", this.site.names()));
	}

	private static void show(Page page, String path, String language) {
		page.navigate((language.equals("sv") ? "" : "/" + language) + path,
				new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
	}

	/** Goes on to something and types. */
	private static void type(Page page, String selector, String text) {
		goTo(page, selector);
		page.keyboard().type(text);
	}

	/** Goes on to something and presses a key there. */
	private static void press(Page page, String selector, String key) {
		goTo(page, selector);
		page.keyboard().press(key);
	}

	/** Goes on to a button that sends the form, and presses it. */
	private static void send(Page page, String selector) {
		goTo(page, selector);
		page.waitForNavigation(() -> page.keyboard().press("Enter"));
	}

	private static void goTo(Page page, String selector) {
		for (int i = 0; i < MOST_STOPS; i++) {
			page.keyboard().press("Tab");
			if (isAt(page, selector)) {
				return;
			}
		}
		throw new AssertionError("no way to " + selector + " at " + page.url());
	}

	private static boolean isAt(Page page, String selector) {
		return (Boolean) page.evaluate("(selector) => document.activeElement.matches(selector)", selector);
	}

	private String path(Page page, String end) {
		return this.site.publicPages(page)
			.stream()
			.filter((path) -> path.startsWith("/" + this.site.open().id()) && path.endsWith(end))
			.findFirst()
			.orElseThrow();
	}

	private static String script(String name) {
		try {
			return Files.readString(SCRIPTS.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
