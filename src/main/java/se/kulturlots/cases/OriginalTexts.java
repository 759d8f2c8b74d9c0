package se.kulturlots.cases;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;

/**
 * What an officer has written of a case that people read, to be written in other
 * languages too; each is a bean of the module that keeps the texts.
 */
public interface OriginalTexts {

	/**
	 * The texts of a case, without those that nobody may change any more.
	 * @param reader the language of the headings
	 * @return in the order in which they are shown; in as many statements for many as for
	 * one
	 */
	List<Group> of(CaseId caseId, Locale reader);

	/**
	 * Texts that belong together.
	 *
	 * @param heading what they are the texts of
	 * @param subject of what they are: the case, or for example one of its meetings
	 */
	record Group(String heading, Id subject, List<Original> texts) {
	}

	/**
	 * A text.
	 *
	 * @param own as it is in the authority's own language, null if it is to be written
	 * when it is sent
	 */
	record Original(Part part, @Nullable String own) {
	}

}
