package se.kulturlots.consultation.web;

import java.util.List;
import java.util.Map;

import se.kulturlots.workflow.TaskLine;

/** Which part of a consultation's pages a task belongs to. */
public final class CaseTab {

	private static final Map<String, String> OF_PROCESS = Map.of("inventory", "/invitees", "invitation", "/invitees",
			"meeting", "/meetings", "inputPeriod", "/input", "planDrafting", "/plan", "planApproval", "/plan",
			"feedback", "/plan");

	private CaseTab() {
	}

	/**
	 * The tasks that a tab shows.
	 * @param tab the end of its address; the overview's is empty and shows all
	 * @param tasks all tasks of the consultation
	 * @return in the same order
	 */
	public static List<TaskLine> tasks(String tab, List<TaskLine> tasks) {
		return tab.isEmpty() ? tasks
				: tasks.stream().filter((line) -> tab.equals(OF_PROCESS.get(line.task().process()))).toList();
	}

}
