package se.kulturlots.workflow;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.identity.Role;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.EngineApi;
import se.kulturlots.testing.EngineApi.Resource;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.workflow.OpenResources.Asked;
import se.kulturlots.workflow.OpenResources.OpenResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes through every resource that the engine and its web applications have in the
 * version in use.
 */
@KulturlotsTest
@ExtendWith(OutputCaptureExtension.class)
class OpenResourcesTest {

	private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

	/** What no field expects, in JSON. */
	private static final List<String> ODD = List.of("null", "\"x\"", "-1", "[]", "[null]", "[{}]", "\"x\\\\\"");

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	final ObjectMapper json = new ObjectMapper();

	@Test
	void whatIsOpenExists() {
		Set<OpenResource> real = EngineApi.resources()
			.stream()
			.map((resource) -> OpenResources.find(resource.method(), path(resource)))
			.flatMap((asked) -> asked.map(Asked::resource).stream())
			.collect(Collectors.toSet());
		assertThat(OpenResources.all().stream().filter((resource) -> !real.contains(resource))).isEmpty();
		assertThat(new HashSet<>(OpenResources.all())).hasSameSizeAs(OpenResources.all());
	}

	@Test
	void whatIsNotNamedIsClosedToEveryRole() {
		List<Resource> closed = EngineApi.resources()
			.stream()
			.filter((resource) -> OpenResources.find(resource.method(), path(resource)).isEmpty())
			// signing out is ours
			.filter((resource) -> !resource.path().endsWith("/logout"))
			.toList();
		assertThat(closed).extracting(Resource::toString)
			.contains("POST /engine-rest/deployment/create", "DELETE /engine-rest/engine/{name}/task/{id}",
					"GET /camunda/api/engine/engine/{name}/metrics/{name}/sum",
					"GET /engine-rest/history/process-definition/{id}/statistics",
					"GET /camunda/api/cockpit/plugin/base/{engine}/process-definition/{id}/called-process-definitions",
					"POST /camunda/api/admin/setup/{engine}/user/create");
		List<String> open = new ArrayList<>();
		for (Role role : Role.values()) {
			Caller caller = caller(role);
			for (Resource resource : closed) {
				String body = resource.method().matches("POST|PUT") ? "{}" : null;
				HttpResponse<String> answer = ask(caller, resource.method(), path(resource), body);
				if (answer.statusCode() != 404 || !answer.body().contains("Den adressen är inte öppen här.")) {
					open.add(role + " " + resource + ": " + answer.statusCode());
				}
			}
		}
		assertThat(open).isEmpty();
	}

	@Test
	void oddFieldsAreNoFaultsOfTheServer(CapturedOutput output) {
		Caller manager = caller(Role.MANAGER);
		List<String> faults = Collections.synchronizedList(new ArrayList<>());
		look(faults, manager, "POST", "/engine-rest/task?maxResults=1", "{\"name\":\"\\u0000\"}");
		look(faults, manager, "GET", "/engine-rest/task?maxResults=1&name=%00", null);
		look(faults, manager, "POST", "/engine-rest/task?maxResults=1",
				"{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\"}]}");
		look(faults, manager, "POST", "/engine-rest/task/count",
				"{\"processVariables\":[{\"name\":\"a\",\"operator\":\"like\",\"value\":\"x\\\\\"}]}");
		asked(open().filter((resource) -> resource.body() != null),
				(resource) -> fields(Objects.requireNonNull(resource.body())), ODD,
				(resource, field, odd) -> look(faults, manager, resource.method(), path(resource) + "?maxResults=1",
						"{\"" + field + "\":" + odd + "}"));
		assertThat(faults).isEmpty();
		assertThat(output.getAll()).as("the log is not flooded").doesNotContain("\tat ");
	}

	/**
	 * Each makes the database join one more table, which it plans for longer and longer.
	 */
	@Test
	void noQueryHasMoreConditionsThanTheDatabaseBears() {
		Caller manager = caller(Role.MANAGER);
		String condition = "{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"x\"}";
		String tasks = "/engine-rest/task/count";
		String many = many(condition, 300);
		assertThat(ask(manager, "POST", tasks, "{\"processVariables\":[" + many + "]}").statusCode()).isEqualTo(400);
		assertThat(ask(manager, "POST", tasks, "{\"orQueries\":[{\"processVariables\":[" + many + "]}]}").statusCode())
			.isEqualTo(400);
		assertThat(ask(manager, "POST", tasks, "{\"orQueries\":[" + many("{\"name\":\"a\"}", 300) + "]}").statusCode())
			.isEqualTo(400);
		assertThat(ask(manager, "POST", tasks, "{\"candidateGroups\":[" + many("\"x\"", 70_000) + "]}").statusCode())
			.isEqualTo(400);
		assertThat(ask(manager, "GET", tasks + "?processVariables=" + many("a_eq_x", 300), null).statusCode())
			.isEqualTo(400);
		assertThat(ask(manager, "POST", tasks,
				"{\"processVariables\":[" + many(condition, 3) + "],\"candidateGroups\":[" + many("\"x\"", 200) + "]}")
			.statusCode()).isEqualTo(200);
	}

	private static String many(String what, int number) {
		return String.join(",", Collections.nCopies(number, what));
	}

	@Test
	void oddParametersAreNoFaultsOfTheServer() {
		Caller manager = caller(Role.MANAGER);
		Map<String, Set<String>> names = open().filter((resource) -> resource.body() != null)
			.collect(Collectors.toMap(Resource::path, (resource) -> fields(Objects.requireNonNull(resource.body()))));
		Set<String> all = names.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
		assertThat(all).contains("processInstanceId", "firstResult", "orQueries");
		List<String> faults = Collections.synchronizedList(new ArrayList<>());
		// what can be asked for by POST too has the same names
		asked(open().filter((resource) -> resource.method().equals("GET") && resource.path().endsWith("/count")),
				(resource) -> names.getOrDefault(resource.path(), all), List.of("x", "x%5C"),
				(resource, name, odd) -> look(faults, manager, "GET", path(resource) + "?" + name + "=" + odd, null));
		look(faults, manager, "GET", "/engine-rest/process-instance/count?variables=a_like_x%5C,b_eq_x", null);
		assertThat(faults).isEmpty();
	}

	/** Thousands of questions, each by itself: several at a time. */
	private static void asked(Stream<Resource> resources, Function<Resource, Set<String>> names, List<String> values,
			Question question) {
		List<Runnable> all = new ArrayList<>();
		resources.forEach((resource) -> names.apply(resource)
			.forEach((name) -> values.forEach((value) -> all.add(() -> question.ask(resource, name, value)))));
		all.parallelStream().forEach(Runnable::run);
	}

	/** Each once, though the engine's own API has several entrances. */
	private static Stream<Resource> open() {
		return EngineApi.resources()
			.stream()
			.filter((resource) -> resource.path().startsWith("/engine-rest/") || resource.path().contains("/cockpit/"))
			.filter((resource) -> !resource.path().contains("/engine/{name}/"))
			.filter((resource) -> OpenResources.find(resource.method(), path(resource)).isPresent());
	}

	private static void look(List<String> faults, Caller caller, String method, String path, @Nullable String body) {
		HttpResponse<String> answer = ask(caller, method, path, body);
		if (answer.statusCode() >= 500) {
			faults.add(method + " " + path + " " + body + ": " + answer.statusCode() + " " + answer.body());
		}
	}

	private Set<String> fields(Class<?> type) {
		return this.json.getDeserializationConfig()
			.introspect(this.json.constructType(type))
			.findProperties()
			.stream()
			.filter(BeanPropertyDefinition::couldDeserialize)
			.map(BeanPropertyDefinition::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String path(Resource resource) {
		return resource.path()
			.replaceAll("/engine/\\{name}/", "/engine/default/")
			.replaceAll("\\{engine(Name)?}|\\{processEngineName}", "default")
			.replace("{file:.*}", "app/plugin.js")
			.replaceAll("\\{\\w+:?[^}]*}", NOBODYS);
	}

	private static HttpResponse<String> ask(Caller caller, String method, String path, @Nullable String body) {
		return path.startsWith("/engine-rest") ? caller.basic(method, path, body)
				: caller.webApplication(method, path, body);
	}

	private Caller caller(Role role) {
		return new Caller(this.port, this.accounts.with(this.authorities.region().id(), role).id());
	}

	/** Asks a resource with one field or parameter. */
	private interface Question {

		void ask(Resource resource, String name, String value);

	}

}
