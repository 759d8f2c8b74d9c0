package se.kulturlots.register;

import se.kulturlots.core.Problem;

/** What can be wrong about the register. */
public final class RegisterProblem extends Problem {

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
		return new RegisterProblem(Kind.CONFLICT, "register.problem.alreadyThere");
	}

	static RegisterProblem changedMeanwhile() {
		return new RegisterProblem(Kind.CONFLICT, "register.problem.changedMeanwhile");
	}

	static RegisterProblem unknownImport() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownImport");
	}

	static RegisterProblem importExpired() {
		return new RegisterProblem(Kind.GONE, "register.problem.importExpired");
	}

	static RegisterProblem emptyFile() {
		return new RegisterProblem(Kind.INVALID, "register.problem.emptyFile");
	}

	static RegisterProblem notText() {
		return new RegisterProblem(Kind.INVALID, "register.problem.notText");
	}

	static RegisterProblem unreadable() {
		return new RegisterProblem(Kind.INVALID, "register.problem.unreadable");
	}

	static RegisterProblem noNameColumn() {
		return new RegisterProblem(Kind.INVALID, "register.problem.noNameColumn");
	}

	static RegisterProblem tooManyRows(int most) {
		return new RegisterProblem(Kind.INVALID, "register.problem.tooManyRows", most);
	}

	static RegisterProblem unknownReceipt() {
		return new RegisterProblem(Kind.NOT_FOUND, "register.problem.unknownReceipt");
	}

}
