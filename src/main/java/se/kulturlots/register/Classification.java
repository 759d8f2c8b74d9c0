package se.kulturlots.register;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads from the words that registers use which sector and priority group an organisation
 * belongs to. The first rule that fits decides, so the narrow ones stand first.
 */
final class Classification {

	private static final Map<Sector, Pattern> RULES = new LinkedHashMap<>();

	private static final Pattern NATIONAL_MINORITY = Pattern.compile(
			"finsk|sverigefin|sami|same(?:f[öo]re|by)|saami|tornedal|kven|kv[äe]n|lantalai|romsk|romani|romano|judisk|jiddisch|juutalai|romanit");

	static {
		rule(Sector.DISABILITY, "funktions|handikapp|h[öo]rsel|synskad|d[öo]va|vammais");
		rule(Sector.ETHNIC, "etnisk|minoritet|migration|invandr|maahanmuut|v[äa]hemmist");
		rule(Sector.PENSIONERS, "pension|senior|el[äa]kel");
		rule(Sector.RELIGION, "trossamfund|f[öo]rsamling|religi|kyrk|samfund|mosk|seurakun|uskon");
		rule(Sector.FOLK_EDUCATION, "studief[öo]rb|folkbild|studiecirk|bildningsf|opinto|kansalaisopist");
		rule(Sector.YOUTH, "ungdom|barn|\\bunga\\b|nuoris|scout|partio");
		rule(Sector.SPORTS, "idrott|sport|fotboll|ishockey|gymnastik|\\bif\\b|\\bik\\b|liikunta|urheilu");
		rule(Sector.HERITAGE, "hembygd|kulturarv|museif|sl[äa]ktforsk|kotiseutu|perinne");
		rule(Sector.FILM, "film|bio\\b|elokuva");
		rule(Sector.DANCE, "dans|tanssi");
		rule(Sector.PERFORMING_ARTS, "teater|scenkonst|cirkus|revy|teatteri|sirkus");
		rule(Sector.MUSIC, "musik|k[öo]rs?\\b|k[öo]rs[äa]ll|orkester|visans|spelman|musiik|kuoro");
		rule(Sector.LITERATURE, "litteratur|ber[äa]tt|f[öo]rfattar|poesi|kirjallis");
		rule(Sector.VISUAL_ARTS, "bild och form|konst|hantverk|sl[öo]jd|foto|kuvatai|k[äa]sity[öo]|taide");
		rule(Sector.RURAL, "landsbygd|bygdeg[åa]rd|byalag|byf[öo]rening|kyl[äa]");
		rule(Sector.ENVIRONMENT, "natur|milj[öo]|friluft|ymp[äa]rist|luonto");
		rule(Sector.SOCIAL, "social|bist[åa]nd|hj[äa]lp|r[öo]da korset|jour|sosiaali|avustus");
		rule(Sector.CULTURE, "kultur|kulttuur");
	}

	private Classification() {
	}

	private static void rule(Sector sector, String words) {
		RULES.put(sector, Pattern.compile(words));
	}

	/**
	 * The sector; the name is asked only where the register says nothing else.
	 */
	static Sector sector(String type, String activity, String name) {
		return first((type + activity).isBlank() ? name : type + " " + activity);
	}

	static @Nullable PriorityGroup priorityGroup(Sector sector, String name) {
		return switch (sector) {
			case YOUTH -> PriorityGroup.YOUTH;
			case DISABILITY -> PriorityGroup.DISABILITY;
			case ETHNIC -> NATIONAL_MINORITY.matcher(name.toLowerCase(Locale.ROOT)).find()
					? PriorityGroup.NATIONAL_MINORITIES : PriorityGroup.ETHNIC_MINORITIES;
			default -> null;
		};
	}

	private static Sector first(String text) {
		String words = text.toLowerCase(Locale.ROOT);
		return RULES.entrySet()
			.stream()
			.filter((rule) -> rule.getValue().matcher(words).find())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(Sector.OTHER);
	}

}
