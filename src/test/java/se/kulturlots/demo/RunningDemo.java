package se.kulturlots.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.util.FileSystemUtils;

import se.kulturlots.testing.ApplicationProcess;
import se.kulturlots.testing.Chromium;
import se.kulturlots.testing.ServedPages;

/**
 * The demo as a visitor meets it, with all its cases, and a browser. One process serves
 * all tests that ask for it: {@code @ExtendWith(RunningDemo.Provider.class)}.
 */
public final class RunningDemo implements ExtensionContext.Store.CloseableResource {

	private static final double PATIENCE = 30_000;

	private static final int WIDTH = 1000;

	private static final int HEIGHT = 700;

	private final Path data;

	private final ApplicationProcess process;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private RunningDemo(Path data, ApplicationProcess process) {
		this.data = data;
		this.process = process;
		this.playwright = Playwright.create();
		this.chromium = Chromium.launch(this.playwright);
	}

	private static RunningDemo start() {
		try {
			Path data = Files.createTempDirectory("demo");
			ApplicationProcess process = ApplicationProcess.start(Map.of("KULTURLOTS_DATA", data.toString()));
			process.awaitOutput("sample consultations are ready");
			return new RunningDemo(data, process);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A window of somebody new, on the demo's first page.
	 * @return the page
	 */
	public Page open() {
		BrowserContext context = this.chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
			.setBaseURL("http://localhost:" + this.process.port())
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
	public void signIn(Page page, String account) {
		page.navigate("/demo");
		page.locator("form:has(input[name=account][value='" + account + "']) button").click();
		page.waitForURL((url) -> !url.contains("/demo") && !url.contains("/login"));
	}

	/**
	 * Has the HTML of a page of ours checked, as {@link ServedPages} does it for other
	 * tests. A letter is no page: mail programs need what a page must not have.
	 * @param page the page as it is shown now
	 */
	public void keep(Page page) {
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
	public void close() throws Exception {
		this.playwright.close();
		this.process.close();
		FileSystemUtils.deleteRecursively(this.data);
	}

	/** Gives tests the demo. */
	public static final class Provider implements ParameterResolver {

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == RunningDemo.class;
		}

		@Override
		public RunningDemo resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getRoot()
				.getStore(ExtensionContext.Namespace.create(RunningDemo.class))
				.getOrComputeIfAbsent(RunningDemo.class, (type) -> start(), RunningDemo.class);
		}

	}

}
