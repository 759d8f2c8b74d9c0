package se.kulturlots.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import se.kulturlots.bench.Report;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.KulturlotsTest;

/**
 * The engine's work of a whole cycle with three meetings, beside the same diagrams with
 * empty steps: no forms, no domain, no mail. Only starting, completing and executing is
 * timed, not what the test asks to find out what comes next, nor what staff do on pages.
 */
@Tag("bench")
@KulturlotsTest
class CycleBench {

	private static final int WARM_UP = 20;

	private static final int ROUNDS = 9;

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	HistoryService history;

	@Autowired
	ConfigurableApplicationContext context;

	@Autowired
	AppClock clock;

	@Test
	void wholeCycle() throws IOException {
		this.context.getBeanFactory().registerSingleton("emptySteps", new EmptySteps());
		deployEmpty();
		double[] ours = new double[ROUNDS];
		double[] empty = new double[ROUNDS];
		long[] steps = new long[2];
		for (int i = -WARM_UP; i < ROUNDS; i++) {
			double our = ours(steps);
			double limit = empty(steps);
			if (i >= 0) {
				ours[i] = our;
				empty[i] = limit;
			}
		}
		Report.line("Engine work of a whole cycle, 3 meetings, " + steps[0] + " activities, median of " + ROUNDS,
				"%.0f ms".formatted(Report.median(ours)),
				"same diagrams, empty steps, %d activities: %.0f ms".formatted(steps[1], Report.median(empty)),
				Report.median(ours) / Report.median(empty), "at most 1.3");
	}

	private double ours(long[] steps) {
		this.clock.setOffset(Duration.ZERO);
		SampleCycle cycle = this.cycles.start();
		Map<String, Object> plan = new HashMap<>(ConsultationSamples.plan(this.player.today().plusDays(330)));
		plan.put("numberOfMeetings", 3);
		Drive drive = new Drive("consultationCycle", cycle.id(),
				(task) -> task.equals("planCycle") ? plan : this.player.of(cycle.id()).usual(task),
				(task) -> cycle.beforeTask(task));
		double millis = drive.toTheEnd();
		steps[0] = activities(cycle.id());
		return millis;
	}

	private double empty(long[] steps) {
		this.clock.setOffset(Duration.ZERO);
		CaseId id = new CaseId(UUID.randomUUID());
		this.runtime.startProcessInstanceByKey("emptyConsultationCycle", id.toString());
		Drive drive = new Drive("emptyConsultationCycle", id,
				(task) -> task.equals("planCycle") ? Map.of() : decisions(this.player.of(id).usual(task)), (task) -> {
				});
		double millis = drive.toTheEnd();
		steps[1] = activities(id);
		return millis;
	}

	private static Map<String, Object> decisions(Map<String, Object> answers) {
		Map<String, Object> kept = new HashMap<>(answers);
		kept.keySet().retainAll(List.of("decision", "proceedWithGaps"));
		kept.put("gapsAccepted", kept.remove("proceedWithGaps"));
		Object decision = kept.remove("decision");
		List.of("approveInvitation", "approveSummary", "reviewDraft", "signOff", "committee", "fullCouncil")
			.forEach((step) -> kept.put(step + "Decision", decision));
		return kept;
	}

	private long activities(CaseId id) {
		String root = this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(id.toString())
			.rootProcessInstances()
			.singleResult()
			.getId();
		return this.history.createNativeHistoricActivityInstanceQuery()
			.sql("select * from act_hi_actinst where root_proc_inst_id_ = #{root}")
			.parameter("root", root)
			.list()
			.size();
	}

	private void deployEmpty() throws IOException {
		DeploymentBuilder deployment = this.repository.createDeployment().name("empty");
		for (Resource diagram : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.*")) {
			String name = diagram.getFilename();
			String text = diagram.getContentAsString(StandardCharsets.UTF_8);
			if (name.endsWith(".dmn")) {
				deployment.addString(name, text);
			}
			else if (!name.equals("sample.bpmn")) {
				deployment.addString("empty-" + name, emptied(text));
			}
		}
		deployment.deploy();
	}

	private static String emptied(String diagram) {
		String text = diagram.replace("&#39;", "'")
			.replaceAll(" camunda:formRef(Binding)?=\"[^\"]*\"", "")
			.replaceAll("camunda:dueDate=\"[^\"]*\"", "camunda:dueDate=\"\\${emptySteps.later()}\"")
			.replaceAll("camunda:expression=\"[^\"]*\"", "camunda:expression=\"\\${emptySteps.step(execution)}\"")
			.replaceAll("\\$\\{deadlines\\.nextReminder\\([^}]*\\)\\}", "\\${emptySteps.later()}")
			.replaceAll(
					"\\$\\{(deadlines\\.next|deadlines\\.due|inputPeriodSteps\\.nextReminderOrLastDay|inputPeriodSteps\\.opensAt"
							+ "|meetingSteps\\.endsAt)\\([^}]*\\)\\}",
					"\\${emptySteps.now()}")
			.replaceAll("\\$\\{deadlines\\.passed\\([^}]*'(\\w+)'\\)\\}", "\\${emptySteps.passed(execution, '$1')}")
			.replaceAll("\\$\\{inputPeriodSteps\\.inputPeriodEnded\\([^}]*\\)\\}",
					"\\${emptySteps.passed(execution, 'INPUT')}");
		for (String key : List.of("consultationCycle", "inventory", "meeting", "invitation", "inputPeriod",
				"planDrafting", "planApproval", "feedback")) {
			String empty = "empty" + key.substring(0, 1).toUpperCase() + key.substring(1);
			text = text.replace("<bpmn:process id=\"" + key + "\"", "<bpmn:process id=\"" + empty + "\"")
				.replace("processRef=\"" + key + "\"", "processRef=\"" + empty + "\"")
				.replace("calledElement=\"" + key + "\"", "calledElement=\"" + empty + "\"");
		}
		return text;
	}

	/** Answers what gateways and call activities need, and does nothing else. */
	public static class EmptySteps {

		private static final Map<String, Integer> RUNGS = Map.of("ANSWER", 3, "REGISTRATION", 2, "MEETING", 1, "INPUT",
				3, "INVENTORY", 2, "DECISION", 2);

		private final Map<String, Integer> asked = new ConcurrentHashMap<>();

		/** What a service task gives back, by its id. */
		public Object step(DelegateExecution execution) {
			return switch (execution.getCurrentActivityId()) {
				case "prepareMeetings" -> Stream.generate(() -> UUID.randomUUID().toString()).limit(3).toList();
				case "prepareInvitation", "prepareInputPeriod", "preparePlan", "prepareReferral" ->
					UUID.randomUUID().toString();
				case "markDraftReady" ->
					this.asked.merge("draft" + execution.getProcessInstanceId(), 1, Integer::sum) == 1;
				case "checkDispositions", "closeRegistration" -> true;
				case "summariseAnswers" -> false;
				case "publishPlan" -> "approved";
				case "computeCoverage" -> Map.of("municipalityShare", 1.0, "sectorShare", 1.0, "priorityShare", 1.0);
				default -> null;
			};
		}

		/** False as often as the ladder has rungs. */
		public boolean passed(DelegateExecution execution, String kind) {
			return this.asked.merge(kind + execution.getProcessInstanceId(), 1, Integer::sum) > RUNGS.get(kind);
		}

		public Date now() {
			return new Date();
		}

		public Date later() {
			return Date.from(Instant.now().plus(Duration.ofDays(400)));
		}

	}

	/** Does what there is to do, and times the engine only. */
	private final class Drive {

		private final String processKey;

		private final CaseId id;

		private final Function<String, Map<String, Object>> answers;

		private final Consumer<String> before;

		private long nanos;

		private Drive(String processKey, CaseId id, Function<String, Map<String, Object>> answers,
				Consumer<String> before) {
			this.processKey = processKey;
			this.id = id;
			this.answers = answers;
			this.before = before;
		}

		double toTheEnd() {
			while (running()) {
				Task task = CycleBench.this.tasks.createTaskQuery()
					.processVariableValueEquals("caseId", this.id.toString())
					.list()
					.stream()
					.min(Comparator.comparing((Task open) -> open.getTaskDefinitionKey().equals("writeInvitation"))
						.thenComparing(Task::getCreateTime))
					.orElse(null);
				if (task != null) {
					this.before.accept(task.getTaskDefinitionKey());
					Map<String, Object> given = this.answers.apply(task.getTaskDefinitionKey());
					timed(() -> CycleBench.this.tasks.complete(task.getId(), given));
				}
				else {
					Job job = next();
					if (job.getDuedate() != null
							&& job.getDuedate().toInstant().isAfter(CycleBench.this.clock.instant())) {
						CycleBench.this.clock.jumpTo(job.getDuedate().toInstant());
					}
					timed(() -> CycleBench.this.management.executeJob(job.getId()));
				}
			}
			return this.nanos / 1e6;
		}

		private void timed(Runnable work) {
			long begun = System.nanoTime();
			work.run();
			this.nanos += System.nanoTime() - begun;
		}

		private boolean running() {
			return CycleBench.this.runtime.createProcessInstanceQuery()
				.processDefinitionKey(this.processKey)
				.processInstanceBusinessKey(this.id.toString())
				.count() > 0;
		}

		private Job next() {
			List<String> instances = CycleBench.this.runtime.createProcessInstanceQuery()
				.variableValueEquals("caseId", this.id.toString())
				.list()
				.stream()
				.map((instance) -> instance.getId())
				.toList();
			return instances.stream()
				.flatMap((instance) -> CycleBench.this.management.createJobQuery()
					.processInstanceId(instance)
					.active()
					.list()
					.stream())
				.min(Comparator.comparing((Job job) -> (job.getDuedate() != null) ? job.getDuedate() : new Date(0)))
				.orElseThrow();
		}

	}

}
