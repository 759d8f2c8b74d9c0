package se.kulturlots.cases;

import se.kulturlots.core.Problem;

/** What can be wrong about a case. */
public final class CaseProblem extends Problem {

	private CaseProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "cases.problem." + reason, arguments);
	}

	public static CaseProblem unknown() {
		return new CaseProblem(Kind.NOT_FOUND, "unknown");
	}

	public static CaseProblem officersOnly() {
		return new CaseProblem(Kind.FORBIDDEN, "officersOnly");
	}

	public static CaseProblem managersOnly() {
		return new CaseProblem(Kind.FORBIDDEN, "managersOnly");
	}

	/** That somebody else has written in other languages what was about to be written. */
	public static Problem wordsChangedMeanwhile() {
		return new CaseProblem(Kind.CONFLICT, "wordsChangedMeanwhile").at("submissionId");
	}

	/**
	 * That nobody may change any more what was about to be written in other languages.
	 */
	public static Problem wordsGone() {
		return new CaseProblem(Kind.CONFLICT, "wordsGone").at("submissionId");
	}

	static CaseProblem unknownUnit() {
		return new CaseProblem(Kind.INVALID, "unknownUnit");
	}

	static CaseProblem notYourNote() {
		return new CaseProblem(Kind.FORBIDDEN, "notYourNote");
	}

	static CaseProblem unknownNote() {
		return new CaseProblem(Kind.NOT_FOUND, "unknownNote");
	}

	static CaseProblem noColleague() {
		return new CaseProblem(Kind.INVALID, "noColleague");
	}

	static CaseProblem unknownDocument() {
		return new CaseProblem(Kind.NOT_FOUND, "unknownDocument");
	}

	static Problem notADocument() {
		return new CaseProblem(Kind.INVALID, "notADocument").at("file");
	}

	static CaseProblem tooManyDocuments(int most) {
		return new CaseProblem(Kind.INVALID, "tooManyDocuments", most);
	}

}
