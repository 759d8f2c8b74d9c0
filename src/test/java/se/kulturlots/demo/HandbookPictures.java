package se.kulturlots.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import org.jspecify.annotations.Nullable;

/** The pictures of the handbook, which show the demo as it is. */
final class HandbookPictures {

	static final Path FOLDER = Path.of("docs", "pictures");

	private static final int TALLEST = 1100;

	private static final boolean TAKE = System.getProperty("handbook.pictures") != null;

	private static final List<Picture> PICTURES = List.of(
			new Picture("start", "handlaggare", "#tasks", (page) -> page.navigate("/staff")),
			new Picture("uppgift", "handlaggare", ".fjs-container", (page) -> task(page, "Planera mötet")),
			new Picture("ny-omgang", "handlaggare", "#decisionDate",
					(page) -> page.navigate("/staff/consultations/new")),
			new Picture("inbjudna", "handlaggare", "main table",
					(page) -> tab(page, "Plan för barns och ungas kultur", "Inbjudna")),
			new Picture("mote", "handlaggare", "main table", (page) -> {
				tab(page, "Plan för barns och ungas kultur", "Möten");
				page.locator("main").getByText("Öppet möte i Kråkåsen").first().click();
			}),
			new Picture("synpunkter", "handlaggare2", "main form table, main .kl-said",
					(page) -> tab(page, "Regional biblioteksplan", "Synpunkter")),
			new Picture("plan", "handlaggare", "main h1", (page) -> tab(page, "Kulturplan 2", "Plan")),
			new Picture("oversikt", "handlaggare", "main h1",
					(page) -> tab(page, "Plan för barns och ungas kultur", "Översikt")),
			new Picture("resultat", null, "main h1", (page) -> {
				open(page, "Kulturplan 2");
				page.locator("main a[href$='/results']").first().click();
			}), new Picture("lots-start", "lots", "#tasks", (page) -> page.navigate("/staff")),
			new Picture("kontakta", "lots", ".fjs-container", (page) -> task(page, "Kontakta deltagaren")),
			new Picture("granska", "chef", ".fjs-container", (page) -> task(page, "Granska utkastet")),
			new Picture("laget", "chef", "main h1", (page) -> page.navigate("/staff/progress")),
			new Picture("beslut", "registrator", ".fjs-container", (page) -> task(page, "Registrera nämndens beslut")),
			new Picture("handelselogg", "registrator", "main h1", (page) -> tab(page, "Kulturplan 2", "Händelselogg")),
			new Picture("myndigheten", null, "main h1", (page) -> page.navigate("/region-mitt")),
			new Picture("samradet", null, "main h1", (page) -> open(page, "Plan för barns och ungas kultur")),
			new Picture("anmalan", null, "main form", (page) -> {
				open(page, "Plan för barns och ungas kultur");
				page.locator("main a[href*='/meetings/']").first().click();
				page.locator("main .kl-actions a.ds-button").first().click();
			}), new Picture("svara", null, "main form", (page) -> {
				open(page, "Plan för barns och ungas kultur");
				page.locator("main a[href*='/input']").first().click();
			}), new Picture("svar", null, "body h1, body p", (page) -> {
				page.navigate("/demo/mailbox?recipient=gun.britt");
				page.navigate(page.locator(".kl-lines a").first().getAttribute("href") + "/html");
			}));

	private HandbookPictures() {
	}

	static List<String> files() {
		return PICTURES.stream().map(Picture::file).toList();
	}

	/**
	 * Finds each again, and takes it if asked to.
	 * @param demo where
	 * @return what was not found
	 */
	static List<String> lookAt(RunningDemo demo) {
		List<String> wrong = new ArrayList<>();
		for (String account : Stream.concat(Stream.of(""), PICTURES.stream().map(Picture::owner)).distinct().toList()) {
			Page page = demo.open();
			if (!account.isEmpty()) {
				demo.signIn(page, account);
			}
			PICTURES.stream().filter((picture) -> picture.owner().equals(account)).forEach((picture) -> {
				try {
					show(page, picture);
					demo.keep(page);
				}
				catch (RuntimeException | AssertionError ex) {
					wrong.add(picture.file() + " at " + page.url() + ": " + ex.getMessage());
				}
			});
			page.context().close();
		}
		return wrong;
	}

	private static void show(Page page, Picture picture) {
		picture.way().accept(page);
		Locator shown = page.locator(picture.shows()).first();
		PlaywrightAssertions.assertThat(shown).isVisible();
		if (TAKE) {
			page.waitForLoadState(LoadState.NETWORKIDLE);
			// only the demo has this link
			page.evaluate(
					"document.querySelectorAll('nav a[href=\"/demo\"]').forEach((link) => link.parentElement.remove())");
			int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
			write(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setClip(0, 0, page.viewportSize().width, Math.min(height, TALLEST))), picture.file());
		}
	}

	/** Without transparency and as small as it gets. */
	private static void write(byte[] screenshot, String file) {
		try {
			BufferedImage taken = ImageIO.read(new ByteArrayInputStream(screenshot));
			BufferedImage opaque = new BufferedImage(taken.getWidth(), taken.getHeight(), BufferedImage.TYPE_INT_RGB);
			opaque.createGraphics().drawImage(taken, 0, 0, null);
			ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
			ImageWriteParam small = writer.getDefaultWriteParam();
			small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			small.setCompressionQuality(0);
			try (ImageOutputStream out = ImageIO.createImageOutputStream(FOLDER.resolve(file).toFile())) {
				writer.setOutput(out);
				writer.write(null, new IIOImage(opaque, null, null), small);
			}
			writer.dispose();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void task(Page page, String name) {
		page.navigate("/staff");
		page.locator("main a").getByText(name, new Locator.GetByTextOptions().setExact(true)).first().click();
	}

	private static void tab(Page page, String consultation, String tab) {
		page.navigate("/staff/consultations");
		page.locator("main a").getByText(consultation).first().click();
		page.locator("main nav a").getByText(tab, new Locator.GetByTextOptions().setExact(true)).first().click();
	}

	private static void open(Page page, String consultation) {
		page.navigate("/region-mitt");
		page.locator("main a").getByText(consultation).first().click();
	}

	/**
	 * A picture.
	 *
	 * @param name its name in the handbook
	 * @param account who sees it, or null for the public
	 * @param shows what must be on it
	 * @param way how to get there
	 */
	private record Picture(String name, @Nullable String account, String shows, Consumer<Page> way) {

		String file() {
			return "handbok-" + this.name + ".png";
		}

		String owner() {
			return (this.account != null) ? this.account : "";
		}

	}

}
