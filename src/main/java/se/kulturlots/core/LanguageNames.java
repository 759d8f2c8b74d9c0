package se.kulturlots.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The languages in which something can be written or read here besides: those of the
 * pages, of the national minorities, and those many ask for.
 */
public final class LanguageNames {

	/** Java knows no name of the smaller ones in themselves. */
	private static final Map<String, String> OWN_NAMES = new LinkedHashMap<>();

	static {
		OWN_NAMES.put("sv", "svenska");
		OWN_NAMES.put("fi", "suomi");
		OWN_NAMES.put("en", "English");
		OWN_NAMES.put("se", "davvisámegiella");
		OWN_NAMES.put("sma", "åarjelsaemien gïele");
		OWN_NAMES.put("smj", "julevsámegiella");
		OWN_NAMES.put("fit", "meänkieli");
		OWN_NAMES.put("rom", "romani ćhib");
		OWN_NAMES.put("yi", "ייִדיש");
		OWN_NAMES.put("ar", "العربية");
		OWN_NAMES.put("uk", "українська");
		OWN_NAMES.put("so", "Soomaali");
		OWN_NAMES.put("fa", "فارسی");
		OWN_NAMES.put("ti", "ትግርኛ");
	}

	/** Their tags, those of the pages first. */
	public static final List<String> ALL = List.copyOf(OWN_NAMES.keySet());

	/** The tags of those that pages do not have. */
	public static final List<String> WITHOUT_PAGES = ALL.subList(3, ALL.size());

	private LanguageNames() {
	}

	/** What a language is called in itself. */
	public static String ownName(String tag) {
		Locale language = Locale.forLanguageTag(tag);
		return OWN_NAMES.getOrDefault(tag, language.getDisplayLanguage(language));
	}

}
