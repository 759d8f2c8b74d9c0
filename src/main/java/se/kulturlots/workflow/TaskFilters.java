package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The filters that everyone has in Tasklist from the start. */
@Component
@Order(20)
class TaskFilters implements ApplicationRunner {

	private static final String SOON = "${dateTime().plusDays(7)}";

	private final FilterService filters;

	private final TaskService tasks;

	TaskFilters(FilterService filters, TaskService tasks) {
		this.filters = filters;
		this.tasks = tasks;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		ensure("Mina uppgifter", -40, "Det som ligger på dig", query().taskAssigneeExpression("${currentUser()}"));
		ensure("Gruppens uppgifter", -30, "Lediga uppgifter för din roll",
				query().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
		ensure("Sista dag snart", -20, "Sista dag inom en vecka",
				query().taskCandidateGroupInExpression("${currentUserGroups()}")
					.includeAssignedTasks()
					.dueAfterExpression("${now()}")
					.dueBeforeExpression(SOON));
		ensure("Försenade", -10, "Sista dag har passerat",
				query().taskCandidateGroupInExpression("${currentUserGroups()}")
					.includeAssignedTasks()
					.dueBeforeExpression("${now()}"));
	}

	private TaskQuery query() {
		return this.tasks.createTaskQuery().active();
	}

	private void ensure(String name, int priority, String description, TaskQuery query) {
		if (this.filters.createTaskFilterQuery().filterName(name).count() == 0) {
			Filter filter = this.filters.newTaskFilter(name);
			filter.setQuery(query.orderByDueDate().asc());
			filter.setProperties(Map.of("priority", priority, "color", "#1a5c4c", "refresh", true, "description",
					description, "variables", List.of()));
			this.filters.saveFilter(filter);
		}
	}

}
