package se.kulturlots.workflow;

/** The variables of every process. */
public final class CaseVariables {

	/** The id of the case that everything belongs to. */
	public static final ProcessVariable CASE = new ProcessVariable("caseId");

	/** The id of the account that the officer's tasks go to. */
	public static final ProcessVariable RESPONSIBLE_OFFICER = new ProcessVariable("responsibleOfficer");

	private CaseVariables() {
	}

}
