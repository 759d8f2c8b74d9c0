package se.kulturlots.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real Chromium for tests: {@code @ExtendWith(Browser.Provider.class)} and a parameter of
 * this type. One browser serves all tests, and so do its windows, since a new one costs
 * more than the page it shows: each test gets them empty, without cookies or anything
 * else that a page has stored.
 */
public final class Browser implements AutoCloseable {

	/** What a demo account or one made by a test signs in with. */
	public static final String PASSWORD = "kaffe-i-gula-huset";

	private static final double PATIENCE = 15_000;

	private static final Window USUAL = new Window(true, "Europe/Stockholm");

	private static final int PHONE = 360;

	private static final int DESK = 1280;

	private static final int HEIGHT = 900;

	private static final String AXE = AxeBuilder.getAxeScript() + ";0";

	private static final Map<String, Object> AXE_OPTIONS = Map.of("runOnly",
			List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"), "resultTypes",
			List.of("violations"),
			// the elements are told by their HTML
			"selectors", false);

	private static final String VIOLATIONS = """
			({ part, options }) => axe.run(part, options).then((results) => results.violations.map((rule) =>
				rule.id + ': ' + rule.help + rule.nodes.map((node) => ' ' + node.html + ' ' + node.failureSummary)))""";

	private final Shared shared;

	private final String address;

	private final String test;

	private final Map<BrowserContext, Optional<Window>> opened = new LinkedHashMap<>();

	private final List<String> missing = new ArrayList<>();

	/** What Tasklist is refused it shows itself. */
	private final Consumer<Response> watcher = (response) -> {
		if (response.status() >= 400 && !"document".equals(response.request().resourceType())
				&& !response.url().contains("/camunda/")) {
			this.missing.add(response.status() + " " + response.url());
		}
	};

	private Browser(Shared shared, String address, String test) {
		this.shared = shared;
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
		return open(javaScript, USUAL.zone());
	}

	/**
	 * A window on somebody's computer elsewhere.
	 * @param zone its time zone
	 * @return a page with JavaScript, in Swedish
	 */
	public Page openIn(String zone) {
		return open(true, zone);
	}

	/**
	 * A window of somebody whose browser has fetched nothing yet, for tests of what is
	 * fetched; whatever is done to it, nobody else gets it.
	 * @return a page with JavaScript, in Swedish
	 */
	public Page openNew() {
		return opened(open(USUAL), null);
	}

	private Page open(boolean javaScript, String zone) {
		Window window = new Window(javaScript, zone);
		return opened(this.shared.take(window).orElseGet(() -> open(window)), window);
	}

	private Page open(Window window) {
		BrowserContext context = this.shared.chromium()
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(this.address)
				.setLocale("sv-SE")
				.setTimezoneId(window.zone())
				.setViewportSize(DESK, HEIGHT)
				// what opens slowly is judged when it is open
				.setReducedMotion(ReducedMotion.REDUCE)
				.setJavaScriptEnabled(window.javaScript()));
		context.setDefaultTimeout(PATIENCE);
		return context.newPage();
	}

	private Page opened(Page page, @Nullable Window window) {
		page.context().setExtraHTTPHeaders(Map.of(ServedPages.TEST, this.test));
		page.context().onResponse(this.watcher);
		this.opened.put(page.context(), Optional.ofNullable(window));
		return page;
	}

	/**
	 * Signs somebody in without showing a page: what the sign-in page would send is sent,
	 * and the window has the session.
	 * @param page the window
	 * @param account the name
	 */
	public void signIn(Page page, String account) {
		Matcher token = Visitor.FIELD.matcher(page.request().get("/login").text());
		assertThat(token.find()).isTrue();
		APIResponse answer = page.request()
			.post("/login",
					RequestOptions.create()
						.setMaxRedirects(0)
						.setForm(FormData.create()
							.set("_csrf", token.group(1))
							.set("account", account)
							.set("password", PASSWORD)));
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.headers().get("location")).doesNotContain("/login");
	}

	/**
	 * Signs somebody in through the sign-in page.
	 * @param page the window, which then shows where they begin
	 * @param account the name
	 */
	public void signInOnThePage(Page page, String account) {
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
		page.setViewportSize(width, HEIGHT);
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
		assertNoViolations(page, "html");
		assertNotSideways(page);
	}

	/**
	 * Fails as {@link #assertAccessibleHere(Page)} does for a part of a page of which the
	 * rest is not ours.
	 * @param page the page as it is shown now
	 * @param part the selector of the part
	 */
	public void assertAccessibleHere(Page page, String part) {
		assertNoViolations(page, part);
	}

	private static void assertNoViolations(Page page, String part) {
		// colours on their way from light to dark are nobody's choice
		page.evaluate("document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity)"
				+ ".forEach((each) => each.finish())");
		// the checker is large: a page that is judged twice is given it once
		if (!(boolean) page.evaluate("'axe' in window")) {
			page.evaluate(AXE);
		}
		assertThat((List<?>) page.evaluate(VIOLATIONS, Map.of("part", part, "options", AXE_OPTIONS)))
			.as("%s at %d px, %s", page.url(), page.viewportSize().width, part)
			.isEmpty();
	}

	private static void assertNotSideways(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.as("%s scrolls sideways at %d px", page.url(), page.viewportSize().width)
			.isEqualTo(0);
	}

	/**
	 * Keeps pictures of the page, as on a phone, on a desk and in the dark, under
	 * {@code target/screenshots}; only if asked for with {@code -Dscreenshots=true}, as
	 * they take minutes in all.
	 * @param page the page
	 * @param name the name of the picture
	 */
	public void screenshot(Page page, String name) {
		page.setViewportSize(DESK, HEIGHT);
		if (!Boolean.getBoolean("screenshots")) {
			return;
		}
		for (int width : new int[] { PHONE, DESK }) {
			page.setViewportSize(width, HEIGHT);
			picture(page, name + "-" + width);
		}
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		picture(page, name + "-dark");
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	/**
	 * Keeps a picture as {@link #screenshot} does, of the page as it is seen now.
	 * @param page the page
	 * @param name the name of the picture
	 */
	public void screenshotHere(Page page, String name) {
		if (Boolean.getBoolean("screenshots")) {
			picture(page, name);
		}
	}

	private static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target", "screenshots", name + ".png")));
	}

	@Override
	public void close() {
		this.opened.forEach((context, window) -> {
			context.offResponse(this.watcher);
			window.filter((kind) -> isEmptied(context.pages()))
				.ifPresentOrElse((kind) -> this.shared.giveBack(kind, context.pages().get(0)), context::close);
		});
		this.opened.clear();
	}

	/** Leaves one of them, as if somebody else had just opened it. */
	private boolean isEmptied(List<Page> pages) {
		if (pages.isEmpty()) {
			return false;
		}
		try {
			pages.stream().skip(1).forEach(Page::close);
			Page page = pages.get(0);
			if (!page.url().startsWith(this.address + "/")) {
				page.navigate("/robots.txt");
			}
			page.evaluate("localStorage.clear(); sessionStorage.clear()");
			page.navigate("about:blank");
			page.context().clearCookies();
			page.setViewportSize(DESK, HEIGHT);
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null)
				.setColorScheme(ColorScheme.LIGHT)
				.setReducedMotion(ReducedMotion.REDUCE));
			page.setDefaultTimeout(PATIENCE);
			page.setDefaultNavigationTimeout(PATIENCE);
			return true;
		}
		catch (PlaywrightException ex) {
			return false;
		}
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
			Shared shared = context.getRoot()
				.getStore(NAMESPACE)
				.getOrComputeIfAbsent(Shared.class, (type) -> Shared.start(), Shared.class);
			ApplicationContext application = SpringExtension.getApplicationContext(context);
			int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
			Browser browser = new Browser(shared, "http://localhost:" + port,
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

	/** What is decided when a window is opened. */
	private record Window(boolean javaScript, String zone) {
	}

	private record Shared(Playwright playwright, com.microsoft.playwright.Browser chromium,
			Map<Window, Deque<Page>> free) implements ExtensionContext.Store.CloseableResource {

		static Shared start() {
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			Playwright playwright = Playwright.create();
			return new Shared(playwright, Chromium.launch(playwright), new HashMap<>());
		}

		Optional<Page> take(Window window) {
			return Optional.ofNullable(this.free.getOrDefault(window, new ArrayDeque<>()).poll());
		}

		void giveBack(Window window, Page page) {
			this.free.computeIfAbsent(window, (kind) -> new ArrayDeque<>()).push(page);
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
