package se.kulturlots.core.web;

/**
 * A link to the same page in a language.
 *
 * @param language its tag, for example {@code fi}
 * @param name its name in itself
 * @param url the address
 * @param choice the address that remembers the choice besides
 * @param current whether the page is shown in it now
 */
public record LanguageLink(String language, String name, String url, String choice, boolean current) {
}
