package se.kulturlots.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * Starts the browser of the tests: the one that {@code CHROMIUM} names, or the Chromium
 * that has no windows at all, or else the whole one, which takes twice the time besides
 * drawing pages.
 */
public final class Chromium {

	private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium-headless-shell"),
			Path.of("/usr/bin/chromium"));

	private Chromium() {
	}

	public static Browser launch(Playwright playwright) {
		Path path = Optional.ofNullable(System.getenv("CHROMIUM"))
			.map(Path::of)
			.or(() -> PLACES.stream().filter(Files::isExecutable).findFirst())
			.orElseThrow(() -> new IllegalStateException("there is none of " + PLACES));
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(path)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync",
						"--disable-features=PreloadTopChromeWebUI,Translate,HttpsUpgrades,PaintHolding")));
	}

}
