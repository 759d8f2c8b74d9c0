package se.kulturlots.cases;

import java.time.Instant;
import java.util.Locale;

/**
 * Something to read about a case.
 *
 * @param title what it is, in plain words
 * @param language the tag of the language it is written in
 * @param fileName what the file is called when it is saved
 * @param kind what it is opened with
 * @param size in bytes
 * @param addedAt since when it is there
 */
public record Document(DocumentId id, String title, String language, String fileName, DocumentKind kind, int size,
		Instant addedAt) {

	private static final int MEGABYTE = 1_000_000;

	/**
	 * The name of its language.
	 * @param reader the language of the reader
	 * @return for example nordsamiska
	 */
	public String languageName(Locale reader) {
		return Locale.forLanguageTag(this.language).getDisplayLanguage(reader);
	}

	/**
	 * The key of the text that tells its size, with {@link #sizeNumber()}.
	 * @return in megabytes or kilobytes
	 */
	public String sizeKey() {
		return (this.size >= MEGABYTE) ? "cases.document.megabytes" : "cases.document.kilobytes";
	}

	public double sizeNumber() {
		return (this.size >= MEGABYTE) ? this.size / (double) MEGABYTE : Math.ceil(this.size / 1000.0);
	}

}
