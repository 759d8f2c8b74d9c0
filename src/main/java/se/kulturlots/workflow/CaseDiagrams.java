package se.kulturlots.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.history.NativeHistoricActivityInstanceQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.DateText;
import se.kulturlots.core.Id;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;

/**
 * Where a case stands on its diagrams, and how it came there: from the engine's history,
 * so also after its end, in a few statements whatever its size.
 */
@Component
public class CaseDiagrams {

	/** Of what is written down for good. */
	private static final Locale SWEDISH = Locale.forLanguageTag("sv");

	private final HistoryService history;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final RepositoryService repository;

	private final IdentityService identity;

	private final AsApplication asApplication;

	private final StepNames names;

	private final Deadlines deadlines;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	/** By definition; a version of a diagram never changes. */
	private final Map<String, DiagramSteps> diagrams = new ConcurrentHashMap<>();

	private final Map<String, String> drawings = new ConcurrentHashMap<>();

	private final Map<String, Map<String, String>> jobActivities = new ConcurrentHashMap<>();

	CaseDiagrams(HistoryService history, RuntimeService runtime, ManagementService management,
			RepositoryService repository, IdentityService identity, AsApplication asApplication, StepNames names,
			Deadlines deadlines, WorkingCalendars calendars, AppClock clock) {
		this.history = history;
		this.runtime = runtime;
		this.management = management;
		this.repository = repository;
		this.identity = identity;
		this.asApplication = asApplication;
		this.names = names;
		this.deadlines = deadlines;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * All processes of a case, for staff.
	 * @param language in which steps are called by their names
	 * @return the outermost first, then in the order in which they began; nothing once
	 * the engine's history has been cleaned
	 */
	public List<CaseProcess> of(String authorityId, CaseId caseId, Locale language) {
		return this.asApplication.call(() -> read(authorityId, caseId, language));
	}

	/**
	 * The diagram of the process that a case is as a whole.
	 * @return key and version, as in addresses; nothing once the engine's history has
	 * been cleaned
	 */
	public Optional<String> outermost(String authorityId, CaseId caseId) {
		return this.asApplication.call(() -> instances(authorityId, caseId).list()
			.stream()
			.min(outermostFirst(caseId))
			.map((instance) -> instance.getProcessDefinitionKey() + '/' + instance.getProcessDefinitionVersion()));
	}

	/**
	 * The diagram that a process of a case follows, with nothing in it that is not drawn.
	 * @param key the key of the process
	 * @param version the version of its diagram
	 * @param language in which its elements are called by their names
	 * @return BPMN, or nothing if the case has no such process
	 */
	public Optional<String> drawing(String authorityId, CaseId caseId, String key, int version, Locale language) {
		return this.asApplication.call(() -> instances(authorityId, caseId).processDefinitionKey(key)
			.list()
			.stream()
			.filter((instance) -> instance.getProcessDefinitionVersion() == version)
			.findFirst()
			.map((instance) -> this.drawings.computeIfAbsent(
					instance.getProcessDefinitionId() + ' ' + language.getLanguage(),
					(id) -> draw(instance.getProcessDefinitionId(), key, language))));
	}

	private String draw(String definition, String key, Locale language) {
		return Drawing.of(this.repository.getBpmnModelInstance(definition),
				(element, id, written) -> element.equals("sequenceFlow") ? this.names.answer(written, language)
						: this.names.of(key, id, written, language));
	}

	/**
	 * Has a step that failed tried once more, with the rights of who asks for it.
	 * @param account who
	 * @param job what failed, as the step says
	 * @return the name of the step, or nothing if it is not the case's or needs no other
	 * try
	 */
	public Optional<String> retry(Account account, CaseId caseId, String job) {
		Optional<CaseStep> step = of(account.authority(), caseId, SWEDISH).stream()
			.flatMap((process) -> process.failed().stream())
			.filter((failed) -> job.equals(failed.job()))
			.findFirst();
		step.ifPresent((failed) -> {
			this.asApplication.run(() -> this.management.setJobDuedate(job, Date.from(this.clock.instant())));
			this.asApplication.as(account, () -> {
				this.management.setJobRetries(job, 1);
				return null;
			});
		});
		return step.map(CaseStep::name);
	}

	/**
	 * The case that a process belongs to.
	 * @param authorityId who asks
	 * @param instance the engine's id of the process
	 * @return the case, or nothing if it is another authority's
	 */
	public Optional<CaseId> caseOf(String authorityId, String instance) {
		return this.asApplication.call(
				() -> Optional
					.ofNullable(this.history.createHistoricVariableInstanceQuery()
						.processInstanceId(instance)
						.tenantIdIn(authorityId)
						.variableName(CaseVariables.CASE.name())
						.singleResult())
					.map((variable) -> CaseId.of((String) variable.getValue())));
	}

	/**
	 * The cases of an authority in which something has failed.
	 * @return how many steps have failed by case
	 */
	public Map<CaseId, Long> failures(String authorityId) {
		return byCase(this.management.createJobQuery().tenantIdIn(authorityId).noRetriesLeft());
	}

	/**
	 * The cases of an authority in which something has failed that the application tries
	 * again by itself.
	 * @return how many such steps by case
	 */
	public Map<CaseId, Long> triedAgain(String authorityId) {
		return byCase(this.management.createJobQuery().tenantIdIn(authorityId).withException().withRetriesLeft());
	}

	private Map<CaseId, Long> byCase(JobQuery query) {
		return this.asApplication.call(() -> {
			List<Job> failed = query.list();
			if (failed.isEmpty()) {
				return Map.of();
			}
			Map<String, CaseId> cases = new HashMap<>();
			this.runtime.createVariableInstanceQuery()
				.processInstanceIdIn(failed.stream().map(Job::getProcessInstanceId).distinct().toArray(String[]::new))
				.variableName(CaseVariables.CASE.name())
				.list()
				.forEach((variable) -> cases.put(variable.getProcessInstanceId(),
						CaseId.of((String) variable.getValue())));
			return failed.stream()
				.map((job) -> cases.get(job.getProcessInstanceId()))
				.filter(Objects::nonNull)
				.collect(Collectors.groupingBy((id) -> id, Collectors.counting()));
		});
	}

	private HistoricProcessInstanceQuery instances(String authorityId, CaseId caseId) {
		return this.history.createHistoricProcessInstanceQuery()
			.tenantIdIn(authorityId)
			.variableValueEquals(CaseVariables.CASE.name(), caseId.toString())
			.orderByProcessInstanceStartTime()
			.asc();
	}

	private static Comparator<HistoricProcessInstance> outermostFirst(CaseId caseId) {
		return Comparator.comparing((instance) -> !caseId.toString().equals(instance.getBusinessKey())
				|| instance.getSuperProcessInstanceId() != null);
	}

	private List<CaseProcess> read(String authorityId, CaseId caseId, Locale language) {
		List<HistoricProcessInstance> instances = new ArrayList<>(instances(authorityId, caseId).list());
		if (instances.isEmpty()) {
			return List.of();
		}
		instances.sort(outermostFirst(caseId));
		Map<String, List<HistoricActivityInstance>> passed = activities(instances).stream()
			.collect(Collectors.groupingBy(HistoricActivityInstance::getProcessInstanceId));
		List<Job> pending = pending(instances);
		Map<String, List<Waiting>> jobs = jobs(pending);
		Expectations expectations = expectations(authorityId, instances, pending);
		Map<String, String> people = people(passed.values());
		Set<String> failed = withFailures(instances, jobs);
		Map<String, Integer> ofItsKind = new HashMap<>();
		Map<String, Long> kinds = instances.stream()
			.collect(Collectors.groupingBy(HistoricProcessInstance::getProcessDefinitionKey, Collectors.counting()));
		return instances.stream().map((instance) -> {
			String key = instance.getProcessDefinitionKey();
			int number = ofItsKind.merge(key, 1, Integer::sum);
			return new CaseProcess(key, instance.getProcessDefinitionVersion(),
					this.names.of(key, key, Objects.requireNonNullElse(instance.getProcessDefinitionName(), key),
							language),
					(kinds.getOrDefault(key, 0L) > 1) ? number : 0, instance.getStartTime().toInstant(),
					end(instance.getEndTime()),
					diagram(instance).steps(passed.getOrDefault(instance.getId(), List.of()),
							jobs.getOrDefault(instance.getId(), List.of()), failed, people,
							instance.getEndTime() != null, new NamesOf(instance, expectations, language)));
		}).toList();
	}

	private DiagramSteps diagram(HistoricProcessInstance instance) {
		return this.diagrams.computeIfAbsent(instance.getProcessDefinitionId(),
				(id) -> DiagramSteps.of(this.repository.getBpmnModelInstance(id)));
	}

	/** Until when what is under way waits. */
	private Expectations expectations(String authorityId, List<HistoricProcessInstance> instances, List<Job> pending) {
		Map<String, Instant> timers = new HashMap<>();
		pending.stream()
			.filter((job) -> job instanceof TimerEntity && job.getDuedate().toInstant().isBefore(Deadlines.NEVER))
			.forEach((job) -> timers.put(job.getProcessInstanceId() + ' ' + activity(job),
					job.getDuedate().toInstant()));
		Map<String, Instant> due = new HashMap<>();
		Set<String> kinds = new HashSet<>();
		Set<Id> subjects = new HashSet<>();
		instances.stream().filter((instance) -> instance.getEndTime() == null).forEach((instance) -> {
			Set<String> own = diagram(instance).deadlines();
			if (!own.isEmpty()) {
				kinds.addAll(own);
				subjects.add(Id.parse(instance.getBusinessKey()));
			}
		});
		this.deadlines.dueDates(subjects, kinds)
			.forEach((deadline) -> due.put(deadline.subjectId() + " " + deadline.kind(), deadline.at()));
		return new Expectations(timers, due, this.calendars.of(authorityId).zone());
	}

	/** The engine's own query knows one process only. */
	private List<HistoricActivityInstance> activities(List<HistoricProcessInstance> instances) {
		String places = instances.stream()
			.map((instance) -> "#{p" + instances.indexOf(instance) + '}')
			.collect(Collectors.joining(", "));
		NativeHistoricActivityInstanceQuery query = this.history.createNativeHistoricActivityInstanceQuery()
			.sql("select * from ACT_HI_ACTINST where PROC_INST_ID_ in (" + places + ") order by START_TIME_, ID_");
		for (int place = 0; place < instances.size(); place++) {
			query = query.parameter("p" + place, instances.get(place).getId());
		}
		return query.list();
	}

	private List<Job> pending(List<HistoricProcessInstance> instances) {
		Set<String> running = instances.stream()
			.filter((instance) -> instance.getEndTime() == null)
			.map(HistoricProcessInstance::getId)
			.collect(Collectors.toSet());
		return running.isEmpty() ? List.of() : this.management.createJobQuery().processInstanceIds(running).list();
	}

	private Map<String, List<Waiting>> jobs(List<Job> pending) {
		return pending.stream()
			.filter((job) -> job.getRetries() == 0 || job instanceof MessageEntity)
			.map((job) -> (job.getRetries() == 0)
					? new Waiting(job.getProcessInstanceId(), activity(job), job.getId(),
							FailureCause.of(job.getExceptionMessage()), job.getCreateTime().toInstant())
					: new Waiting(job.getProcessInstanceId(), activity(job), null, null,
							job.getCreateTime().toInstant()))
			.filter((job) -> job.activity() != null)
			.collect(Collectors.groupingBy(Waiting::instance));
	}

	/** Asked once for each version of a diagram. */
	private @Nullable String activity(Job job) {
		return this.jobActivities.computeIfAbsent(job.getProcessDefinitionId(), (id) -> {
			Map<String, String> activities = new HashMap<>();
			for (JobDefinition each : this.management.createJobDefinitionQuery().processDefinitionId(id).list()) {
				activities.put(each.getId(), each.getActivityId());
			}
			return activities;
		}).get(job.getJobDefinitionId());
	}

	/** The processes in which, or in one they have called, something has failed. */
	private static Set<String> withFailures(List<HistoricProcessInstance> instances, Map<String, List<Waiting>> jobs) {
		Map<String, String> callers = new HashMap<>();
		instances.forEach((instance) -> callers.put(instance.getId(), instance.getSuperProcessInstanceId()));
		Set<String> failed = new HashSet<>();
		jobs.forEach((instance, waiting) -> {
			if (waiting.stream().anyMatch((job) -> job.failed() != null)) {
				for (String each = instance; each != null; each = callers.get(each)) {
					failed.add(each);
				}
			}
		});
		return failed;
	}

	private Map<String, String> people(Collection<List<HistoricActivityInstance>> passed) {
		String[] ids = passed.stream()
			.flatMap(List::stream)
			.map(HistoricActivityInstance::getAssignee)
			.filter(Objects::nonNull)
			.distinct()
			.toArray(String[]::new);
		if (ids.length == 0) {
			return Map.of();
		}
		return this.identity.createUserQuery()
			.userIdIn(ids)
			.list()
			.stream()
			.collect(Collectors.toMap(User::getId, (user) -> (Objects.requireNonNullElse(user.getFirstName(), "") + ' '
					+ Objects.requireNonNullElse(user.getLastName(), ""))
				.strip()));
	}

	private static @Nullable Instant end(@Nullable Date date) {
		return (date != null) ? date.toInstant() : null;
	}

	/**
	 * A step that is to be done by the engine.
	 *
	 * @param instance the process
	 * @param activity the step
	 * @param failed the job if it is not tried again, or null
	 * @param cause why it failed, or null
	 * @param since since when
	 */
	record Waiting(String instance, @Nullable String activity, @Nullable String failed, @Nullable String cause,
			Instant since) {
	}

	/**
	 * Until when the processes of a case wait.
	 *
	 * @param timers by instance and event
	 * @param deadlines by subject and kind
	 * @param zone in which people read it
	 */
	private record Expectations(Map<String, Instant> timers, Map<String, Instant> deadlines, ZoneId zone) {

		@Nullable String until(HistoricProcessInstance instance, String id, @Nullable String deadline, Locale language) {
			Instant due = (deadline != null) ? this.deadlines.get(instance.getBusinessKey() + " " + deadline)
					: this.timers.get(instance.getId() + ' ' + id);
			if (due == null) {
				return null;
			}
			return (DateText.until(due, this.zone) instanceof LocalDate day) ? DateText.date(day, language)
					: DateText.dateTime(due, this.zone, language);
		}

	}

	/** What the steps of an instance are called. */
	private final class NamesOf implements DiagramSteps.Names {

		private final HistoricProcessInstance instance;

		private final Expectations expectations;

		private final Locale language;

		private NamesOf(HistoricProcessInstance instance, Expectations expectations, Locale language) {
			this.instance = instance;
			this.expectations = expectations;
			this.language = language;
		}

		@Override
		public String of(String id, String written) {
			return CaseDiagrams.this.names.of(this.instance.getProcessDefinitionKey(), id, written, this.language);
		}

		@Override
		public String waiting(String id, String name, @Nullable String deadline) {
			return CaseDiagrams.this.names.waiting(this.instance.getProcessDefinitionKey(), id, name,
					this.expectations.until(this.instance, id, deadline, this.language), this.language);
		}

	}

}
