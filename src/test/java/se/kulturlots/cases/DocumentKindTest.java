package se.kulturlots.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a file is, whatever it is called. */
class DocumentKindTest {

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	@Test
	void aPdfIsToldByItsBeginning() {
		assertThat(DocumentKind.of("%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8))).contains(DocumentKind.PDF);
	}

	@ParameterizedTest
	@CsvSource({ "application/vnd.oasis.opendocument.text,ODT", "application/vnd.oasis.opendocument.spreadsheet,ODS",
			"application/vnd.oasis.opendocument.presentation,ODP" })
	void anOpenDocumentSaysItself(String type, DocumentKind kind) throws IOException {
		assertThat(DocumentKind.of(zip("mimetype", type))).contains(kind);
	}

	@Test
	void anOfficeDocumentIsToldByItsMainPart() throws IOException {
		assertThat(DocumentKind.of(zip("_rels/.rels", "<x/>", "[Content_Types].xml", types(WORD + ".main+xml"))))
			.contains(DocumentKind.DOCX);
	}

	@Test
	void whatHasMacrosOrIsSomethingElseIsRefused() throws IOException {
		byte[] word = zip("[Content_Types].xml", types(WORD + ".main+xml"));
		assertThat(DocumentKind
			.of(zip("[Content_Types].xml", types("application/vnd.ms-word.document.macroEnabled.main+xml")))).isEmpty();
		assertThat(DocumentKind.of(zip("mimetype", "application/epub+zip"))).isEmpty();
		assertThat(DocumentKind.of(zip("virus.exe", "MZ"))).isEmpty();
		assertThat(DocumentKind.of("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))).isEmpty();
		assertThat(DocumentKind.of(new byte[0])).isEmpty();
		assertThat(DocumentKind.of(java.util.Arrays.copyOf(word, 20))).isEmpty();
	}

	@Test
	void aFileThatUnpacksWithoutEndIsGivenUp() throws IOException {
		String zeros = "0".repeat(60_000_000);
		assertThat(DocumentKind.of(zip("a", zeros, "b", zeros, "mimetype", "application/vnd.oasis.opendocument.text")))
			.isEmpty();
	}

	private static String types(String main) {
		return "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>";
	}

	private static byte[] zip(String... namesAndTexts) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (int i = 0; i < namesAndTexts.length; i += 2) {
				zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
				zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}

}
