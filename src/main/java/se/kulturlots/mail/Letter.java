package se.kulturlots.mail;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.PlainText;

/**
 * What a mail says, in one language: a subject and parts in reading order. The sender's
 * name and contact are added when it is put. Build it with {@link Letters}.
 * <p>
 * What the public has typed is no part of a letter, not even a name to greet by: anybody
 * can type anybody's address, and would make the authority send it whatever they like. It
 * stands on the page behind a personal link.
 *
 * @param subject one line
 * @param parts in reading order
 * @param unsubscribe the address that ends such letters when it is posted to (RFC 8058),
 * or null
 * @param subjectLang the tag of the language of the subject, null if it is the letter's
 * @param alsoIn the tag of another language that some of it is in, since the officer has
 * not written it in the reader's; null if all is in the reader's
 */
public record Letter(Locale locale, String subject, List<Part> parts, @Nullable String unsubscribe,
		@Nullable String subjectLang, @Nullable String alsoIn) {

	private static final int LONGEST_SUBJECT = 200;

	public Letter {
		// a title of earlier days may hold a line end
		subject = PlainText.line(subject);
		if (subject.length() > LONGEST_SUBJECT) {
			subject = shortened(subject);
		}
		parts = List.copyOf(parts);
	}

	private static String shortened(String line) {
		int end = LONGEST_SUBJECT - 1;
		return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
	}

	/** A part of a letter. Its texts are plain and always escaped. */
	public sealed interface Part {

	}

	/** Our own sentence. */
	public record Paragraph(String text) implements Part {
	}

	/**
	 * A heading within the letter.
	 *
	 * @param lang the tag of its language, null if it is the letter's
	 */
	public record Heading(String text, @Nullable String lang) implements Part {
	}

	/**
	 * What an officer has written, with its paragraphs and line ends.
	 *
	 * @param paragraphs each with its lines
	 * @param lang the tag of its language, null if it is the letter's
	 */
	public record Written(List<List<String>> paragraphs, @Nullable String lang) implements Part {
	}

	/**
	 * A list.
	 *
	 * @param items its lines
	 */
	public record Items(List<Line> items) implements Part {
	}

	/**
	 * A line that begins with words of somebody's.
	 *
	 * @param text what it begins with
	 * @param lang the tag of the language of those words, null if it is the letter's
	 * @param rest what follows on them in words of ours
	 */
	public record Line(String text, @Nullable String lang, String rest) {

		@Override
		public String toString() {
			return this.text + this.rest;
		}

	}

	/**
	 * Facts one after the other.
	 *
	 * @param facts at least one
	 */
	public record Facts(List<Fact> facts) implements Part {
	}

	/**
	 * A fact.
	 *
	 * @param label what it is
	 * @param value how it is
	 * @param lang the tag of the language of the value, null if it is the letter's
	 */
	public record Fact(String label, String value, @Nullable String lang) {

		/**
		 * The value line by line.
		 * @return at least one line
		 */
		public List<String> lines() {
			return List.of(this.value.split("\n"));
		}

	}

	/**
	 * What the reader can do.
	 *
	 * @param label what it does
	 * @param url where
	 */
	public record Button(String label, String url) implements Part {
	}

	/**
	 * Where the reader can go besides.
	 *
	 * @param label what is there
	 * @param url where
	 */
	public record Link(Line label, String url) implements Part {
	}

}
