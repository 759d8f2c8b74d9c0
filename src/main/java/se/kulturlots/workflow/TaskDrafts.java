package se.kulturlots.workflow;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;

/**
 * What people have written in the forms of tasks and not sent, one draft for each task
 * and account. A draft goes with its task.
 */
@Component
public class TaskDrafts {

	private final JdbcClient jdbc;

	private final AppClock clock;

	TaskDrafts(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Draft> of(String taskId, String account) {
		return this.jdbc.sql("select answers, saved_at from task_draft where task_id = :task and account_id = :account")
			.param("task", taskId)
			.param("account", account)
			.query((row, number) -> new Draft(row.getString(1), Columns.instant(row, 2)))
			.optional();
	}

	void keep(OpenTask task, String account, String answers) {
		this.jdbc.sql("""
				insert into task_draft (task_id, account_id, authority_id, answers, saved_at)
				values (:task, :account, :authority, :answers, :now)
				on conflict (task_id, account_id) do update
				set answers = excluded.answers, saved_at = excluded.saved_at""")
			.param("task", task.id())
			.param("account", account)
			.param("authority", task.authorityId())
			.param("answers", answers)
			.param("now", this.clock.instant())
			.update();
	}

	void discard(String taskId, String account) {
		this.jdbc.sql("delete from task_draft where task_id = :task and account_id = :account")
			.param("task", taskId)
			.param("account", account)
			.update();
	}

	/** The task is done. */
	void forget(String taskId) {
		this.jdbc.sql("delete from task_draft where task_id = :task").param("task", taskId).update();
	}

	/**
	 * Those of tasks that ended undone: only the engine knows when a case is cancelled.
	 */
	@Scheduled(fixedDelayString = "${kulturlots.forget-ended-tasks.every:PT1H}",
			initialDelayString = "${kulturlots.forget-ended-tasks.every:PT1H}")
	public void forgetEnded() {
		this.jdbc.sql("delete from task_draft where not exists (select from act_ru_task where id_ = task_id)").update();
	}

	/**
	 * A draft.
	 *
	 * @param answers JSON
	 * @param savedAt when it was saved last
	 */
	record Draft(String answers, Instant savedAt) {
	}

}
