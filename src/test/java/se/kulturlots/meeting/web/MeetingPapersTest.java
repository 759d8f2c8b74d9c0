package se.kulturlots.meeting.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Name badges and the list at the door, as they come out of the printer. */
@KulturlotsTest
class MeetingPapersTest {

	private static final String LONG = "Föreningen för samtida folkmusik, folkdans och berättande i norra Uppland med omnejd";

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	SampleMeetings sample;

	Meeting meeting;

	@BeforeEach
	void aMeeting() {
		this.sample = new SampleMeetings(this.context);
		this.meeting = this.sample.published(null);
	}

	@Test
	void theListHasEverybodyAsSwedesSortWithPageNumbersAndCanBeReadAloud() throws Exception {
		register("Örjan Šabić", "Kulturhuset", "inga nötter");
		register("anna Berg", null, null);
		register("Žofia Åkerblad-Lindström", LONG, null);
		register("Åsa <Öst> & \"Väst\"", "Hembygdsföreningen", null);
		try (PDDocument list = pdf(Role.LIAISON, "/attendance.pdf")) {
			picture(list, "attendance");
			String text = text(list);
			assertThat(text).containsSubsequence("anna Berg", "Žofia Åkerblad-Lindström", "Åsa <Öst> & \"Väst\"",
					"Örjan Šabić", "Kom utan anmälan");
			assertThat(text).contains("1 / 1", "Kulturhuset", "Uppsala", "Har plats: 4").doesNotContain("nötter");
			assertAccessible(list, "Närvarolista: " + this.meeting.title());
		}
		assertThat(get(Role.LIAISON, "/attendance.pdf?food=true").statusCode()).isEqualTo(403);
		try (PDDocument list = pdf(Role.OFFICER, "/attendance.pdf?food=true")) {
			assertThat(text(list)).contains("Specialkost", "inga nötter");
		}
	}

	@Test
	void everyBadgeHasItsPlaceAndLongNamesStayWithin() throws Exception {
		register("Kim Ek", null, null);
		register("Maximiliana-Alexandra Wolfeschlegelsteinhausenbergerdorff af Klintberg", LONG, null);
		register("W".repeat(60), "W".repeat(120), null);
		try (PDDocument badges = pdf(Role.LIAISON, "/badges.pdf")) {
			picture(badges, "badges");
			assertThat(badges.getNumberOfPages()).isEqualTo(1);
			String text = text(badges);
			assertThat(text).contains("Kim Ek");
			assertThat(text.replaceAll("\\s", "")).contains("Wolfeschlegelsteinhausenbergerdorff",
					LONG.replaceAll("\\s", ""), "W".repeat(60), "W".repeat(120));
			assertAccessible(badges, "Namnskyltar: " + this.meeting.title());
			assertThat(widest(badges)).isLessThan(105 + 90);
		}
	}

	@Test
	void threeHundredFitOnFewPages() throws Exception {
		for (int i = 1; i <= 300; i++) {
			register("Deltagare Nummer %03d".formatted(i), "Kulturföreningen", null);
		}
		try (PDDocument badges = pdf(Role.OFFICER, "/badges.pdf")) {
			assertThat(badges.getNumberOfPages()).isEqualTo(38);
			assertThat(text(badges).replaceAll("\\s+", " ")).contains("Deltagare Nummer 001", "Deltagare Nummer 300");
		}
		try (PDDocument list = pdf(Role.OFFICER, "/attendance.pdf")) {
			picture(list, "attendance-300");
			int pages = list.getNumberOfPages();
			assertThat(pages).isBetween(8, 13);
			String text = text(list);
			assertThat(text).contains("Deltagare Nummer 001", "Deltagare Nummer 300", "1 / " + pages,
					pages + " / " + pages);
			// the head of the table stands on every page that has some of it
			assertThat(text.split("Förening eller organisation", -1)).hasSizeGreaterThanOrEqualTo(pages);
		}
	}

	private void register(String name, String organisation, String food) {
		this.sample.register(this.meeting, this.sample.email("p" + System.nanoTime()),
				new RegistrationDetails(name, organisation, null, ParticipantKind.OTHER, "0380", null, null, food));
	}

	private static void assertAccessible(PDDocument document, String title) throws IOException {
		assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
		assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
		assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
		assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
		assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
		assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8")).contains("pdfuaid");
	}

	/** How far to the right a letter stands, in millimetres. */
	private static double widest(PDDocument document) throws IOException {
		double[] right = new double[1];
		PDFTextStripper stripper = new PDFTextStripper() {
			@Override
			protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> places) {
				places.forEach((place) -> right[0] = Math.max(right[0], place.getXDirAdj() + place.getWidthDirAdj()));
			}
		};
		stripper.getText(document);
		return right[0] / 72 * 25.4;
	}

	private HttpResponse<byte[]> get(Role role, String path) throws Exception {
		return new Visitor(this.port).as(this.accounts.with(this.sample.authority().id(), role).id())
			.bytes("/staff/meetings/" + this.meeting.id() + path);
	}

	private PDDocument pdf(Role role, String path) throws Exception {
		HttpResponse<byte[]> file = get(role, path);
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/pdf");
		return Loader.loadPDF(file.body());
	}

	private static String text(PDDocument document) throws IOException {
		return new PDFTextStripper().getText(document);
	}

	/** A picture of the first page, to be looked at, with those of the browser. */
	private static void picture(PDDocument document, String name) throws IOException {
		if (Boolean.getBoolean("screenshots")) {
			Path folder = Files.createDirectories(Path.of("target", "screenshots"));
			ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png",
					folder.resolve("print-" + name + ".png").toFile());
		}
	}

}
