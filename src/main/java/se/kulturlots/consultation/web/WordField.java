package se.kulturlots.consultation.web;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;

/**
 * A field in which an officer writes a text in a language.
 *
 * @param subject of what the text is: the case, or for example one of its meetings
 * @param place which question it is, else 0
 * @param language the tag of the language
 * @param own the authority's own text, null if there is none to put it beside
 */
public record WordField(Id subject, Part part, int place, String language, @Nullable String own) {

	private static final Set<Part> LINES = EnumSet.of(Part.TITLE, Part.QUESTION, Part.TARGET_GROUP,
			Part.INVITATION_SUBJECT, Part.REFERRAL_SUBJECT, Part.SIGNED);

	/** What the names end with of what says which text stood in a field. */
	static final String SEEN = "-seen";

	/** The name of the field. */
	public String key() {
		String of = (this.subject instanceof CaseId) ? "" : this.subject + "-";
		return of + this.part.name() + "-" + this.place + "-" + this.language;
	}

	/** What stands in it, of all that is written. */
	Optional<Written> in(Map<Id, Words> all) {
		return all.getOrDefault(this.subject, Words.NONE).written(this.part, this.place, this.language);
	}

	/** The name of what says which text stood in it when it was opened. */
	public String seenKey() {
		return key() + SEEN;
	}

	/** The name of what says beside which text of the authority's own it was shown. */
	public String ownKey() {
		return key() + "-own";
	}

	/** The name of the box that takes what is proposed. */
	public String useKey() {
		return key() + "-use";
	}

	/** The name of the box that says that a text fits what its original is now. */
	public String fitsKey() {
		return key() + "-fits";
	}

	/** Whether it has one line only. */
	public boolean isLine() {
		return LINES.contains(this.part);
	}

}
