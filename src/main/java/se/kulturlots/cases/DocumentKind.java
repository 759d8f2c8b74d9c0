package se.kulturlots.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

/** The kinds of documents that people can be expected to open. Told by their content. */
public enum DocumentKind {

	/** A page as it is printed. */
	PDF("application/pdf"),
	/** A text of Word's. */
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
	/** A table of Excel's. */
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	/** Slides of PowerPoint's. */
	PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
	/** An open text. */
	ODT("application/vnd.oasis.opendocument.text"),
	/** An open table. */
	ODS("application/vnd.oasis.opendocument.spreadsheet"),
	/** Open slides. */
	ODP("application/vnd.oasis.opendocument.presentation");

	private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ZIP_BEGINS = { 'P', 'K', 3, 4 };

	private static final int MOST_UNPACKED = 100_000_000;

	private static final int MOST_READ = 200_000;

	private final String contentType;

	DocumentKind(String contentType) {
		this.contentType = contentType;
	}

	/**
	 * What browsers and word processors call it.
	 * @return its media type
	 */
	public String contentType() {
		return this.contentType;
	}

	/**
	 * Tells the kind of a file. Its name and what a browser says of it count for nothing;
	 * files with macros are none of these.
	 * @param content the file
	 * @return nothing if it is none of these
	 */
	public static Optional<DocumentKind> of(byte[] content) {
		if (begins(content, PDF_BEGINS)) {
			return Optional.of(PDF);
		}
		if (!begins(content, ZIP_BEGINS)) {
			return Optional.empty();
		}
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			return Optional.ofNullable(packed(zip));
		}
		catch (IOException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean begins(byte[] content, byte[] with) {
		return content.length > with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
	}

	private static @Nullable DocumentKind packed(ZipInputStream zip) throws IOException {
		byte[] buffer = new byte[8192];
		long unpacked = 0;
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			if ("mimetype".equals(entry.getName())) {
				String type = text(zip);
				return first((kind) -> kind.contentType.equals(type));
			}
			if ("[Content_Types].xml".equals(entry.getName())) {
				String types = text(zip);
				return first((kind) -> types.contains("\"" + kind.contentType + ".main+xml\""));
			}
			for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
				unpacked += read;
				if (unpacked > MOST_UNPACKED) {
					return null;
				}
			}
		}
		return null;
	}

	private static String text(ZipInputStream zip) throws IOException {
		return new String(zip.readNBytes(MOST_READ), StandardCharsets.UTF_8);
	}

	private static @Nullable DocumentKind first(Predicate<DocumentKind> is) {
		return Arrays.stream(values()).filter(is).findFirst().orElse(null);
	}

}
