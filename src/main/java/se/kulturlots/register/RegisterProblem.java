package se.kulturlots.register;

import se.kulturlots.core.Problem;

/** What can be wrong about the register. */
public final class RegisterProblem extends Problem {

	private static final String ALREADY_THERE = "register.problem.alreadyThere";

	private RegisterProblem(Kind kind, String messageKey, Object... arguments) {
		super(kind, messageKey, arguments);
	}

	static RegisterProblem unknown() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknown");
	}

	static RegisterProblem notPending() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.notPending");
	}

	static RegisterProblem notRemoved() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.notRemoved");
	}

	static RegisterProblem alreadyThere() {
		return new RegisterProblem(Kind.CONFLICT, ALREADY_THERE);
	}

	/**
	 * Whether the register has the organisation already.
	 * @return true if that is the problem
	 */
	public boolean isAlreadyThere() {
		return ALREADY_THERE.equals(messageKey());
	}

	static RegisterProblem changedMeanwhile() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.changedMeanwhile");
	}

	static RegisterProblem decidedMeanwhile() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.decidedMeanwhile");
	}

	static RegisterProblem unknownBulkChange() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownBulkChange");
	}

	static RegisterProblem bulkChangeUndone() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.bulkChangeUndone");
	}

	static RegisterProblem someTheSame() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.someTheSame");
	}

	static RegisterProblem unknownFilter() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownFilter");
	}

	static RegisterProblem filterName(int longest) {
		RegisterProblem problem = new RegisterProblem(Kind.INVALID, "register.problem.filterName", longest);
		problem.at("name");
		return problem;
	}

	static RegisterProblem tooManyFilters(int most) {
		RegisterProblem problem = new RegisterProblem(Kind.INVALID, "register.problem.tooManyFilters", most);
		problem.at("name");
		return problem;
	}

	static RegisterProblem unknownJoin() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownJoin");
	}

	static RegisterProblem notToTakeBack() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.notToTakeBack");
	}

	static RegisterProblem joinedSince() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.joinedSince");
	}

	static RegisterProblem notThere() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.notThere");
	}

	static RegisterProblem joined() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.joined");
	}

	/**
	 * A contact that has not been.
	 * @return to be said at the day
	 */
	public static RegisterProblem contactInFuture() {
		RegisterProblem problem = new RegisterProblem(Kind.INVALID, "register.problem.contactInFuture");
		problem.at("day");
		return problem;
	}

	static RegisterProblem unknownImport() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownImport");
	}

	static RegisterProblem importExpired() {
		return new RegisterProblem(Kind.GONE, "register.problem.importExpired");
	}

	private static RegisterProblem ofFile(String messageKey, Object... arguments) {
		RegisterProblem problem = new RegisterProblem(Kind.INVALID, messageKey, arguments);
		problem.at("file");
		return problem;
	}

	static RegisterProblem emptyFile() {
		return ofFile("register.problem.emptyFile");
	}

	static RegisterProblem notText() {
		return ofFile("register.problem.notText");
	}

	static RegisterProblem unreadable() {
		return ofFile("register.problem.unreadable");
	}

	static RegisterProblem noNameColumn() {
		return ofFile("register.problem.noNameColumn");
	}

	static RegisterProblem oneNameColumn() {
		return new RegisterProblem(Kind.INVALID, "register.problem.oneNameColumn");
	}

	static RegisterProblem tooManyRows(int most) {
		return ofFile("register.problem.tooManyRows", most);
	}

	static RegisterProblem tooMuchInFile() {
		return ofFile("register.problem.tooMuchInFile");
	}

	static RegisterProblem oldWorkbook() {
		return ofFile("register.problem.oldWorkbook");
	}

	static RegisterProblem tooLarge(int megabytes) {
		return ofFile("register.problem.tooLarge", megabytes);
	}

	static RegisterProblem importFailed() {
		return ofFile("register.problem.importFailed");
	}

	static RegisterProblem notToConfirm() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.notToConfirm");
	}

	static RegisterProblem readAnew() {
		return new RegisterProblem(Kind.INVALID, "register.problem.readAnew");
	}

	static RegisterProblem builtOn() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.builtOn");
	}

	/**
	 * Only reads the register.
	 * @return forbidden
	 */
	public static RegisterProblem readOnly() {
		return new RegisterProblem(Kind.FORBIDDEN, "register.problem.readOnly");
	}

	/**
	 * A reference that was never given.
	 * @return not found
	 */
	public static RegisterProblem unknownReceipt() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownReceipt");
	}

}
