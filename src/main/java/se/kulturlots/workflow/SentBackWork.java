package se.kulturlots.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.workflow.FormSchema.Field;

/**
 * What has been sent back and not been approved since, by the answers of the forms in
 * which that is decided.
 */
@Component
public class SentBackWork {

	/** The decision, in every form, that sends work back. */
	private static final String SENT_BACK = "sentBack";

	private static final String COMMENT = "comment";

	private final JdbcClient jdbc;

	private final AppClock clock;

	SentBackWork(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Notes what was decided in a task. */
	void note(TaskEntity task, Id subject, @Nullable String role, FormSchema schema, Map<String, Object> answers,
			@Nullable String account) {
		List<Object> decisions = schema.fields()
			.stream()
			.filter((field) -> field.variable() != null)
			.map(Field::key)
			.map(answers::get)
			.filter(Objects::nonNull)
			.toList();
		if (decisions.contains(SENT_BACK) && answers.get(COMMENT) instanceof String comment) {
			keep(task, subject, role, comment, account);
		}
		else if (!decisions.isEmpty()) {
			this.jdbc.sql("delete from task_sent_back where subject_id = :subject").param("subject", subject).update();
		}
	}

	private void keep(TaskEntity task, Id subject, @Nullable String role, String comment, @Nullable String account) {
		this.jdbc.sql("""
				insert into task_sent_back (subject_id, authority_id, task_key, task_role, account_id, comment, sent_at)
				values (:subject, :authority, :task, :role, :account, :comment, :now)
				on conflict (subject_id) do update set task_key = excluded.task_key, task_role = excluded.task_role,
				account_id = excluded.account_id, comment = excluded.comment, sent_at = excluded.sent_at""")
			.param("subject", subject)
			.param("authority", task.getTenantId())
			.param("task", task.getTaskDefinitionKey())
			.param("role", role)
			.param("account", account)
			.param("comment", comment)
			.param("now", this.clock.instant())
			.update();
	}

	/** What has been sent back of some subjects, in one statement. */
	Map<Id, Kept> of(Collection<Id> subjects) {
		return subjects.isEmpty() ? Map.of()
				: this.jdbc.sql("""
						select subject_id, task_key, task_role, account_id, comment, sent_at from task_sent_back
						where subject_id in (:subjects)""")
					.param("subjects", subjects)
					.query((row, number) -> new Kept(Columns.id(row, 1, Id::new), row.getString(2), row.getString(3),
							row.getString(4), row.getString(5), Columns.instant(row, 6)))
					.list()
					.stream()
					.collect(Collectors.toMap(Kept::subject, Function.identity()));
	}

	/** What was never approved because its process has ended. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-ended-tasks.every:PT1H}",
			initialDelayString = "${kulturlots.forget-ended-tasks.every:PT1H}")
	public void forgetEnded() {
		this.jdbc.sql("""
				delete from task_sent_back where not exists (
					select from act_ru_execution where business_key_ = subject_id::text)""").update();
	}

	/**
	 * Something that was sent back.
	 *
	 * @param subject what
	 * @param taskKey the task in which it was sent back
	 * @param role whose task that is, or null
	 * @param account who did it, or null
	 * @param comment what is to be changed
	 * @param at when
	 */
	record Kept(Id subject, String taskKey, @Nullable String role, @Nullable String account, String comment,
			Instant at) {

		/** Whether a task is there because of it. */
		boolean isWhy(OpenTask task) {
			return !task.key().equals(this.taskKey)
					&& !task.createdAt().isBefore(this.at.truncatedTo(ChronoUnit.MILLIS));
		}

	}

}
