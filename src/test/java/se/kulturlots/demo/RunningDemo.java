package se.kulturlots.demo;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import se.kulturlots.testing.ApplicationProcess;
import se.kulturlots.testing.Chromium;
import se.kulturlots.testing.ServedPages;

/** The demo as visitors meet it: a process that is ready, and a browser. */
final class RunningDemo implements AutoCloseable {

	private static final double PATIENCE = 30_000;

	private static final int WIDTH = 1000;

	private static final int HEIGHT = 700;

	private final ApplicationProcess process;

	private final Playwright playwright = Playwright.create();

	private final Browser chromium = Chromium.launch(this.playwright);

	RunningDemo(ApplicationProcess process) {
		this.process = process;
	}

	/**
	 * A window of somebody new, on the demo's first page.
	 * @return the page
	 */
	Page open() {
		BrowserContext context = this.chromium
			.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + this.process.port())
				.setLocale("sv-SE")
				.setTimezoneId("Europe/Stockholm")
				.setViewportSize(WIDTH, HEIGHT));
		context.setDefaultTimeout(PATIENCE);
		Page page = context.newPage();
		page.navigate("/demo");
		return page;
	}

	/**
	 * Signs somebody in with one click.
	 * @param page a window
	 * @param account who
	 */
	void signIn(Page page, String account) {
		page.navigate("/demo");
		page.locator("form:has(input[name=account][value='" + account + "']) button").click();
		page.waitForURL((url) -> !url.contains("/demo") && !url.contains("/login"));
	}

	/**
	 * Has the HTML of a page of ours checked, as {@link ServedPages} does it for other
	 * tests. A letter is no page: mail programs need what a page must not have.
	 * @param page the page as it is shown now
	 */
	void keep(Page page) {
		if (page.url().matches(".*/camunda/.*|.*/mailbox/.*/html")) {
			return;
		}
		try {
			ServedPages.keep(page.request().get(page.url()).body(), "GET " + page.url() + " in the demo");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
