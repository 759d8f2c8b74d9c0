package se.kulturlots.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.mail.Rehearsal;

/**
 * Tells beforehand what would go out if somebody did something in a case: does it, and
 * the steps that the application takes at once because of it, in a transaction that is
 * taken back.
 */
@Component
public class CaseRehearsal {

	private static final Logger log = LoggerFactory.getLogger(CaseRehearsal.class);

	/** More steps than that follow on nothing that somebody does. */
	private static final int MOST_STEPS = 200;

	private final Rehearsal rehearsal;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final AsApplication asApplication;

	CaseRehearsal(Rehearsal rehearsal, RuntimeService runtime, ManagementService management,
			AsApplication asApplication) {
		this.rehearsal = rehearsal;
		this.runtime = runtime;
		this.management = management;
		this.asApplication = asApplication;
	}

	/**
	 * Rehearses something.
	 * @param authorityId whose case
	 * @param action what somebody does; it must do nothing that outlives its transaction
	 * @return what would go out; whatever the action throws comes through
	 */
	public Outgoing of(String authorityId, CaseId caseId, Runnable action) {
		return this.rehearsal.of(() -> {
			Set<String> before = this.asApplication.call(() -> ids(due(authorityId, caseId)));
			action.run();
			this.asApplication.run(() -> goOn(authorityId, caseId, before));
		});
	}

	/** What waited before is left to whoever does it: it may be under way. */
	private void goOn(String authorityId, CaseId caseId, Set<String> before) {
		Set<String> seen = new HashSet<>(before);
		try {
			while (seen.size() < before.size() + MOST_STEPS) {
				List<Job> next = due(authorityId, caseId).stream().filter((job) -> seen.add(job.getId())).toList();
				if (next.isEmpty()) {
					return;
				}
				next.forEach((job) -> this.management.executeJob(job.getId()));
			}
		}
		catch (RuntimeException ex) {
			// it fails again when it is meant, and is shown there
			log.info("A step could not be rehearsed ({})", ex.getClass().getName());
		}
	}

	private List<Job> due(String authorityId, CaseId caseId) {
		Set<String> running = CaseInstances.ids(this.runtime, authorityId, caseId);
		return running.isEmpty() ? List.of()
				: this.management.createJobQuery().processInstanceIds(running).executable().list();
	}

	private static Set<String> ids(List<Job> jobs) {
		return jobs.stream().map(Job::getId).collect(Collectors.toSet());
	}

}
