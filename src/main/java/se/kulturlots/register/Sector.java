package se.kulturlots.register;

import java.util.Arrays;
import java.util.List;

/** What an organisation is about; the art forms each count as one. */
public enum Sector {

	/** Culture in general, or several art forms. */
	CULTURE,
	/** Music and choirs. */
	MUSIC,
	/** Dance. */
	DANCE,
	/** Theatre, circus and other performing arts. */
	PERFORMING_ARTS,
	/** Visual arts and crafts. */
	VISUAL_ARTS,
	/** Film. */
	FILM,
	/** Literature and storytelling. */
	LITERATURE,
	/** Local heritage. */
	HERITAGE,
	/** Study associations and popular education. */
	FOLK_EDUCATION,
	/** Children and young people. */
	YOUTH,
	/** Ethnic associations and minorities. */
	ETHNIC,
	/** Religious communities. */
	RELIGION,
	/** Pensioners. */
	PENSIONERS,
	/** People with disabilities. */
	DISABILITY,
	/** Sports. */
	SPORTS,
	/** The countryside and its village halls. */
	RURAL,
	/** Social work and aid. */
	SOCIAL,
	/** Nature, environment and outdoor life. */
	ENVIRONMENT,
	/** Everything else; nobody asks whether it is covered. */
	OTHER;

	/**
	 * The sectors from which somebody should be heard.
	 * @return all with a meaning
	 */
	public static List<Sector> expected() {
		return Arrays.stream(values()).filter((sector) -> sector != OTHER).toList();
	}

	/**
	 * The key of its name.
	 * @return a key in the message files
	 */
	public String messageKey() {
		return "register.sector." + name();
	}

}
