package se.kulturlots.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.PlainText;
import se.kulturlots.identity.Account;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.workflow.FormSchema.Field;
import se.kulturlots.workflow.TaskDrafts.Draft;

/**
 * The forms of tasks, for pages of ours: they are shown, taken and answered by the
 * engine's own services with the rights of whoever is signed in, so that what Tasklist
 * sends and what a page sends comes through the same gate.
 */
@Component
public class TaskForms {

	private static final Logger log = LoggerFactory.getLogger(TaskForms.class);

	private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {
	};

	private final FormService forms;

	private final TaskService tasks;

	private final AsApplication asApplication;

	private final TaskDrafts drafts;

	private final AnswerValues values;

	private final EngineTexts texts;

	private final ObjectMapper json;

	private final CaseRehearsal rehearsal;

	TaskForms(FormService forms, TaskService tasks, AsApplication asApplication, TaskDrafts drafts, AnswerValues values,
			EngineTexts texts, ObjectMapper json, CaseRehearsal rehearsal) {
		this.forms = forms;
		this.tasks = tasks;
		this.asApplication = asApplication;
		this.drafts = drafts;
		this.values = values;
		this.texts = texts;
		this.json = json;
		this.rehearsal = rehearsal;
	}

	/**
	 * The form of a task with the facts of now, and with what its reader has written in
	 * it before.
	 * @param account who reads it
	 */
	public TaskForm open(Account account, OpenTask task) {
		Draft draft = this.drafts.of(task.id(), account.id()).orElse(null);
		return (draft != null) ? open(account, task, read(draft.answers()), draft.savedAt())
				: open(account, task, Map.of(), null);
	}

	/**
	 * The form of a task with the facts of now.
	 * @param account who reads it
	 * @param answered what was sent, which stands instead of what the form proposes; what
	 * the form only shows is always of now
	 */
	public TaskForm open(Account account, OpenTask task, Map<String, @Nullable Object> answered) {
		return open(account, task, answered, null);
	}

	private TaskForm open(Account account, OpenTask task, Map<String, @Nullable Object> answered,
			@Nullable Instant savedAt) {
		return as(account, () -> {
			byte[] schema = schema(task.id());
			Map<String, @Nullable Object> shown = new HashMap<>(facts(task));
			Set<String> answerable = answerable(schema);
			answered.forEach((key, value) -> {
				if (answerable.contains(key)) {
					shown.put(key, value);
				}
			});
			return new TaskForm(new String(schema, StandardCharsets.UTF_8), write(shown), savedAt);
		});
	}

	/**
	 * Keeps what somebody has written in the form of their task. What is as the form
	 * proposes it is not kept: it stays of now.
	 * @param answers the answers by the keys of the form
	 * @throws TaskProblem if the task is not theirs
	 */
	@Transactional
	public void keepDraft(Account account, OpenTask task, Map<String, @Nullable Object> answers) {
		if (!account.id().equals(task.assignee())) {
			throw TaskProblem.notYours();
		}
		Map<String, @Nullable Object> written = as(account, () -> {
			Map<String, @Nullable Object> facts = facts(task);
			Map<String, @Nullable Object> changed = new HashMap<>();
			answerable(schema(task.id())).stream()
				.filter(answers::containsKey)
				.filter((key) -> !Objects.equals(comparable(answers.get(key)), comparable(facts.get(key))))
				.forEach((key) -> changed.put(key, clean(answers.get(key))));
			return changed;
		});
		if (written.isEmpty()) {
			this.drafts.discard(task.id(), account.id());
		}
		else {
			this.drafts.keep(task, account.id(), write(written));
		}
	}

	/** Forgets what somebody has written in the form of a task. */
	@Transactional
	public void discardDraft(Account account, OpenTask task) {
		this.drafts.discard(task.id(), account.id());
	}

	/** As fields that are empty send all of these, and numbers in several ways. */
	private static @Nullable Object comparable(@Nullable Object value) {
		return (value == null || Boolean.FALSE.equals(value) || "".equals(value)
				|| (value instanceof Collection<?> list && list.isEmpty())) ? null : value.toString();
	}

	private static @Nullable Object clean(@Nullable Object value) {
		return (value instanceof String text) ? PlainText.text(text) : value;
	}

	/**
	 * Takes a free task.
	 * @throws AnswersRefused if somebody else has it
	 * @throws TaskProblem if it is another role's
	 */
	@Transactional
	public void claim(Account account, String taskId) {
		as(account, () -> {
			this.tasks.claim(taskId, account.id());
			return taskId;
		});
	}

	/**
	 * Makes a task free that lies on whoever asks for it.
	 * @throws AnswersRefused if somebody else has it
	 */
	@Transactional
	public void giveBack(Account account, OpenTask task) {
		if (task.assignee() != null) {
			as(account, () -> {
				this.tasks.setAssignee(task.id(), null);
				return task;
			});
		}
	}

	/**
	 * Gives a task to somebody, whoever has it; managers may.
	 * @param to the account that is to do it
	 * @throws AnswersRefused if they have not its role
	 * @throws TaskProblem if whoever asks may not
	 */
	@Transactional
	public void move(Account account, OpenTask task, String to) {
		as(account, () -> {
			this.tasks.setAssignee(task.id(), to);
			return task;
		});
	}

	/**
	 * Does a task. Whoever calls has shown them what it mails to many.
	 * @param answers the answers by the keys of the form
	 * @throws AnswersRefused with what is wrong about them; the task is as it was
	 * @throws TaskProblem if it is another role's
	 */
	@Transactional
	public void complete(Account account, String taskId, Map<String, @Nullable Object> answers) {
		as(account, () -> ShownFirst.during(() -> {
			this.forms.submitTaskForm(taskId, answers);
			return taskId;
		}));
	}

	/**
	 * What would go out if a task were done with some answers, by whoever has it or takes
	 * it.
	 * @param answers the answers by the keys of the form
	 * @throws AnswersRefused with what is wrong about them
	 * @throws TaskProblem if it is another role's
	 */
	public Outgoing rehearse(Account account, OpenTask task, Map<String, @Nullable Object> answers) {
		CaseId caseId = task.caseId();
		return (caseId == null) ? Outgoing.NOTHING : this.rehearsal.of(task.authorityId(), caseId, () -> {
			if (task.assignee() == null) {
				claim(account, task.id());
			}
			complete(account, task.id(), new HashMap<>(answers));
		});
	}

	/**
	 * What would go out if a task were done as its form stands: with what it proposes and
	 * what its reader has written in it.
	 * @return nothing if the task sends nothing to many; empty lots if it cannot be done
	 * so yet
	 */
	public Optional<Outgoing> proposed(Account account, OpenTask task) {
		byte[] form = as(account, () -> schema(task.id()));
		FormSchema schema = FormSchema.read(this.json, new ByteArrayInputStream(form));
		Field mailing = schema.mailing();
		if (mailing == null) {
			return Optional.empty();
		}
		Map<String, @Nullable Object> answers = new HashMap<>(as(account, () -> facts(task)));
		answers.keySet().retainAll(answerable(form));
		this.drafts.of(task.id(), account.id()).ifPresent((draft) -> answers.putAll(read(draft.answers())));
		if (!Field.ANY.equals(mailing.mailsWhen())) {
			answers.put(mailing.key(), "checkbox".equals(mailing.type()) ? Boolean.TRUE : mailing.mailsWhen());
		}
		try {
			return Optional.of(rehearse(account, task, answers));
		}
		catch (RuntimeException ex) {
			// answers that are missing yet, or somebody who does it now: the page is read
			// all the same
			return Optional.of(Outgoing.NOTHING);
		}
	}

	/**
	 * Reads answers as a page sends them.
	 * @param sent a JSON object, or null if nothing was sent
	 * @throws TaskProblem if it is none
	 */
	public Map<String, @Nullable Object> read(@Nullable String sent) {
		try {
			Map<String, @Nullable Object> answers = (sent != null) ? this.json.readValue(sent, ANSWERS) : null;
			if (answers != null) {
				return answers;
			}
		}
		catch (JsonProcessingException ex) {
			// told below, without what was sent
		}
		throw TaskProblem.unreadable();
	}

	private Map<String, @Nullable Object> facts(OpenTask task) {
		Locale locale = this.texts.locale(task.authorityId());
		return this.values.plain(this.forms.getTaskFormVariables(task.id()), locale);
	}

	private byte[] schema(String taskId) {
		try (InputStream form = this.forms.getDeployedTaskForm(taskId)) {
			return form.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Set<String> answerable(byte[] schema) {
		return FormSchema.read(this.json, new ByteArrayInputStream(schema))
			.fields()
			.stream()
			.filter(Field::answerable)
			.map(Field::key)
			.collect(Collectors.toUnmodifiableSet());
	}

	private String write(Map<String, @Nullable Object> values) {
		try {
			return this.json.writeValueAsString(values);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private <T> T as(Account account, Supplier<T> action) {
		try {
			return this.asApplication.as(account, action);
		}
		catch (AuthorizationException ex) {
			throw TaskProblem.notYourRole();
		}
		catch (AnswersRefused refused) {
			throw (refused.problem() instanceof TaskProblem problem) ? problem : refused;
		}
	}

	/**
	 * The form of a task.
	 *
	 * @param schema the Camunda Form, JSON
	 * @param values what stands in its fields, JSON
	 * @param draftOf when what its reader has written was saved, or null if nothing is
	 */
	public record TaskForm(String schema, String values, @Nullable Instant draftOf) {
	}

}
