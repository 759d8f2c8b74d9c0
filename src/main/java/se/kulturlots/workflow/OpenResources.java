package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Everything of the engine's REST API and of its web applications' own APIs that is open,
 * for reading too; what is not named here is closed. Each line is a method, a path and,
 * for what changes something, the fields that its JSON body may have. Ids are bound to
 * the caller's authority in one of four ways:
 * <ul>
 * <li>by the name of their path variable, which is a kind that {@link EngineIds} looks
 * up;</li>
 * <li>{@code {account}} has to be the caller's own;</li>
 * <li>{@code {shared}} is a decision table, a filter or the key of a diagram, which
 * belong to no authority, as diagrams do, and {@code {name}} the name of a variable of
 * what stands before it;</li>
 * <li>ids in the query and body of a list only narrow what the engine returns, which are
 * rows of the caller's authority.</li>
 * </ul>
 * Aggregates that the engine computes over all authorities are closed.
 */
final class OpenResources {

	private static final String ENGINE = """
			GET  /identity/groups
			GET  /identity/password-policy
			GET  /user
			GET  /user/{account}/profile
			GET  /group/count

			GET  /process-definition
			GET  /process-definition/count
			GET  /process-definition/statistics
			GET  /process-definition/{processDefinition}
			GET  /process-definition/{processDefinition}/xml
			GET  /process-definition/{processDefinition}/statistics
			GET  /process-definition/{processDefinition}/static-called-process-definitions
			GET  /process-definition/{processDefinition}/startForm
			GET  /process-definition/{processDefinition}/deployed-start-form
			GET  /process-definition/{processDefinition}/form-variables
			POST /process-definition/{processDefinition}/start variables withVariablesInReturn businessKey
			POST /process-definition/{processDefinition}/submit-form variables withVariablesInReturn businessKey
			GET  /process-definition/key/{shared}
			GET  /process-definition/key/{shared}/xml
			GET  /process-definition/key/{shared}/statistics
			GET  /process-definition/key/{shared}/startForm
			GET  /process-definition/key/{shared}/deployed-start-form
			GET  /process-definition/key/{shared}/form-variables
			POST /process-definition/key/{shared}/start variables withVariablesInReturn businessKey
			POST /process-definition/key/{shared}/submit-form variables withVariablesInReturn businessKey
			GET  /decision-definition
			GET  /decision-definition/count
			GET  /decision-definition/{shared}
			GET  /decision-definition/{shared}/xml
			GET  /decision-requirements-definition
			GET  /decision-requirements-definition/count
			GET  /case-definition/count
			GET  /job-definition
			GET  /job-definition/count
			GET  /job-definition/{shared}
			GET  /deployment
			GET  /deployment/count

			OPTIONS /filter
			GET  /filter
			GET  /filter/count
			GET  /filter/{shared}
			GET  /filter/{shared}/list
			POST /filter/{shared}/list *
			GET  /filter/{shared}/count
			POST /filter/{shared}/count *
			GET  /filter/{shared}/singleResult
			POST /filter/{shared}/singleResult *

			GET  /task
			POST /task *
			GET  /task/count
			POST /task/count *
			GET  /task/report/candidate-group-count
			GET  /task/{task}
			GET  /task/{task}/form
			GET  /task/{task}/form-variables
			GET  /task/{task}/deployed-form
			GET  /task/{task}/identity-links
			GET  /task/{task}/comment
			POST /task/{task}/comment/create message
			POST /task/{task}/claim userId
			POST /task/{task}/unclaim
			POST /task/{task}/assignee userId
			POST /task/{task}/complete variables withVariablesInReturn
			POST /task/{task}/submit-form variables withVariablesInReturn

			GET  /process-instance
			POST /process-instance *
			GET  /process-instance/count
			POST /process-instance/count *
			GET  /process-instance/{processInstance}
			GET  /process-instance/{processInstance}/activity-instances
			GET  /process-instance/{processInstance}/variables
			GET  /process-instance/{processInstance}/variables/{name}
			GET  /execution
			POST /execution *
			GET  /execution/count
			POST /execution/count *
			GET  /execution/{execution}
			GET  /execution/{execution}/localVariables
			GET  /execution/{execution}/localVariables/{name}
			GET  /event-subscription
			GET  /event-subscription/count
			GET  /variable-instance
			POST /variable-instance *
			GET  /variable-instance/count
			POST /variable-instance/count *
			GET  /variable-instance/{variable}
			GET  /incident
			GET  /incident/count
			GET  /incident/{incident}
			GET  /job
			POST /job *
			GET  /job/count
			POST /job/count *
			GET  /job/{job}
			GET  /job/{job}/stacktrace
			PUT  /job/{job}/retries retries dueDate
			GET  /external-task
			POST /external-task *
			GET  /external-task/count
			POST /external-task/count *
			GET  /batch/statistics
			GET  /batch/statistics/count

			GET  /history/process-instance
			POST /history/process-instance *
			GET  /history/process-instance/count
			POST /history/process-instance/count *
			GET  /history/process-instance/{historicProcessInstance}
			GET  /history/activity-instance
			POST /history/activity-instance *
			GET  /history/activity-instance/count
			POST /history/activity-instance/count *
			GET  /history/activity-instance/{historicActivityInstance}
			GET  /history/task
			POST /history/task *
			GET  /history/task/count
			POST /history/task/count *
			GET  /history/variable-instance
			POST /history/variable-instance *
			GET  /history/variable-instance/count
			POST /history/variable-instance/count *
			GET  /history/variable-instance/{historicVariable}
			GET  /history/detail
			POST /history/detail *
			GET  /history/detail/count
			GET  /history/detail/{historicDetail}
			GET  /history/incident
			GET  /history/incident/count
			GET  /history/job-log
			POST /history/job-log *
			GET  /history/job-log/count
			POST /history/job-log/count *
			GET  /history/job-log/{historicJobLog}
			GET  /history/job-log/{historicJobLog}/stacktrace
			GET  /history/decision-instance
			GET  /history/decision-instance/count
			GET  /history/decision-instance/{historicDecision}
			GET  /history/batch
			GET  /history/batch/count
			""";

	/**
	 * Named field by field: Cockpit's queries would let a client set their checks, too.
	 */
	private static final String COCKPIT = """
			GET  /process-definition/statistics
			GET  /process-definition/statistics-count
			POST /process-definition/{processDefinition}/called-process-definitions = id parentProcessDefinitionId activityIdIn
			POST /process-instance ? firstResult maxResults sortBy sortOrder processDefinitionId parentProcessDefinitionId activityIdIn businessKey startedAfter startedBefore variables
			POST /process-instance/count ? processDefinitionId parentProcessDefinitionId activityIdIn businessKey startedAfter startedBefore variables
			POST /process-instance/{processInstance}/called-process-instances ? id activityInstanceIdIn
			POST /incident ? sortBy sortOrder processDefinitionIdIn processInstanceIdIn activityIdIn
			POST /incident/count ? sortBy sortOrder processDefinitionIdIn processInstanceIdIn activityIdIn
			""";

	private static final String OTHER = """
			GET  /engine-rest/engine
			GET  /camunda/api/engine/engine
			GET  /camunda/api/admin/auth/user/default
			GET  /camunda/api/admin/plugin/adminPlugins/static/{*file}
			GET  /camunda/api/cockpit/plugin/cockpitPlugins/static/{*file}
			GET  /camunda/api/tasklist/plugin/tasklistPlugins/static/{*file}
			""";

	private static final List<OpenResource> ALL = Stream
		.of(below("/engine-rest", ENGINE), below("/engine-rest/engine/default", ENGINE),
				below("/camunda/api/engine/engine/default", ENGINE),
				below("/camunda/api/cockpit/plugin/base/default", COCKPIT), below("", OTHER))
		.flatMap(List::stream)
		.toList();

	private static final Pattern LISTS = Pattern
		.compile("(/engine-rest|/engine-rest/engine/default|/camunda/api/engine/engine/default)"
				+ "/((history/)?[a-z]+(-[a-z]+)*|filter/\\{shared}/list)");

	private static final Pattern LAST_SLASH = Pattern.compile("/$");

	private OpenResources() {
	}

	private static List<OpenResource> below(String start, String lines) {
		return lines.lines().filter((line) -> !line.isBlank()).map((line) -> OpenResource.of(start, line)).toList();
	}

	/**
	 * Finds what is asked for.
	 * @param method the HTTP method
	 * @param path the decoded path
	 * @return the resource with its ids, or nothing if it is closed
	 */
	static Optional<Asked> find(String method, String path) {
		String reads = method.equals("HEAD") ? "GET" : method;
		PathContainer asked = PathContainer.parsePath(LAST_SLASH.matcher(path).replaceFirst(""));
		return ALL.stream()
			.filter((resource) -> resource.method().equals(reads) && resource.path().matches(asked))
			.min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.path(), other.path()))
			.map((resource) -> new Asked(resource, resource.path().matchAndExtract(asked).getUriVariables()));
	}

	static List<OpenResource> all() {
		return ALL;
	}

	/**
	 * A resource that is open.
	 *
	 * @param method the HTTP method
	 * @param path its address
	 * @param fields what its body may have, as written above
	 */
	record OpenResource(String method, PathPattern path, Set<String> fields) {

		static OpenResource of(String start, String line) {
			String[] words = line.split(" +");
			return new OpenResource(words[0], PathPatternParser.defaultInstance.parse(start + words[1]),
					Stream.of(words).skip(2).collect(Collectors.toUnmodifiableSet()));
		}

		/** Whether we answer it, and not the engine. */
		boolean isOurs() {
			return this.fields.contains("=");
		}

		/** Whether it finds rows or counts them, and nothing else. */
		boolean isQuery() {
			return this.fields.contains("*") || this.fields.contains("?")
					|| (this.method.equals("GET") && !this.path.getPatternString().contains("{"));
		}

		/** Whether it answers with rows, a page of them. */
		boolean isList() {
			return LISTS.matcher(this.path.getPatternString()).matches();
		}

		boolean mayHave(String field) {
			return this.fields.contains("*") || this.fields.contains(field);
		}

	}

	/**
	 * A request for an open resource.
	 *
	 * @param resource what is asked for
	 * @param ids the values of its path variables
	 */
	record Asked(OpenResource resource, Map<String, String> ids) {
	}

}
