package se.kulturlots.workflow;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the engine works out, for whom, and what it can reach by it. */
@KulturlotsTest
class ExpressionsTest {

	private static final String TABLE = "marked_by_an_expression";

	private static final String MARK = "${jdbcTemplate.execute('create table if not exists " + TABLE + " (id int)')}";

	private static final List<String> OURS = List.of("Mina uppgifter", "Gruppens uppgifter", "Sista dag snart",
			"Försenade");

	@Autowired
	ApplicationContext context;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	FilterService filters;

	@Autowired
	IdentityService identity;

	@Autowired
	ProcessEngineConfigurationImpl configuration;

	@Autowired
	AsApplication asApplication;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	Account officer;

	@BeforeEach
	void anOfficer() {
		this.officer = this.accounts.with(this.authorities.region().id(), Role.OFFICER);
	}

	@AfterEach
	void noMark() {
		this.identity.clearAuthentication();
		assertThat(this.jdbc.sql("select count(*) from pg_tables where tablename = :table")
			.param("table", TABLE)
			.query(int.class)
			.single()).isZero();
	}

	@Test
	void everyExpressionOfEveryQueryIsRefusedToSomebodySignedIn() throws Exception {
		List<String> tried = new ArrayList<>();
		for (Class<?> type : queries()) {
			for (Method method : type.getMethods()) {
				if (method.getName().endsWith("Expression") && method.getParameterCount() == 1) {
					AbstractQuery<?, ?> outer = query(type);
					method.invoke(outer, MARK);
					refused(outer);
					AbstractQuery<?, ?> inner = query(type);
					Query<?, ?> either = (Query<?, ?>) type.getMethod("or").invoke(inner);
					method.invoke(either, MARK);
					refused(inner);
					tried.add(method.getName());
				}
			}
		}
		assertThat(tried).contains("taskAssigneeExpression", "taskCandidateGroupInExpression", "dueBeforeExpression")
			.hasSizeGreaterThanOrEqualTo(20);
	}

	@Test
	void anExpressionInAnyQueryIsRefusedHoweverDeepAndByWhomeverItIsAsked() throws Exception {
		assertThat(queries()).hasSizeGreaterThan(30);
		for (Class<?> type : queries()) {
			AbstractQuery<?, ?> outer = query(type);
			outer.addExpression("anything", MARK);
			refused(outer);
		}
		TaskQueryImpl outer = (TaskQueryImpl) this.tasks.createTaskQuery();
		TaskQueryImpl middle = (TaskQueryImpl) outer.or();
		TaskQueryImpl inner = new TaskQueryImpl();
		inner.taskAssigneeExpression(MARK);
		middle.addOrQuery(inner);
		refused(outer);
	}

	private static List<Class<?>> queries() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(AbstractQuery.class));
		return scanner.findCandidateComponents("org.camunda.bpm.engine")
			.stream()
			.<Class<?>>map((found) -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
			.filter((type) -> Arrays.stream(type.getConstructors())
				.anyMatch((constructor) -> Arrays.equals(constructor.getParameterTypes(),
						new Class<?>[] { CommandExecutor.class })))
			.toList();
	}

	private AbstractQuery<?, ?> query(Class<?> type) throws Exception {
		return (AbstractQuery<?, ?>) type.getConstructor(CommandExecutor.class)
			.newInstance(this.configuration.getCommandExecutorTxRequired());
	}

	private void refused(AbstractQuery<?, ?> query) {
		for (Runnable asks : List.<Runnable>of(query::count, query::list, query::singleResult, query::listIds,
				() -> query.listPage(0, 1), query::unlimitedList)) {
			assertThatExceptionOfType(AnswersRefused.class).as(query.getClass().getSimpleName())
				.isThrownBy(() -> asOfficer(asks))
				.withMessage("Villkor med uttryck går inte att skicka hit.");
		}
	}

	private void asOfficer(Runnable action) {
		this.asApplication.as(this.officer, () -> {
			action.run();
			return null;
		});
	}

	@Test
	void anExpressionInWhatExtendsAFilterIsRefused() {
		String filter = filter("Mina uppgifter").getId();
		for (TaskQuery query : List.of(this.tasks.createTaskQuery().taskAssigneeExpression(MARK),
				this.tasks.createTaskQuery().or().taskAssigneeExpression(MARK).endOr())) {
			for (Runnable asks : List.<Runnable>of(() -> this.filters.list(filter, query),
					() -> this.filters.listPage(filter, query, 0, 1), () -> this.filters.count(filter, query),
					() -> this.filters.singleResult(filter, query))) {
				assertThatExceptionOfType(AnswersRefused.class).isThrownBy(() -> asOfficer(asks));
			}
		}
	}

	@Test
	void ourOwnFiltersShowWhoeverAsksTheirTasks() {
		ProcessInstance instance = this.asApplication.as(this.officer,
				() -> this.runtime.startProcessInstanceByKey("sample", Map.of("title", "Kulturplan")));
		String task = this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId();
		for (String name : OURS) {
			TaskQuery extending = this.tasks.createTaskQuery().taskId(task);
			long found = this.asApplication.as(this.officer, () -> this.filters.count(filter(name).getId(), extending));
			assertThat(found).as(name).isEqualTo(name.equals("Mina uppgifter") ? 1 : 0);
			assertThat(this.asApplication.as(this.officer, () -> this.filters.listPage(filter(name).getId(), 0, 10)))
				.as(name)
				.hasSize((int) found);
		}
	}

	@Test
	void filtersAreKeptByTheApplicationOnly() {
		Filter ours = filter("Mina uppgifter");
		for (Runnable change : List.<Runnable>of(() -> this.filters.newTaskFilter("Mitt"),
				() -> this.filters.saveFilter(ours.setName("Mitt")), () -> this.filters.deleteFilter(ours.getId()))) {
			assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> asOfficer(change))
				.withMessage("Du har inte rätt att göra det här.")
				.as("refused by us, not by the engine's own permissions")
				.withNoCause();
		}
		assertThat(filter("Mina uppgifter")).isNotNull();
	}

	private Filter filter(String name) {
		return this.filters.createTaskFilterQuery().filterName(name).singleResult();
	}

	/** Even when it is the application's own. */
	@ParameterizedTest
	@ValueSource(strings = { MARK, "${dataSource}", "${environment}", "${workflowSteps}", "${deadlines}",
			"${\"\".getClass()}", "${\"\".class}", "${''['class']}", "${''['getClass']()}", "${now().getClass()}",
			"${now().time}", "${dateTime().class.classLoader}", "${dateTime().chronology}",
			"${dateTime().plusYears(1)}", "${currentUser().toString()}", "${currentUserGroups().getClass()}",
			"${currentUserGroups()[0]}", "${currentUserGroups().add('x')}", "${execution}", "${processEngine}",
			"${applicationContext}" })
	void aStoredExpressionReachesWhoAsksAndTheDayAndNothingElse(String expression) {
		Filter filter = this.filters.newTaskFilter("Fientligt " + UUID.randomUUID());
		filter.setQuery(this.tasks.createTaskQuery().taskAssigneeExpression(expression));
		String id = this.filters.saveFilter(filter).getId();
		try {
			assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> this.filters.count(id));
			assertThatExceptionOfType(ProcessEngineException.class)
				.isThrownBy(() -> asOfficer(() -> this.filters.count(id)));
		}
		finally {
			this.filters.deleteFilter(id);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { MARK, "${dataSource}", "${environment}", "${runtimeService}", "${accounts}",
			"${\"\".getClass()}", "${execution.processEngineServices}", "${execution.processEngine}",
			"${execution.getProcessEngineServices()}", "${execution.setVariable('a', 'b')}", "${execution.class}",
			"${execution.getClass()}", "${sampleSteps.getClass()}", "${sampleSteps.class}", "${sampleSteps.received}",
			"${sampleSteps.hashCode()}", "${workflowSteps.targetSource}", "${workflowSteps.getTargetSource()}",
			"${deadlines.remove(execution.processBusinessKey, 'INPUT')}", "${deadlines.getTargetSource()}",
			"${responsibleOfficer.getClass()}", "${responsibleOfficer.bytes}",
			"${execution.processBusinessKey.getClass()}" })
	void inAProcessAnExpressionReachesItsVariablesItsKeyAndStepsOnly(String expression) {
		ProcessInstance instance = this.asApplication.as(this.officer,
				() -> this.runtime.startProcessInstanceByKey("sample", Map.of("title", "Kulturplan")));
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> value(instance, expression));
	}

	@Test
	void whatDiagramsCallIsReached() {
		ProcessInstance instance = this.asApplication.as(this.officer,
				() -> this.runtime.startProcessInstanceByKey("sample", Map.of("title", "Kulturplan")));
		assertThat(value(instance, "${responsibleOfficer}")).isEqualTo(this.officer.id());
		assertThat(value(instance, "${sampleSteps.remindAt(execution.processBusinessKey)}")).isNotNull();
		assertThat(value(instance, "${taskDates.inWorkingDays(execution, 5)}")).isNotNull();
		assertThat(value(instance, "${dateTime().plusDays(7)}")).isNotNull();
	}

	@Test
	void nothingIsThereThatNoDiagramCalls() throws Exception {
		String diagrams = "";
		for (Resource diagram : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:processes/**/*.bpmn")) {
			diagrams += diagram.getContentAsString(StandardCharsets.UTF_8);
		}
		DiagramBeans seen = new DiagramBeans(this.context);
		List<String> names = Arrays.stream(this.context.getBeanDefinitionNames()).filter(seen::containsKey).toList();
		assertThat(names).contains("deadlines", "taskDates", "workflowSteps", "sampleSteps");
		for (String name : names) {
			assertThat(diagrams).contains("{" + name + ".");
			if (!name.endsWith("Steps")) {
				Object bean = seen.get(name);
				for (Method method : AopUtils.getTargetClass(bean).getMethods()) {
					String call = "{" + name + "." + method.getName() + "(";
					assertThat(seen.offer(bean, method.getName())).as(call).isEqualTo(diagrams.contains(call));
				}
			}
		}
	}

	private Object value(ProcessInstance instance, String expression) {
		return this.configuration.getCommandExecutorTxRequired().execute((context) -> {
			VariableScope scope = context.getExecutionManager().findExecutionById(instance.getId());
			return this.configuration.getExpressionManager().createExpression(expression).getValue(scope);
		});
	}

	@Test
	void noFunctionOfAPluginIsThere() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.configuration.getExpressionManager().createExpression("${S('<a/>')}"));
	}

	@Test
	void noScriptIsRun() {
		for (String language : List.of("juel", "javascript", "groovy", "ruby", "python", "feel")) {
			assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> this.configuration
				.getCommandExecutorTxRequired()
				.execute((context) -> this.configuration.getScriptingEngines().getScriptEngineForLanguage(language)));
		}
	}

}
