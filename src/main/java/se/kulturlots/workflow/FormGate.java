package se.kulturlots.workflow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractGetFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessInstanceWithVariablesImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.Id;
import se.kulturlots.core.Problem;

/**
 * Stands before every completion of a user task and every start of a process: checks who
 * does it, judges the answers by the form, hands them to the domain in the engine's
 * transaction, and takes them away from the engine, but for the decisions that gateways
 * read. It also gives forms the facts they show. It is an interceptor since a task
 * listener comes too late to see what was sent and shows people technical sentences.
 */
@Component
class FormGate extends CommandInterceptor {

	private final Steps steps;

	private final FormValidator validator;

	private final ObjectMapper json;

	private final EngineTexts texts;

	private final TenantOfCase tenantOfCase;

	private final CaseVariableListener caseVariables;

	private final StartLock startLock;

	private final AnswerValues values;

	private final TaskRoles roles;

	private final TaskDrafts drafts;

	private final SentBackWork sentBack;

	private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

	FormGate(Steps steps, FormValidator validator, ObjectMapper json, EngineTexts texts, TenantOfCase tenantOfCase,
			CaseVariableListener caseVariables, StartLock startLock, AnswerValues values, TaskRoles roles,
			TaskDrafts drafts, SentBackWork sentBack) {
		this.steps = steps;
		this.validator = validator;
		this.json = json;
		this.texts = texts;
		this.tenantOfCase = tenantOfCase;
		this.caseVariables = caseVariables;
		this.startLock = startLock;
		this.values = values;
		this.roles = roles;
		this.drafts = drafts;
		this.sentBack = sentBack;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T execute(Command<T> command) {
		CommandContext context = Context.getCommandContext();
		if (command instanceof SubmitTaskFormCmd) {
			answerTask(context, command, "properties");
		}
		else if (command instanceof CompleteTaskCmd) {
			answerTask(context, command, "variables");
		}
		else if (command instanceof SubmitStartFormCmd) {
			return startByForm(context, (SubmitStartFormCmd) command, command);
		}
		else if (command instanceof StartProcessInstanceCmd) {
			return startByBuilder(context, command);
		}
		else if (command instanceof AbstractGetFormVariablesCmd query) {
			VariableMap variables = (VariableMap) this.next.execute(command);
			showFacts(context, query, variables);
			return (T) variables;
		}
		return this.next.execute(command);
	}

	private void refuseIfSignedIn(CommandContext context) {
		if (context.getAuthenticatedUserId() != null) {
			throw new AuthorizationException("Only the application itself may do this.");
		}
	}

	private void answerTask(CommandContext context, Command<?> command, String variablesField) {
		TaskEntity task = context.getTaskManager().findTaskById((String) CommandFields.read(command, "taskId"));
		if (task == null || task.getProcessDefinitionId() == null) {
			return;
		}
		context.getProcessEngineConfiguration().getCommandCheckers().forEach((checker) -> checker.checkTaskWork(task));
		String account = context.getAuthenticatedUserId();
		if (account != null && task.getAssignee() != null && !account.equals(task.getAssignee())) {
			throw AnswersRefused.second(this.texts.of(task.getTenantId(), "workflow.task.claimedByOther"));
		}
		if (account != null) {
			this.roles.check(context, task);
		}
		if (task.getTaskDefinition() == null || task.getTaskDefinition().getCamundaFormDefinitionKey() == null) {
			return;
		}
		ProcessDefinitionEntity definition = task.getProcessDefinition();
		Locale locale = this.texts.locale(task.getTenantId());
		Id id = aggregate(task);
		TaskContext taskContext = context(task, account);
		FormSchema schema = schema(context, definition.getId() + '/' + task.getTaskDefinitionKey(),
				() -> context.getProcessEngineConfiguration().getFormService().getDeployedTaskForm(task.getId()));
		Map<String, Object> facts = (id != null && schema.needsFacts())
				? this.steps.facts(definition.getKey(), task.getTaskDefinitionKey(), id, taskContext) : Map.of();
		Map<String, Object> answers = this.validator.check(schema,
				this.values.plain(CommandFields.read(command, variablesField), locale), facts, locale);
		if (account != null && !ShownFirst.holds() && schema.mailsMany(answers)) {
			throw new AnswersRefused(this.texts.of(locale, "workflow.task.mailsMany"));
		}
		if (id != null) {
			domain(locale, () -> this.steps.complete(definition.getKey(), task.getTaskDefinitionKey(), id, answers,
					taskContext));
			this.sentBack.note(task, id, this.roles.first(task), schema, answers, account);
		}
		CommandFields.write(command, variablesField, AnswerValues.decisions(schema, answers));
		this.drafts.forget(task.getId());
	}

	private <T> T startByForm(CommandContext context, SubmitStartFormCmd start, Command<T> command) {
		ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
			.getDeploymentCache()
			.findDeployedProcessDefinitionById((String) CommandFields.read(start, "processDefinitionId"));
		StartAnswers answers = startAnswers(context, definition, (String) CommandFields.read(start, "businessKey"),
				CommandFields.read(start, "variables"));
		CommandFields.write(start, "variables", Variables.createVariables());
		return startWith(context, answers, (id) -> CommandFields.write(start, "businessKey", id), command);
	}

	private <T> T startByBuilder(CommandContext context, Command<T> command) {
		ProcessInstantiationBuilderImpl builder = (ProcessInstantiationBuilderImpl) Objects
			.requireNonNull(CommandFields.read(command, "instantiationBuilder"));
		boolean byApplication = context.getAuthenticatedUserId() == null && builder.getBusinessKey() != null;
		var cache = context.getProcessEngineConfiguration().getDeploymentCache();
		ProcessDefinitionEntity definition = (builder.getProcessDefinitionId() != null)
				? cache.findDeployedProcessDefinitionById(builder.getProcessDefinitionId())
				: cache.findDeployedLatestProcessDefinitionByKey(builder.getProcessDefinitionKey());
		if (byApplication || startForm(definition) == null) {
			if (!byApplication) {
				refuseIfSignedIn(context);
			}
			return this.next.execute(command);
		}
		StartAnswers answers = startAnswers(context, definition, builder.getBusinessKey(), builder.getVariables());
		builder.getVariables().clear();
		return startWith(context, answers, builder::businessKey, command);
	}

	/**
	 * Of two starts for one case the second sees what the first has made, and is judged
	 * by it.
	 */
	private StartAnswers startAnswers(CommandContext context, ProcessDefinitionEntity definition,
			@Nullable String businessKey, @Nullable Object variables) {
		context.getProcessEngineConfiguration()
			.getCommandCheckers()
			.forEach((checker) -> checker.checkCreateProcessInstance(definition));
		String authorityId = this.tenantOfCase.current();
		Locale locale = this.texts.locale(authorityId);
		if (authorityId == null) {
			throw new AnswersRefused(this.texts.of(locale, "workflow.start.noAuthority"));
		}
		if (businessKey != null && !businessKey.isBlank()) {
			throw new AnswersRefused(this.texts.of(locale, "workflow.start.businessKey"));
		}
		if (context.getAuthenticatedUserId() != null && !isLatest(context, definition)) {
			throw new AnswersRefused(this.texts.of(locale, "workflow.start.changed"));
		}
		String formId = Objects.requireNonNull(startForm(definition));
		FormSchema schema = schema(context, definition.getId(),
				() -> context.getProcessEngineConfiguration()
					.getFormService()
					.getDeployedStartForm(definition.getId()));
		Map<String, Object> given = EarlierKeys.asked(schema, this.values.plain(variables, locale));
		this.startLock.hold(EarlierKeys.renamed(given).get(CaseVariableListener.CASE_ANSWER));
		Map<String, Object> facts = schema.needsFacts()
				? this.steps.facts(definition.getKey(), formId, authorityId, null) : Map.of();
		Map<String, Object> answers = EarlierKeys.renamed(this.validator.check(schema, given, facts, locale));
		if (context.getAuthenticatedUserId() != null && !ShownFirst.holds() && schema.mailsMany(answers)) {
			throw new AnswersRefused(this.texts.of(locale, "workflow.start.mailsMany"));
		}
		return new StartAnswers(definition.getKey(), formId, authorityId, context.getAuthenticatedUserId(), answers);
	}

	/**
	 * Makes the aggregate and starts its process. The engine sets the timers of event
	 * subprocesses before it calls any listener, so the business key has to be there
	 * before the start. The same start sent again by the same account is answered with
	 * it.
	 */
	@SuppressWarnings("unchecked")
	private <T> T startWith(CommandContext context, StartAnswers answers, Consumer<String> businessKey,
			Command<T> command) {
		String before = this.startLock.before(answers);
		ExecutionEntity same = (before != null) ? context.getExecutionManager().findExecutionById(before) : null;
		if (same != null) {
			return (T) new ProcessInstanceWithVariablesImpl(same, Variables.createVariables());
		}
		this.caseVariables.give(answers);
		try {
			return domain(this.texts.locale(answers.authorityId()), () -> {
				TaskContext starter = new TaskContext(answers.authorityId(), answers.account(), (variable) -> null);
				String id = this.steps.start(answers.processKey(), answers.formId(), answers.authorityId(),
						answers.values(), starter);
				businessKey.accept(id);
				T started = this.next.execute(command);
				this.startLock.started(answers, ((ProcessInstance) started).getId());
				return started;
			});
		}
		finally {
			this.caseVariables.give(null);
		}
	}

	/**
	 * A form opens with the facts of now and nothing else: whatever variable of the
	 * engine is named like one of its keys was answered in another task.
	 */
	private void showFacts(CommandContext context, AbstractGetFormVariablesCmd query, VariableMap variables) {
		Map<String, Object> facts = Map.of();
		variables.clear();
		if (query instanceof GetTaskFormVariablesCmd) {
			TaskEntity task = context.getTaskManager().findTaskById(query.resourceId);
			Id id = (task != null && task.getProcessDefinitionId() != null) ? aggregate(task) : null;
			if (id != null) {
				facts = this.steps.facts(task.getProcessDefinition().getKey(), task.getTaskDefinitionKey(), id,
						context(task, context.getAuthenticatedUserId()));
			}
		}
		else if (query instanceof GetStartFormVariablesCmd) {
			ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
				.getDeploymentCache()
				.findDeployedProcessDefinitionById(query.resourceId);
			String authorityId = this.tenantOfCase.current();
			String formId = startForm(definition);
			if (authorityId != null && formId != null) {
				facts = this.steps.facts(definition.getKey(), formId, authorityId, null);
			}
		}
		facts.forEach((name, value) -> {
			if (query.formVariableNames == null || query.formVariableNames.contains(name)) {
				variables.put(name, this.values.shown(value));
			}
		});
	}

	private FormSchema schema(CommandContext context, String key,
			java.util.concurrent.Callable<java.io.InputStream> form) {
		FormSchema known = this.schemas.get(key);
		if (known == null) {
			known = FormSchema.read(this.json, context.runWithoutAuthorization(form));
			this.schemas.put(key, known);
		}
		return known;
	}

	private <T> T domain(Locale locale, java.util.function.Supplier<T> action) {
		try {
			return action.get();
		}
		catch (RuntimeException ex) {
			throw translated(ex, locale);
		}
	}

	private void domain(Locale locale, Runnable action) {
		domain(locale, () -> {
			action.run();
			return null;
		});
	}

	private RuntimeException translated(RuntimeException ex, Locale locale) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof Problem problem) {
				AnswersRefused refused = new AnswersRefused(
						this.texts.of(locale, problem.messageKey(), problem.arguments()), problem);
				refused.addSuppressed(ex);
				return refused;
			}
		}
		return ex;
	}

	/* an earlier version asks, and lets through, what the form said then */
	private static boolean isLatest(CommandContext context, ProcessDefinitionEntity definition) {
		return definition.getId()
			.equals(context.getProcessEngineConfiguration()
				.getDeploymentCache()
				.findDeployedLatestProcessDefinitionByKey(definition.getKey())
				.getId());
	}

	private static @Nullable String startForm(ProcessDefinitionEntity definition) {
		FormDefinition form = definition.getStartFormDefinition();
		return (form != null && form.getCamundaFormDefinitionKey() != null)
				? form.getCamundaFormDefinitionKey().getExpressionText() : null;
	}

	private static TaskContext context(TaskEntity task, @Nullable String account) {
		return new TaskContext(task.getTenantId(), account, (variable) -> variable.in(task));
	}

	private static @Nullable Id aggregate(TaskEntity task) {
		String businessKey = task.getProcessInstance().getBusinessKey();
		return (businessKey != null) ? Id.parse(businessKey) : null;
	}

	/**
	 * The checked answers of a start form, on their way to the first step.
	 *
	 * @param processKey the process
	 * @param formId the start form
	 * @param authorityId for whom
	 * @param account who starts it, null for the application itself
	 * @param values the answers
	 */
	record StartAnswers(String processKey, String formId, String authorityId, @Nullable String account,
			Map<String, Object> values) {

		StartAnswers {
			values = new HashMap<>(values);
		}

	}

}
