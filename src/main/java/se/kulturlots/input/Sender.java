package se.kulturlots.input;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;

/**
 * Who says something.
 *
 * @param organisationName for whom they speak, null for themselves
 * @param name their name, null if the paper does not say
 * @param email where the receipt goes, null if none is known
 * @param municipalityCode where they are, or null
 * @param language the language they are written to in
 */
public record Sender(@Nullable String organisationName, @Nullable String name, @Nullable EmailAddress email,
		@Nullable String municipalityCode, Locale language) {
}
