package se.kulturlots.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

import org.springframework.boot.test.context.TestComponent;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.testing.Cases;

/**
 * Plays a whole cycle through the engine: does every task as soon as it is there, with
 * usual answers unless a story gives others, and fires the timers one by one in their
 * order when nothing else is left to do.
 */
@TestComponent
public class CyclePlayer {

	private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

	/** More steps than any story has; one that runs in a circle ends here. */
	private static final int MOST_STEPS = 300;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final Cases cases;

	private final AppClock clock;

	CyclePlayer(TaskService tasks, RuntimeService runtime, ManagementService management, Cases cases, AppClock clock) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.management = management;
		this.cases = cases;
		this.clock = clock;
	}

	Story of(CaseId consultationId) {
		return new Story(consultationId);
	}

	LocalDate today() {
		return this.clock.today(ZONE);
	}

	/** One cycle being played. */
	final class Story {

		private final CaseId consultationId;

		private final Map<String, Deque<Map<String, Object>>> answers = new HashMap<>();

		private final Map<String, Runnable> before = new HashMap<>();

		private BiConsumer<Task, Map<String, Object>> watcher = (task, answers) -> {
		};

		private BiFunction<String, Map<String, Object>, Map<String, Object>> typing = (task, answers) -> answers;

		private final List<String> done = new ArrayList<>();

		private final List<String> fired = new ArrayList<>();

		private Story(CaseId consultationId) {
			this.consultationId = consultationId;
		}

		/** The next time a task is there, answers it so; afterwards as usual again. */
		Story answering(String task, Map<String, Object> given) {
			this.answers.computeIfAbsent(task, (key) -> new ArrayDeque<>()).add(given);
			return this;
		}

		/** Does something each time before a task is done. */
		Story before(String task, Runnable work) {
			this.before.put(task, work);
			return this;
		}

		/**
		 * Shows each task to somebody before it is done, with the answers it will get.
		 */
		Story watchedBy(BiConsumer<Task, Map<String, Object>> someone) {
			this.watcher = someone;
			return this;
		}

		/** Makes of the answers to each task what somebody types. */
		Story typedBy(BiFunction<String, Map<String, Object>, Map<String, Object>> someone) {
			this.typing = someone;
			return this;
		}

		/** Plays until a task has been done or a timer fired, or the cycle has ended. */
		Story until(String activity) {
			return play(() -> this.done.contains(activity) || this.fired.contains(activity));
		}

		/** Plays until a timer has fired once more. */
		Story untilNext(String timer) {
			int before = Collections.frequency(this.fired, timer);
			return play(() -> Collections.frequency(this.fired, timer) > before);
		}

		Story toTheEnd() {
			return play(() -> false);
		}

		List<String> tasksDone() {
			return this.done;
		}

		List<String> timersFired() {
			return this.fired;
		}

		private Story play(Supplier<Boolean> reached) {
			CyclePlayer.this.cases.run();
			for (int step = 0; step < MOST_STEPS && !reached.get() && running(); step++) {
				Task task = open();
				if (task != null) {
					this.before.getOrDefault(task.getTaskDefinitionKey(), () -> {
					}).run();
					Map<String, Object> given = answer(task.getTaskDefinitionKey());
					this.watcher.accept(task, given);
					CyclePlayer.this.tasks.complete(task.getId(),
							this.typing.apply(task.getTaskDefinitionKey(), given));
					this.done.add(task.getTaskDefinitionKey());
				}
				else {
					fireNext();
				}
				CyclePlayer.this.cases.run();
			}
			return this;
		}

		private boolean running() {
			return CyclePlayer.this.cases.isRunning("consultationCycle", this.consultationId);
		}

		/**
		 * The oldest open task, but meetings are planned before people are invited to
		 * them.
		 */
		private Task open() {
			return CyclePlayer.this.tasks.createTaskQuery()
				.processVariableValueEquals("caseId", this.consultationId.toString())
				.orderByTaskCreateTime()
				.asc()
				.list()
				.stream()
				.min(Comparator.comparing((task) -> task.getTaskDefinitionKey().equals("writeInvitation")))
				.orElse(null);
		}

		/** Moves on to the next timer and fires it, then all that follows at once. */
		Story pass() {
			fireNext();
			CyclePlayer.this.cases.run();
			return this;
		}

		private void fireNext() {
			Job next = CyclePlayer.this.runtime.createProcessInstanceQuery()
				.variableValueEquals("caseId", this.consultationId.toString())
				.list()
				.stream()
				.flatMap((instance) -> CyclePlayer.this.management.createJobQuery()
					.timers()
					.active()
					.processInstanceId(instance.getId())
					.list()
					.stream())
				.min(Comparator.comparing(Job::getDuedate))
				.orElseThrow(() -> new AssertionError("nothing to do and nothing to wait for, after " + this.done));
			Instant due = next.getDuedate().toInstant();
			if (due.isAfter(CyclePlayer.this.clock.instant())) {
				CyclePlayer.this.clock.jumpTo(due);
			}
			this.fired.add(CyclePlayer.this.management.createJobDefinitionQuery()
				.jobDefinitionId(next.getJobDefinitionId())
				.singleResult()
				.getActivityId());
			CyclePlayer.this.management.executeJob(next.getId());
		}

		private Map<String, Object> answer(String task) {
			Deque<Map<String, Object>> given = this.answers.get(task);
			if (given != null && !given.isEmpty()) {
				return given.poll();
			}
			return usual(task);
		}

		/** What is answered to a task when nothing else is said. */
		Map<String, Object> usual(String task) {
			LocalDate today = today();
			return switch (task) {
				case "collectOrganisations" ->
					Map.of("proceedWithGaps", true, "gapsReason", "Alla kända föreningar är tillfrågade.");
				case "confirmInvitees" -> Map.of("confirmed", true);
				case "planMeeting" ->
					Map.of("title", "Dialogmöte", "kind", "DIALOGUE", "day", today.plusDays(120).toString(), "starts",
							"18:00", "ends", "20:30", "place", "Biblioteket, Heby", "registrationLastDay",
							today.plusDays(110).toString(), "capacity", 40, "food", true);
				case "writeInvitation" -> Map.of("subject", "Inbjudan till samråd om kulturplanen", "body",
						"Vi vill höra vad ni tycker om den nya kulturplanen.", "answerLastDay",
						today.plusDays(100).toString());
				case "approveInvitation", "approveSummary", "reviewDraft", "signOff" -> Map.of("decision", "approved");
				case "callSilent", "reachOut", "contactParticipant" ->
					Map.of("note", "Ringde och berättade om samrådet.");
				case "sendPreparation" ->
					Map.of("preparation", "Läs gärna igenom frågorna före mötet. Varmt välkomna!");
				case "recordMeeting" -> Map.of("participants", 12, "summary", "Samtal i tre grupper om vad som saknas.",
						"followUp", "Frågan om lokaler tas upp i planen.");
				case "triageInput", "writeDraft" -> Map.of();
				case "summariseInput" ->
					Map.of("summary", "Många vill se fler scener utanför staden och stöd till unga.");
				case "prepareDecision" -> Map.of("proposal", "Nämnden föreslås besluta att anta kulturplanen.");
				case "recordCommitteeDecision", "recordFullCouncilDecision" -> Map.of("decision", "approved",
						"decidedOn", today.toString(), "paragraph", "§ 42", "reference", "KUL 2027/17");
				case "submitToArtsCouncil" -> Map.of("submittedOn", today.toString(), "reference", "KUR 2027/311");
				case "reviewAnswers" -> Map.of("reviewed", true);
				default -> throw new AssertionError("no usual answer to " + task);
			};
		}

	}

}
