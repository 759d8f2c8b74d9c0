package se.kulturlots.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real Chromium for tests: {@code @ExtendWith(Browser.Provider.class)} and a parameter of
 * this type. One browser serves all tests; each test has its own windows, without anybody
 * else's cookies, closed when it ends.
 */
public final class Browser implements AutoCloseable {

	/** What a demo account or one made by a test signs in with. */
	public static final String PASSWORD = "kaffe-i-gula-huset";

	private static final double PATIENCE = 15_000;

	private static final int PHONE = 360;

	private static final int DESK = 1280;

	private final com.microsoft.playwright.Browser chromium;

	private final String address;

	private final String test;

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<String> missing = new ArrayList<>();

	private Browser(com.microsoft.playwright.Browser chromium, String address, String test) {
		this.chromium = chromium;
		this.address = address;
		this.test = test;
	}

	/**
	 * A window of somebody new.
	 * @return a page with JavaScript, in Swedish
	 */
	public Page open() {
		return open(true);
	}

	/**
	 * A window of somebody new.
	 * @param javaScript whether it runs scripts
	 * @return a page
	 */
	public Page open(boolean javaScript) {
		return open(javaScript, "Europe/Stockholm");
	}

	/**
	 * A window on somebody's computer elsewhere.
	 * @param zone its time zone
	 * @return a page with JavaScript, in Swedish
	 */
	public Page openIn(String zone) {
		return open(true, zone);
	}

	private Page open(boolean javaScript, String zone) {
		BrowserContext context = this.chromium
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(this.address)
				.setLocale("sv-SE")
				.setTimezoneId(zone)
				.setExtraHTTPHeaders(Map.of(ServedPages.TEST, this.test))
				.setViewportSize(DESK, 900)
				// what opens slowly is judged when it is open
				.setReducedMotion(ReducedMotion.REDUCE)
				.setJavaScriptEnabled(javaScript));
		context.setDefaultTimeout(PATIENCE);
		context.onResponse((response) -> {
			// what Tasklist is refused it shows itself
			if (response.status() >= 400 && !"document".equals(response.request().resourceType())
					&& !response.url().contains("/camunda/")) {
				this.missing.add(response.status() + " " + response.url());
			}
		});
		this.contexts.add(context);
		return context.newPage();
	}

	/**
	 * Signs somebody in through the sign-in page.
	 * @param page the window
	 * @param account the name
	 */
	public void signIn(Page page, String account) {
		page.navigate("/login");
		page.getByLabel("Användarnamn").fill(account);
		page.getByLabel("Lösenord").fill(PASSWORD);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in").setExact(true)).click();
		page.waitForURL((url) -> !url.contains("/login"));
	}

	/**
	 * Fails if the page breaks WCAG 2.2 AA as far as axe can tell, on a phone in the dark
	 * and on a desk in light, if it scrolls sideways, or if a style sheet or anything
	 * else it needs is not there.
	 * @param page the page as it is shown now
	 */
	public void assertAccessible(Page page) {
		assertAccessible(page, PHONE, ColorScheme.DARK);
		assertAccessible(page, DESK, ColorScheme.LIGHT);
	}

	private void assertAccessible(Page page, int width, ColorScheme scheme) {
		page.setViewportSize(width, 900);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		assertAccessibleHere(page);
	}

	/**
	 * Fails as {@link #assertAccessible} does, but looks only at what this person sees:
	 * at the size of their window, in their colours. For stories of many pages.
	 * @param page the page as it is shown now
	 */
	public void assertAccessibleHere(Page page) {
		assertThat(this.missing).as("what %s needs", page.url()).isEmpty();
		assertNoViolations(page, new AxeBuilder(page), "whole page");
		assertNotSideways(page);
	}

	/**
	 * Fails as {@link #assertAccessibleHere(Page)} does for a part of a page of which the
	 * rest is not ours.
	 * @param page the page as it is shown now
	 * @param part the selector of the part
	 */
	public void assertAccessibleHere(Page page, String part) {
		assertNoViolations(page, new AxeBuilder(page).include(part), part);
	}

	private static void assertNoViolations(Page page, AxeBuilder axe, String what) {
		// colours on their way from light to dark are nobody's choice
		page.evaluate("document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity)"
				+ ".forEach((each) => each.finish())");
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		// judged in the page itself; axe would else open a window of its own each time
		AxeResults results = axe.setLegacyMode(true)
			.options(options)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze();
		assertThat(results.getViolations().stream().map(Browser::describe))
			.as("%s at %d px, %s", page.url(), page.viewportSize().width, what)
			.isEmpty();
	}

	private static void assertNotSideways(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.as("%s scrolls sideways at %d px", page.url(), page.viewportSize().width)
			.isEqualTo(0);
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " "
				+ rule.getNodes().stream().map((node) -> node.getHtml() + " " + node.getFailureSummary()).toList();
	}

	/**
	 * Keeps pictures of the page, as on a phone, on a desk and in the dark, under
	 * {@code target/screenshots}; only if asked for with {@code -Dscreenshots=true}, as
	 * they take minutes in all.
	 * @param page the page
	 * @param name the name of the picture
	 */
	public void screenshot(Page page, String name) {
		page.setViewportSize(DESK, 900);
		if (!Boolean.getBoolean("screenshots")) {
			return;
		}
		for (int width : new int[] { PHONE, DESK }) {
			page.setViewportSize(width, 900);
			picture(page, name + "-" + width);
		}
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		picture(page, name + "-dark");
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	private static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target", "screenshots", name + ".png")));
	}

	@Override
	public void close() {
		this.contexts.forEach(BrowserContext::close);
		this.contexts.clear();
	}

	/** Gives tests the browser. */
	public static final class Provider implements ParameterResolver {

		private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Browser.class);

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == Browser.class;
		}

		@Override
		public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
			Chromium shared = context.getRoot()
				.getStore(NAMESPACE)
				.getOrComputeIfAbsent(Chromium.class, (type) -> Chromium.start(), Chromium.class);
			ApplicationContext application = SpringExtension.getApplicationContext(context);
			int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
			Browser browser = new Browser(shared.browser(), "http://localhost:" + port,
					context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName());
			context.getStore(NAMESPACE).put(context.getUniqueId(), new Windows(browser));
			return browser;
		}

	}

	private record Windows(Browser browser) implements ExtensionContext.Store.CloseableResource {

		@Override
		public void close() {
			this.browser.close();
		}

	}

	private record Chromium(Playwright playwright,
			com.microsoft.playwright.Browser browser) implements ExtensionContext.Store.CloseableResource {

		static Chromium start() {
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			Playwright playwright = Playwright.create();
			String path = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
			return new Chromium(playwright,
					playwright.chromium()
						.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(path))
							.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
									"--disable-background-networking", "--disable-component-update", "--disable-sync",
									"--disable-features=PreloadTopChromeWebUI,Translate,HttpsUpgrades,PaintHolding"))));
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
