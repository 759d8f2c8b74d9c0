package se.kulturlots;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import se.kulturlots.identity.Role;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.ProcessMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every diagram, seen by itself. */
class ModelTest {

	private static final Set<String> MESSAGES = ModelConstants.of(ProcessMessage.class)
		.stream()
		.map(ProcessMessage::name)
		.collect(Collectors.toSet());

	private static final Set<String> ERRORS = Set.of("planNotApproved");

	private static final String DAYS_OF_HISTORY = "P1825D";

	private static final String RETRIES = "R5/PT5M";

	private static final List<Diagram> DIAGRAMS = Diagram.all();

	static List<Diagram> diagrams() {
		return DIAGRAMS;
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void isValidAndNamedAsItsFile(Diagram diagram) {
		Bpmn.validateModel(diagram.model());
		assertThat(diagram.each(Process.class)).hasSize(1);
		assertThat(diagram.process().getId()).isEqualTo(diagram.key());
		assertThat(diagram.process().getName()).isNotBlank();
		assertThat(diagram.process().isExecutable()).isTrue();
		assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).isEqualTo(DAYS_OF_HISTORY);
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void showsWhoDoesWhat(Diagram diagram) {
		assertThat(diagram.each(Lane.class)).isNotEmpty().allSatisfy((lane) -> assertThat(lane.getName()).isNotBlank());
		List<String> inLanes = diagram.each(Lane.class)
			.stream()
			.flatMap((lane) -> lane.getFlowNodeRefs().stream())
			.map(BaseElement::getId)
			.toList();
		assertThat(inLanes)
			.containsExactlyInAnyOrderElementsOf(ids(nodes(diagram.process().getFlowElements()).toList()));
		for (UserTask task : diagram.each(UserTask.class)) {
			assertThat(laneOf(diagram, task)).as(task.getId()).isEqualTo("lane_" + task.getCamundaCandidateGroups());
		}
	}

	private static String laneOf(Diagram diagram, FlowNode node) {
		ModelElementInstance parent = node.getParentElement();
		FlowNode onLane = (parent instanceof SubProcess subProcess) ? subProcess : node;
		return diagram.each(Lane.class)
			.stream()
			.filter((lane) -> lane.getFlowNodeRefs().contains(onLane))
			.findFirst()
			.orElseThrow()
			.getId();
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everythingIsDrawn(Diagram diagram) {
		Set<String> shapes = diagram.each(BpmnShape.class)
			.stream()
			.map((shape) -> shape.getBpmnElement().getId())
			.collect(Collectors.toSet());
		assertThat(shapes).containsAll(ids(diagram.each(FlowNode.class)))
			.containsAll(ids(diagram.each(Lane.class)))
			.containsAll(ids(diagram.each(Participant.class)));
		Set<String> edges = diagram.each(BpmnEdge.class)
			.stream()
			.filter((edge) -> edge.getWaypoints().size() > 1)
			.map((edge) -> edge.getBpmnElement().getId())
			.collect(Collectors.toSet());
		assertThat(edges).containsAll(ids(diagram.each(SequenceFlow.class)));
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void whatPeopleSeeHasAName(Diagram diagram) {
		assertThat(diagram.each(FlowNode.class)).filteredOn((node) -> !(node instanceof Gateway))
			.allSatisfy((node) -> assertThat(node.getName()).as(node.getId()).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everyStepIsReachedAndLeadsToAnEnd(Diagram diagram) {
		everyStepIsReachedAndLeadsToAnEnd(diagram.process().getFlowElements());
		diagram.each(SubProcess.class).forEach((inner) -> everyStepIsReachedAndLeadsToAnEnd(inner.getFlowElements()));
	}

	private static void everyStepIsReachedAndLeadsToAnEnd(Collection<FlowElement> scope) {
		List<FlowNode> nodes = nodes(scope).filter((node) -> !isEventSubprocess(node)).toList();
		Function<FlowNode, Stream<FlowNode>> onwards = (node) -> Stream.concat(after(node), caughtOn(node, nodes));
		Set<FlowNode> reached = walk(nodes.stream().filter(StartEvent.class::isInstance), onwards);
		assertThat(ids(reached)).containsExactlyInAnyOrderElementsOf(ids(nodes));
		Set<FlowNode> ending = walk(nodes.stream().filter(EndEvent.class::isInstance),
				(node) -> node.getPreviousNodes().list().stream());
		assertThat(ids(ending)).containsExactlyInAnyOrderElementsOf(ids(nodes));
	}

	private static Stream<FlowNode> caughtOn(FlowNode node, List<FlowNode> nodes) {
		return nodes.stream()
			.filter((other) -> other instanceof BoundaryEvent boundary && boundary.getAttachedTo().equals(node));
	}

	private static boolean isEventSubprocess(FlowNode node) {
		return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void gatewaysAskAndAlwaysHaveAWayOut(Diagram diagram) {
		assertThat(diagram.each(ExclusiveGateway.class)).filteredOn((gateway) -> gateway.getOutgoing().size() > 1)
			.allSatisfy((gateway) -> {
				assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
				assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
				assertThat(gateway.getOutgoing()).allSatisfy((flow) -> {
					assertThat(flow.getName()).as(flow.getId()).isNotBlank();
					assertThat(flow.getConditionExpression() == null).as(flow.getId())
						.isEqualTo(flow.equals(gateway.getDefault()));
				});
			});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void tasksSayWhatWhyWhoAndUntilWhen(Diagram diagram) {
		Set<String> groups = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());
		assertThat(diagram.each(UserTask.class)).allSatisfy((task) -> {
			assertThat(task.getDocumentations()).as(task.getId())
				.anySatisfy((text) -> assertThat(text.getTextContent()).isNotBlank());
			assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isIn(groups);
			assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
			assertThat(task.getCamundaAssignee()).as(task.getId())
				.isEqualTo(
						task.getCamundaCandidateGroups().equals(Role.OFFICER.group()) ? "${responsibleOfficer}" : null);
		});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void aCalledProcessExistsAndLearnsWhatItIsAbout(Diagram diagram) {
		Set<String> keys = DIAGRAMS.stream().map(Diagram::key).collect(Collectors.toSet());
		assertThat(diagram.each(CallActivity.class)).allSatisfy((call) -> {
			assertThat(call.getCalledElement()).as(call.getId()).isIn(keys);
			Collection<CamundaIn> passed = call.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaIn.class)
				.list();
			assertThat(passed).as(call.getId())
				.anySatisfy((in) -> assertThat(in.getCamundaBusinessKey()).isNotBlank())
				.anySatisfy((in) -> assertThat(in.getCamundaTarget()).isEqualTo("responsibleOfficer"));
		});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void messagesAndErrorsAreKnown(Diagram diagram) {
		assertThat(diagram.each(Message.class)).allSatisfy((message) -> assertThat(message.getName()).isIn(MESSAGES));
		assertThat(diagram.each(MessageEventDefinition.class)).extracting(MessageEventDefinition::getMessage)
			.doesNotContainNull()
			.doesNotHaveDuplicates();
		assertThat(diagram.each(Error.class)).allSatisfy((error) -> assertThat(error.getErrorCode()).isIn(ERRORS));
	}

	/** Also by what was deployed before. */
	@Test
	void everyMessageIsWaitedForSomewhere() {
		assertThat(Stream.concat(DIAGRAMS.stream(), Diagram.earlier().stream())
			.flatMap((diagram) -> diagram.each(Message.class).stream())
			.map(Message::getName)).containsAll(MESSAGES);
	}

	@Test
	void everyProcessThatIsAskedForExistsAndEveryOtherIsCalled() {
		List<String> asked = ModelConstants.of(ProcessKey.class).stream().map(ProcessKey::value).toList();
		List<String> keys = DIAGRAMS.stream().map(Diagram::key).toList();
		assertThat(asked).isNotEmpty().isSubsetOf(keys);
		Stream<String> called = DIAGRAMS.stream()
			.flatMap((diagram) -> diagram.each(CallActivity.class).stream())
			.map(CallActivity::getCalledElement);
		assertThat(Stream.concat(asked.stream(), called)).containsAll(keys);
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void anErrorIsCaughtWhereTheProcessIsCalled(Diagram diagram) {
		Set<String> thrown = diagram.each(EndEvent.class)
			.stream()
			.flatMap((end) -> codes(end).stream())
			.collect(Collectors.toSet());
		List<CallActivity> calls = DIAGRAMS.stream()
			.flatMap((caller) -> caller.each(CallActivity.class).stream())
			.filter((call) -> call.getCalledElement().equals(diagram.key()))
			.toList();
		assertThat(calls).allSatisfy((call) -> {
			Set<String> caught = call.getModelInstance()
				.getModelElementsByType(BoundaryEvent.class)
				.stream()
				.filter((boundary) -> boundary.getAttachedTo().equals(call))
				.flatMap((boundary) -> codes(boundary).stream())
				.collect(Collectors.toSet());
			assertThat(caught).as(call.getId()).isEqualTo(thrown);
		});
	}

	private static List<String> codes(Event event) {
		return event.getChildElementsByType(ErrorEventDefinition.class)
			.stream()
			.map((definition) -> definition.getError().getErrorCode())
			.toList();
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void jobsAreTriedAgainBeforeAManagerIsTold(Diagram diagram) {
		assertThat(diagram.each(FlowNode.class)).filteredOn((node) -> node.isCamundaAsyncBefore() || isTimer(node))
			.allSatisfy((node) -> {
				assertThat(node.getExtensionElements()).as(node.getId()).isNotNull();
				assertThat(node.getExtensionElements()
					.getElementsQuery()
					.filterByType(CamundaFailedJobRetryTimeCycle.class)
					.list()).as(node.getId()).extracting(ModelElementInstance::getTextContent).containsExactly(RETRIES);
			});
	}

	/** Else a failing step would take the timer's job with it. */
	@ParameterizedTest
	@MethodSource("diagrams")
	void aStepAfterATimerIsAJobOfItsOwn(Diagram diagram) {
		Set<FlowNode> next = new HashSet<>();
		diagram.each(FlowNode.class).stream().filter(ModelTest::isTimer).forEach((timer) -> {
			Deque<FlowNode> open = new ArrayDeque<>(timer.getSucceedingNodes().list());
			Set<FlowNode> seen = new HashSet<>();
			while (!open.isEmpty()) {
				FlowNode node = open.pop();
				if (node instanceof Gateway && seen.add(node)) {
					open.addAll(node.getSucceedingNodes().list());
				}
				next.add(node);
			}
		});
		assertThat(next).filteredOn(ServiceTask.class::isInstance)
			.allSatisfy((step) -> assertThat(step.isCamundaAsyncBefore()).as(step.getId()).isTrue());
	}

	private static boolean isTimer(FlowNode node) {
		return (node instanceof IntermediateCatchEvent || node instanceof StartEvent || node instanceof BoundaryEvent)
				&& !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
	}

	/** Dates follow without being drawn: a timer asks the domain, and is asked again. */
	@ParameterizedTest
	@MethodSource("diagrams")
	void timersAskTheDomainForAnInstant(Diagram diagram) {
		assertThat(diagram.each(TimerEventDefinition.class)).allSatisfy((timer) -> {
			assertThat(timer.getTimeDate()).as(timer.getId()).isNotNull();
			assertThat(timer.getTimeDate().getTextContent()).as(timer.getId())
				.matches("\\$\\{\\w+\\.\\w+\\(execution\\.processBusinessKey(,'[A-Z]+')?\\)}");
		});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void decisionTablesExistAndAreGivenWhatTheyJudge(Diagram diagram) {
		Set<String> results = results(diagram);
		assertThat(diagram.each(BusinessRuleTask.class)).allSatisfy((task) -> {
			String name = task.getCamundaDecisionRef();
			DmnDecision decision = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
				.buildEngine()
				.parseDecision(name, Files.newInputStream(diagram.file().resolveSibling(name + ".dmn")));
			assertThat(decision.isDecisionTable()).isTrue();
			assertThat(inputs(diagram, name)).isNotEmpty().allSatisfy((input) -> assertThat(input).isIn(results));
		});
	}

	static List<String> inputs(Diagram diagram, String decision) {
		return Dmn.readModelFromFile(diagram.file().resolveSibling(decision + ".dmn").toFile())
			.getModelElementsByType(InputExpression.class)
			.stream()
			.map((expression) -> expression.getText().getTextContent().replaceFirst("\\..*", ""))
			.toList();
	}

	static Set<String> results(Diagram diagram) {
		Set<String> results = new LinkedHashSet<>();
		diagram.each(ServiceTask.class).forEach((task) -> results.add(task.getCamundaResultVariable()));
		diagram.each(BusinessRuleTask.class).forEach((task) -> results.add(task.getCamundaResultVariable()));
		results.remove(null);
		return results;
	}

	private static Stream<FlowNode> after(FlowNode node) {
		return node.getSucceedingNodes().list().stream();
	}

	private static Stream<FlowNode> nodes(Collection<FlowElement> scope) {
		return scope.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast);
	}

	private static <T> Set<T> walk(Stream<T> from, Function<T, Stream<T>> onwards) {
		Deque<T> open = new ArrayDeque<>(from.toList());
		Set<T> seen = new LinkedHashSet<>(open);
		while (!open.isEmpty()) {
			onwards.apply(open.pop()).filter(seen::add).forEach(open::push);
		}
		return seen;
	}

	private static List<String> ids(Collection<? extends BaseElement> elements) {
		List<String> ids = new ArrayList<>();
		elements.forEach((element) -> ids.add(element.getId()));
		return ids;
	}

}
