package se.kulturlots.input;

import se.kulturlots.core.Problem;

/** What can be wrong about input. */
public final class InputProblem extends Problem {

	private InputProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "input.problem." + reason, arguments);
	}

	public static InputProblem unknownPeriod() {
		return new InputProblem(Kind.NOT_FOUND, "unknownPeriod");
	}

	/**
	 * Whether the form takes nothing now, which its page says in more words.
	 * @return false for any other problem
	 */
	public boolean isFormClosed() {
		return messageKey().equals(formClosed().messageKey());
	}

	public static InputProblem unknown() {
		return new InputProblem(Kind.NOT_FOUND, "unknown");
	}

	public static InputProblem alreadyUnderWay() {
		return new InputProblem(Kind.CONFLICT, "alreadyUnderWay");
	}

	public static InputProblem opensInThePast() {
		return new InputProblem(Kind.INVALID, "opensInThePast");
	}

	public static InputProblem endsBeforeOpening() {
		return new InputProblem(Kind.INVALID, "endsBeforeOpening");
	}

	public static InputProblem endsInThePast() {
		return new InputProblem(Kind.INVALID, "endsInThePast");
	}

	public static InputProblem endsAfterDecision() {
		return new InputProblem(Kind.INVALID, "endsAfterDecision");
	}

	public static InputProblem ended() {
		return new InputProblem(Kind.CONFLICT, "ended");
	}

	public static InputProblem notClosed() {
		return new InputProblem(Kind.CONFLICT, "notClosed");
	}

	public static InputProblem noSummary() {
		return new InputProblem(Kind.CONFLICT, "noSummary");
	}

	public static InputProblem commentMissing() {
		return new InputProblem(Kind.INVALID, "commentMissing");
	}

	public static InputProblem untriaged(int number) {
		return new InputProblem(Kind.INVALID, "untriaged", number);
	}

	/** The form takes nothing any more, or not yet. */
	public static InputProblem formClosed() {
		return new InputProblem(Kind.GONE, "formClosed");
	}

	public static InputProblem nothingSaid() {
		return new InputProblem(Kind.INVALID, "nothingSaid");
	}

	public static InputProblem tooLong(int longest) {
		return new InputProblem(Kind.INVALID, "tooLong", longest);
	}

	public static InputProblem unknownField() {
		return new InputProblem(Kind.INVALID, "unknownField");
	}

	public static InputProblem unknownMunicipality() {
		return new InputProblem(Kind.INVALID, "unknownMunicipality");
	}

	public static InputProblem readOnly() {
		return new InputProblem(Kind.CONFLICT, "readOnly");
	}

	public static InputProblem changedMeanwhile() {
		return new InputProblem(Kind.CONFLICT, "changedMeanwhile");
	}

	public static InputProblem receivedInTheFuture() {
		return new InputProblem(Kind.INVALID, "receivedInTheFuture");
	}

	public static InputProblem receivedBeforeOpening() {
		return new InputProblem(Kind.INVALID, "receivedBeforeOpening");
	}

	public static InputProblem reasonMissing() {
		return new InputProblem(Kind.INVALID, "reasonMissing");
	}

	public static InputProblem joinTwo() {
		return new InputProblem(Kind.INVALID, "joinTwo");
	}

	public static InputProblem joinWithItself() {
		return new InputProblem(Kind.INVALID, "joinWithItself");
	}

	public static InputProblem unknownReference() {
		return new InputProblem(Kind.INVALID, "unknownReference");
	}

	public static InputProblem themeTooLong(int longest) {
		return new InputProblem(Kind.INVALID, "themeTooLong", longest);
	}

	public static InputProblem notAsked() {
		return new InputProblem(Kind.INVALID, "notAsked");
	}

	public static InputProblem noDraft() {
		return new InputProblem(Kind.CONFLICT, "noDraft");
	}

	/** A letter has a subject and a text, or neither. */
	public static InputProblem halfALetter() {
		return new InputProblem(Kind.INVALID, "halfALetter");
	}

	public static InputProblem tooManyBodies(int most) {
		return new InputProblem(Kind.INVALID, "tooManyBodies", most);
	}

	static InputProblem referralSent() {
		return new InputProblem(Kind.CONFLICT, "referralSent");
	}

	public static InputProblem bodyWithoutName(int line) {
		return new InputProblem(Kind.INVALID, "bodyWithoutName", line);
	}

	public static InputProblem bodyWithoutAddress(int line) {
		return new InputProblem(Kind.INVALID, "bodyWithoutAddress", line);
	}

	public static InputProblem notAllowed() {
		return new InputProblem(Kind.FORBIDDEN, "notAllowed");
	}

}
