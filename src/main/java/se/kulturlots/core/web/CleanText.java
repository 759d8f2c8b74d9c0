package se.kulturlots.core.web;

import java.beans.PropertyEditorSupport;
import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.ControlCharacters;

/**
 * Makes what people type fit to store: no space around it, line ends as one character (as
 * the browser counts them), no control characters (PostgreSQL refuses some), composed
 * letters, and nothing instead of an empty text.
 */
public final class CleanText extends PropertyEditorSupport {

	/**
	 * Cleans a text.
	 * @param typed what was typed
	 * @return null if nothing is left
	 */
	public static @Nullable String of(@Nullable String typed) {
		if (typed == null) {
			return null;
		}
		String clean = ControlCharacters.removedFrom(Normalizer.normalize(typed, Normalizer.Form.NFC)).strip();
		return clean.isEmpty() ? null : clean;
	}

	@Override
	public void setAsText(@Nullable String text) {
		setValue(of(text));
	}

	@Override
	public String getAsText() {
		return (getValue() != null) ? getValue().toString() : "";
	}

}
