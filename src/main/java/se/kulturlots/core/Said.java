package se.kulturlots.core;

import org.jspecify.annotations.Nullable;

/**
 * A text that somebody has written, as a page shows it.
 *
 * @param lang the tag of its language, null if it is the page's
 */
public record Said(String text, @Nullable String lang) {
}
