package se.kulturlots.core;

import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Texts for a reader of whom only the language is known, such as one who gets a mail.
 *
 * @param messages the texts
 * @param locale the language
 * @param zone the authority's
 * @param ownLang the language of what the authority has written itself, null if it is the
 * reader's
 */
public record ReaderTexts(MessageSource messages, Locale locale, ZoneId zone,
		@Nullable String ownLang) implements Texts {

	@Override
	public String t(String key, @Nullable Object... arguments) {
		return this.messages.getMessage(key, arguments, this.locale);
	}

}
