package se.kulturlots.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

import se.kulturlots.workflow.CaseDiagrams.Waiting;
import se.kulturlots.workflow.CaseStep.State;

/** The steps of a diagram, in the order in which it is written. */
final class DiagramSteps {

	/** The property of an event that waits for a deadline without a timer. */
	private static final String DEADLINE = "deadline";

	private final List<Node> nodes;

	private DiagramSteps(List<Node> nodes) {
		this.nodes = nodes;
	}

	static DiagramSteps of(BpmnModelInstance model) {
		return new DiagramSteps(model.getModelElementsByType(Process.class)
			.stream()
			.flatMap((process) -> inOrder(process.getFlowElements()))
			.filter((node) -> node.getName() != null && !(node instanceof Gateway))
			.map(Node::of)
			.toList());
	}

	private static Stream<FlowNode> inOrder(Collection<FlowElement> elements) {
		return elements.stream()
			.flatMap((element) -> (element instanceof SubProcess inner) ? inOrder(inner.getFlowElements())
					: (element instanceof FlowNode node) ? Stream.of(node) : Stream.empty());
	}

	/**
	 * How the steps stand in one process.
	 * @param passed what it has been through
	 * @param jobs what the engine is to do
	 * @param failed the processes in which something has failed
	 * @param people the names of accounts
	 * @param ended whether it has ended
	 * @param names what steps are called
	 */
	List<CaseStep> steps(List<HistoricActivityInstance> passed, List<Waiting> jobs, Set<String> failed,
			Map<String, String> people, boolean ended, Names names) {
		List<CaseStep> steps = new ArrayList<>();
		for (Node written : this.nodes) {
			Node node = written.called(names.of(written.id(), written.name()));
			List<HistoricActivityInstance> own = passed.stream()
				.filter((each) -> each.getActivityId().equals(node.id()))
				.toList();
			Waiting job = jobs.stream()
				.filter((each) -> node.id().equals(each.activity()))
				.max(Comparator.comparing((Waiting each) -> each.failed() != null))
				.orElse(null);
			CaseStep step = (job != null) ? waiting(node, job, own.size())
					: own.isEmpty() ? null : begun(node, own, failed, people, names);
			if (step != null) {
				steps.add(step);
			}
			else if (node.expected()) {
				steps.add(new CaseStep(node.id(), node.name(), ended ? State.UNUSED : State.LATER, null, null, null, 0,
						null, null));
			}
		}
		return steps;
	}

	private static CaseStep waiting(Node node, Waiting job, int times) {
		return new CaseStep(node.id(), node.name(), (job.failed() != null) ? State.FAILED : State.ACTIVE, job.since(),
				null, null, times, job.failed(), job.cause());
	}

	/** One that is still open tells more than one that has ended. */
	private static CaseStep begun(Node node, List<HistoricActivityInstance> own, Set<String> failed,
			Map<String, String> people, Names names) {
		HistoricActivityInstance last = own.stream()
			.max(Comparator.comparing((HistoricActivityInstance each) -> each.getEndTime() == null)
				.thenComparing(HistoricActivityInstance::getStartTime))
			.orElseThrow();
		String by = last.getAssignee();
		Instant until = (last.getEndTime() != null) ? last.getEndTime().toInstant() : null;
		State state = state(node, last, failed);
		String name = (state == State.WAITING) ? names.waiting(node.id(), node.name(), node.deadline()) : node.name();
		return new CaseStep(node.id(), name, state, last.getStartTime().toInstant(), until,
				(by != null) ? people.getOrDefault(by, by) : null, own.size(), null, null);
	}

	private static State state(Node node, HistoricActivityInstance last, Set<String> failed) {
		if (last.getEndTime() != null) {
			return last.isCanceled() ? State.INTERRUPTED : State.DONE;
		}
		if (last.getCalledProcessInstanceId() != null && failed.contains(last.getCalledProcessInstanceId())) {
			return State.FAILED;
		}
		return node.waits() ? State.WAITING : State.ACTIVE;
	}

	/** The deadlines that steps wait for without a timer of their own. */
	Set<String> deadlines() {
		return this.nodes.stream().map(Node::deadline).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	/** What the steps of one process are called. */
	interface Names {

		String of(String id, String written);

		String waiting(String id, String name, @Nullable String deadline);

	}

	/**
	 * Something in a diagram.
	 *
	 * @param waits whether nobody works on it while the process is there
	 * @param expected whether it is worth naming before the process gets there: not how
	 * it may end, and not what is done only if something comes in between
	 * @param deadline the deadline that it waits for, null if a timer of its own knows
	 */
	private record Node(String id, String name, boolean waits, boolean expected, @Nullable String deadline) {

		Node called(String other) {
			return new Node(this.id, other, this.waits, this.expected, this.deadline);
		}

		static Node of(FlowNode node) {
			boolean inBetween = node.getParentElement() instanceof SubProcess parent && parent.triggeredByEvent();
			boolean oneOfSeveral = node.getPreviousNodes()
				.list()
				.stream()
				.anyMatch(EventBasedGateway.class::isInstance);
			boolean step = node instanceof Activity || node instanceof IntermediateCatchEvent;
			return new Node(node.getId(), Objects.requireNonNull(node.getName()).replaceAll("\\s+", " "),
					node instanceof CatchEvent, step && !inBetween && !oneOfSeveral, deadline(node));
		}

		private static @Nullable String deadline(FlowNode node) {
			return (node.getExtensionElements() == null) ? null
					: node.getExtensionElements()
						.getElementsQuery()
						.filterByType(CamundaProperties.class)
						.list()
						.stream()
						.flatMap((properties) -> properties.getCamundaProperties().stream())
						.filter((property) -> property.getCamundaName().equals(DEADLINE))
						.map(CamundaProperty::getCamundaValue)
						.findFirst()
						.orElse(null);
		}

	}

}
