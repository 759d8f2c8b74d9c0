package se.kulturlots.core.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public final class Languages {

	/** Used when nothing else is known. */
	public static final Locale SWEDISH = Locale.forLanguageTag("sv");

	/** Finnish. */
	public static final Locale FINNISH = Locale.forLanguageTag("fi");

	/** English. */
	public static final Locale ENGLISH = Locale.forLanguageTag("en");

	/** All of them, in the order in which they are offered. */
	public static final List<Locale> ALL = List.of(SWEDISH, FINNISH, ENGLISH);

	private Languages() {
	}

	/**
	 * The language that an address begins with.
	 * @param path a path, for example {@code /fi/region}
	 * @return the language, or nothing if the path does not begin with one
	 */
	public static Optional<Locale> atStartOf(String path) {
		return ALL.stream().filter((language) -> {
			String prefix = prefix(language);
			return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
		}).findFirst();
	}

	/**
	 * An address without the language that it begins with.
	 * @return the path of the page
	 */
	static String withoutLanguage(String path) {
		return atStartOf(path).map((language) -> path.substring(prefix(language).length()))
			.map((rest) -> rest.isEmpty() ? "/" : rest)
			.orElse(path);
	}

	/**
	 * What an address in a language begins with.
	 * @return for example {@code /fi}
	 */
	public static String prefix(Locale language) {
		return "/" + language.getLanguage();
	}

}
