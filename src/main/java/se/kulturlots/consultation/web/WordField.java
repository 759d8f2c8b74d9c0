package se.kulturlots.consultation.web;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Words.Part;

/**
 * A field in which an officer writes a text in a language.
 *
 * @param place which question it is, else 0
 * @param language the tag of the language
 * @param own the authority's own text, null if there is none to put it beside
 */
public record WordField(Part part, int place, String language, @Nullable String own) {

	private static final Set<Part> LINES = EnumSet.of(Part.TITLE, Part.QUESTION, Part.SIGNED);

	/** The name of the field. */
	public String key() {
		return this.part.name() + "-" + this.place + "-" + this.language;
	}

	/** The name of what says which text stood in it when it was opened. */
	public String seenKey() {
		return key() + "-seen";
	}

	/** The name of the box that says that a text fits what its original is now. */
	public String fitsKey() {
		return key() + "-fits";
	}

	/** Whether it has one line only. */
	public boolean isLine() {
		return LINES.contains(this.part);
	}

}
