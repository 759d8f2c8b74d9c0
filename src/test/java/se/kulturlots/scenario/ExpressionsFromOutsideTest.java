package se.kulturlots.scenario;

import java.lang.reflect.Field;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.rest.dto.AbstractReportDto;
import org.camunda.bpm.engine.rest.dto.AbstractSearchQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import se.kulturlots.identity.Role;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody in each role sends an expression in every field of the API that takes one, in
 * every way in which a query comes in, through each entrance. Each would leave a mark on
 * the machine or in the database.
 */
@KulturlotsTest
class ExpressionsFromOutsideTest {

	/** Where the API takes each kind of query that has fields for expressions. */
	private static final Map<Class<?>, String> ADDRESSES = Map.of(TaskQueryDto.class, "/task");

	private static final Map<Class<?>, List<String>> FIELDS = fieldsOfQueries();

	private static final String TABLE = "marked_by_an_expression";

	private static final String BY_BEAN = "${jdbcTemplate.execute('create table if not exists " + TABLE
			+ " (id int)')}";

	/** It waits, so that a mark is there when the answer is. */
	private static final String BY_REFLECTION = "${\"\".getClass().forName(\"java.lang.Runtime\")"
			+ ".getMethod(\"getRuntime\").invoke(null).exec(\"touch %s\").waitFor().toString()}";

	private static final String WEB_APPLICATIONS = "/camunda/api/engine/engine/default";

	/** A list that asks for everything is refused for that. */
	private static final String FEW = "?maxResults=1";

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	FilterService filters;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ObjectMapper json;

	@TempDir
	Path folder;

	String filter;

	@BeforeEach
	void names() {
		this.filter = this.filters.createTaskFilterQuery().filterName("Mina uppgifter").singleResult().getId();
	}

	@AfterEach
	void forget() {
		this.jdbc.sql("drop table if exists " + TABLE).update();
	}

	@Test
	void everyFieldForAnExpressionIsKnown() {
		assertThat(FIELDS.keySet()).isEqualTo(ADDRESSES.keySet());
		assertThat(FIELDS.get(TaskQueryDto.class))
			.contains("assigneeExpression", "candidateGroupsExpression", "processInstanceBusinessKeyLikeExpression",
					"dueBeforeExpression", "followUpBeforeOrNotExistentExpression")
			.hasSizeGreaterThanOrEqualTo(20);
	}

	@Test
	void noExpressionIsTakenAndNoneLeavesAMark() throws Exception {
		Path mark = this.folder.resolve("marked");
		List<String> expressions = List.of(BY_BEAN, BY_REFLECTION.formatted(mark));
		List<Callable<List<String>>> people = new ArrayList<>();
		for (Role role : Role.values()) {
			Caller caller = caller(role);
			people.add(() -> tryAll(role, caller, expressions));
		}
		List<String> faults = new ArrayList<>();
		ExecutorService threads = Executors.newFixedThreadPool(people.size());
		try {
			for (Future<List<String>> person : threads.invokeAll(people)) {
				faults.addAll(person.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
		if (Files.exists(mark)) {
			faults.add("a file was made");
		}
		if (this.jdbc.sql("select count(*) from pg_tables where tablename = :table")
			.param("table", TABLE)
			.query(int.class)
			.single() > 0) {
			faults.add("a table was made");
		}
		assertThat(faults).isEmpty();
	}

	private List<String> tryAll(Role role, Caller caller, List<String> expressions) throws Exception {
		List<String> faults = new ArrayList<>();
		for (var query : FIELDS.entrySet()) {
			List<Way> ways = ways(ADDRESSES.get(query.getKey()));
			for (int i = 0; i < query.getValue().size(); i++) {
				for (int j = 0; j < ways.size(); j++) {
					String field = query.getValue().get(i);
					int turn = i + j;
					String expression = expressions.get((turn + role.ordinal()) % 2);
					ask(role, caller, ways.get(j), Door.SESSION, field, expression, faults);
					// a password is checked each time: every field in every way by one
					// role, and every role in every way
					if (turn % Role.values().length == role.ordinal()) {
						Door door = (i % 2 == 0) ? Door.BASIC : Door.BASIC_ENGINE;
						ask(role, caller, ways.get(j), door, field, expressions.get(j % 2), faults);
					}
				}
			}
		}
		return faults;
	}

	private void ask(Role role, Caller caller, Way way, Door door, String field, String expression, List<String> faults)
			throws Exception {
		int status = way.send(caller, door, field, expression).statusCode();
		if (!List.of(400, 403, 404).contains(status)) {
			faults.add(role + " " + way + " " + door + " " + field + ": " + status);
		}
	}

	/** Signed in, and with what the web applications' API asks for from each page. */
	private Caller caller(Role role) {
		Caller caller = new Caller(this.port, this.accounts.with(this.authorities.region().id(), role).id());
		caller.webApplication("GET", WEB_APPLICATIONS + "/task/count", null);
		return caller;
	}

	/** So that what is refused above is refused for its expression. */
	@Test
	void theSameWithoutAnExpressionIsAnswered() throws Exception {
		Caller officer = caller(Role.OFFICER);
		for (String address : ADDRESSES.values()) {
			for (Way way : ways(address)) {
				if (way.plain()) {
					for (Door door : Door.values()) {
						assertThat(way.send(officer, door, "nameLike", "%").statusCode()).as(way + " " + door)
							.isBetween(200, 299);
					}
				}
			}
		}
	}

	private List<Way> ways(String list) {
		List<Way> ways = new ArrayList<>();
		List<Function<Map<String, Object>, Map<String, Object>>> shapes = List.of((query) -> query,
				(query) -> Map.of("orQueries", List.of(query)),
				(query) -> Map.of("orQueries", List.of(Map.of("nameLike", "%"), query)),
				(query) -> Map.of("orQueries", List.of(Map.of("orQueries", List.of(query)))));
		for (var shape : shapes) {
			boolean plain = shape == shapes.get(0);
			for (String address : List.of(list + FEW, list + "/count", filtered("/list" + FEW), filtered("/count"),
					filtered("/singleResult"))) {
				ways.add(new Way("POST", address, shape, plain));
			}
			for (String change : List.of("POST /filter/create", "PUT /filter/" + this.filter)) {
				ways.add(new Way(change.split(" ")[0], change.split(" ")[1], (query) -> Map.of("resourceType", "Task",
						"name", "Mitt filter", "query", shape.apply(query), "properties", Map.of()), false));
			}
		}
		ways.add(new Way("GET", list + FEW, null, true));
		ways.add(new Way("GET", list + "/count?", null, true));
		return ways;
	}

	private String filtered(String what) {
		return "/filter/" + this.filter + what;
	}

	/** The kinds of query in the API that have fields for expressions, and these. */
	private static Map<Class<?>, List<String>> fieldsOfQueries() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(AbstractSearchQueryDto.class));
		scanner.addIncludeFilter(new AssignableTypeFilter(AbstractReportDto.class));
		Map<Class<?>, List<String>> fields = new HashMap<>();
		for (BeanDefinition found : scanner.findCandidateComponents("org.camunda.bpm")) {
			Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
			List<String> own = Stream
				.concat(Arrays.stream(type.getMethods())
					.filter((method) -> method.getName().matches("set.+Expressions?")
							&& method.getParameterCount() == 1)
					.map((method) -> StringUtils.uncapitalize(method.getName().substring(3))), declared(type))
				.distinct()
				.sorted(Comparator.naturalOrder())
				.toList();
			if (!own.isEmpty()) {
				fields.put(type, own);
			}
		}
		return fields;
	}

	private static Stream<String> declared(Class<?> type) {
		return Arrays.stream(type.getDeclaredFields())
			.map(Field::getName)
			.filter((name) -> name.endsWith("Expression"));
	}

	private enum Door {

		SESSION, BASIC, BASIC_ENGINE

	}

	/** How a query comes in. */
	private final class Way {

		private final String method;

		private final String address;

		private final @Nullable Function<Map<String, Object>, Map<String, Object>> shape;

		private final boolean plain;

		private Way(String method, String address, @Nullable Function<Map<String, Object>, Map<String, Object>> shape,
				boolean plain) {
			this.method = method;
			this.address = address;
			this.shape = shape;
			this.plain = plain;
		}

		/** Whether it only asks, in the outermost query. */
		boolean plain() {
			return this.plain;
		}

		HttpResponse<String> send(Caller caller, Door door, String field, String value) throws JsonProcessingException {
			String path = (this.shape != null) ? this.address
					: this.address + "&" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
			String body = (this.shape != null)
					? ExpressionsFromOutsideTest.this.json.writeValueAsString(this.shape.apply(Map.of(field, value)))
					: null;
			return switch (door) {
				case SESSION -> caller.webApplication(this.method, WEB_APPLICATIONS + path, body);
				case BASIC -> caller.basic(this.method, "/engine-rest" + path, body);
				case BASIC_ENGINE -> caller.basic(this.method, "/engine-rest/engine/default" + path, body);
			};
		}

		@Override
		public String toString() {
			return this.method + " " + this.address
					+ ((this.shape != null) ? " " + this.shape.apply(Map.of("field", "…")) : "");
		}

	}

}
