package se.kulturlots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** That every task has its form, and every form holds to what Tasklist can do safely. */
class ModelFormsTest {

	/** Cannot be used in Tasklist, or shows what is not ours. */
	private static final Set<String> FORBIDDEN = Set.of("dynamiclist", "filepicker", "iframe");

	/**
	 * A value in a link to a page of ours is safe; anywhere else it would be rendered.
	 */
	private static final Pattern OWN_LINK = Pattern.compile("href=\"/staff[^\"]*\"|\\(/staff[^)\\s]*\\)");

	private static final List<Form> FORMS = Form.all();

	static List<Diagram> diagrams() {
		return ModelTest.diagrams();
	}

	static List<Form> forms() {
		return FORMS;
	}

	static Map<String, Form> byId() {
		Map<String, Form> forms = new HashMap<>();
		FORMS.forEach((form) -> forms.put(form.id(), form));
		return forms;
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everyTaskHasItsForm(Diagram diagram) {
		assertThat(diagram.each(UserTask.class)).allSatisfy((task) -> {
			assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
			assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
			assertThat(FORMS).as(task.getId())
				.anySatisfy(
						(form) -> assertThat(form).hasToString(task.getId()).returns(diagram.module(), Form::module));
		});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everyTaskLeadsBackToItsPage(Diagram diagram) {
		assertThat(diagram.each(UserTask.class))
			.allSatisfy((task) -> assertThat(byId().get(task.getId()).components()).as(task.getId())
				.anySatisfy((component) -> assertThat(component.path("content").asText())
					.containsPattern("href=\"(/staff|\\{\\{[a-zA-Z]*Page}})")));
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everyProcessCanBeStartedAlone(Diagram diagram) {
		String name = "start" + diagram.key().substring(0, 1).toUpperCase(Locale.ROOT) + diagram.key().substring(1);
		String expected = diagram.key().equals("consultationCycle") ? "startConsultation" : name;
		assertThat(diagram.process().getChildElementsByType(StartEvent.class)).singleElement().satisfies((start) -> {
			assertThat(start.getCamundaFormRef()).isEqualTo(expected);
			assertThat(start.getCamundaFormRefBinding()).isEqualTo("deployment");
		});
		assertThat(FORMS)
			.anySatisfy((form) -> assertThat(form).hasToString(expected).returns(diagram.module(), Form::module));
	}

	@Test
	void everyFormBelongsToATask() {
		Set<String> used = new HashSet<>();
		diagrams().forEach((diagram) -> {
			diagram.each(UserTask.class).forEach((task) -> used.add(task.getCamundaFormRef()));
			diagram.each(StartEvent.class).forEach((start) -> used.add(start.getCamundaFormRef()));
		});
		assertThat(FORMS).extracting(Form::id)
			.doesNotHaveDuplicates()
			.allSatisfy((id) -> assertThat(used).contains(id));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormIsNamedAsItsFileAndMadeForThisEngine(Form form) {
		assertThat(form.json().path("id").asText()).isEqualTo(form.id());
		assertThat(form.json().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
		assertThat(form.json().path("type").asText()).isEqualTo("default");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void fieldsHaveLabelsAndKeysOfTheirOwn(Form form) {
		assertThat(form.inputs())
			.allSatisfy((field) -> assertThat(label(field)).as(field.path("key").asText()).isNotBlank());
		assertThat(form.inputs()).extracting((field) -> field.path("key").asText())
			.allMatch((key) -> key.matches("[a-z][a-zA-Z0-9]*"))
			.doesNotHaveDuplicates();
		assertThat(form.components()).extracting((component) -> component.path("id").asText()).doesNotHaveDuplicates();
	}

	private static String label(JsonNode field) {
		return field.path("label").asText() + field.path("dateLabel").asText() + field.path("timeLabel").asText();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void whatAPersonChoosesFromHasOptions(Form form) {
		assertThat(form.inputs())
			.filteredOn(
					(field) -> Set.of("radio", "select", "checklist", "taglist").contains(field.path("type").asText()))
			.allSatisfy((field) -> assertThat(field.path("values").size() > 0 || field.hasNonNull("valuesKey")
					|| field.hasNonNull("valuesExpression"))
				.as(field.path("key").asText())
				.isTrue());
	}

	@ParameterizedTest
	@MethodSource("forms")
	void nothingIsUsedThatTasklistCannotShowSafely(Form form) {
		assertThat(form.components()).extracting((component) -> component.path("type").asText())
			.doesNotContainAnyElementsOf(FORBIDDEN);
		assertThat(form.components()).filteredOn((component) -> component.path("type").asText().equals("text"))
			.allSatisfy((text) -> assertThat(OWN_LINK.matcher(text.path("text").asText()).replaceAll(""))
				.doesNotContain("{{"));
	}

	/** The server reads them in the authority's zone, whatever zone the computer has. */
	@ParameterizedTest
	@MethodSource("forms")
	void daysAndTimesNameNoZone(Form form) {
		assertThat(form.inputs()).filteredOn((field) -> field.path("type").asText().equals("datetime"))
			.allSatisfy((field) -> {
				assertThat(field.path("subtype").asText()).isIn("date", "time");
				assertThat(field.path("timeSerializingFormat").asText("no_timezone")).isEqualTo("no_timezone");
			});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void gatewaysReadWhatTasksDecideOrStepsAnswer(Diagram diagram) {
		Set<String> known = new TreeSet<>(ModelTest.results(diagram));
		known.addAll(decisions(diagram));
		for (CallActivity call : diagram.each(CallActivity.class)) {
			Diagram called = called(call);
			for (CamundaOut out : extensions(call, CamundaOut.class)) {
				assertThat(ModelTest.results(called)).as(call.getId()).contains(out.getCamundaSource());
				known.add(out.getCamundaTarget());
			}
		}
		assertThat(read(diagram)).allSatisfy((variable) -> assertThat(known).contains(variable));
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void callsPassOnWhatStepsAnswered(Diagram diagram) {
		Set<String> known = new TreeSet<>(ModelTest.results(diagram));
		for (MultiInstanceLoopCharacteristics each : diagram.each(MultiInstanceLoopCharacteristics.class)) {
			assertThat(known).contains(each.getCamundaCollection());
			known.add(each.getCamundaElementVariable());
		}
		diagram.each(CallActivity.class).forEach((call) -> extensions(call, CamundaIn.class).forEach((in) -> {
			if (in.getCamundaBusinessKey() != null) {
				String expression = in.getCamundaBusinessKey().replaceAll("[#${}]", "");
				assertThat(known).as(call.getId())
					.containsAll(Call.variablesIn(expression.replace("execution.processBusinessKey", "")));
			}
		}));
	}

	/** What no gateway reads has no place in the engine. */
	@ParameterizedTest
	@MethodSource("diagrams")
	void theEngineKeepsOnlyWhatGatewaysRead(Diagram diagram) {
		assertThat(read(diagram)).containsAll(decisions(diagram));
	}

	/** An answer to one step is no answer to another. */
	@Test
	void everyDecisionHasAVariableOfItsOwn() {
		assertThat(FORMS.stream().flatMap((form) -> form.decisions().stream())).doesNotHaveDuplicates()
			.allMatch((variable) -> variable.matches("[a-z][a-zA-Z]+"))
			.doesNotContain("true");
	}

	/**
	 * What the engine knows when a form is opened has other names than what is answered
	 * in it, in the same round and when the task comes again.
	 */
	@ParameterizedTest
	@MethodSource("diagrams")
	void noFormIsFilledInByAVariableOfTheProcess(Diagram diagram) {
		for (UserTask task : diagram.each(UserTask.class)) {
			Set<String> known = new TreeSet<>(Set.of("responsibleOfficer", "caseId"));
			diagram.each(FlowNode.class)
				.stream()
				.filter((node) -> leadsTo(node, task))
				.forEach((node) -> known.addAll(variablesOf(node)));
			assertThat(byId().get(task.getId()).inputs()).extracting((input) -> input.path("key").asText())
				.as(task.getId())
				.doesNotContainAnyElementsOf(known);
		}
	}

	/** Subprocesses are begun by messages at any time. */
	private static boolean leadsTo(FlowNode node, UserTask task) {
		if (!node.getScope().equals(task.getScope())) {
			return true;
		}
		Set<FlowNode> reached = new HashSet<>();
		Deque<FlowNode> open = new ArrayDeque<>(node.getSucceedingNodes().list());
		while (!open.isEmpty()) {
			FlowNode next = open.pop();
			if (reached.add(next)) {
				open.addAll(next.getSucceedingNodes().list());
			}
		}
		return reached.contains(task);
	}

	private static Set<String> variablesOf(FlowNode node) {
		Set<String> variables = new TreeSet<>();
		if (node instanceof UserTask task) {
			variables.addAll(byId().get(task.getId()).decisions());
		}
		else if (node instanceof ServiceTask task && task.getCamundaResultVariable() != null) {
			variables.add(task.getCamundaResultVariable());
		}
		else if (node instanceof BusinessRuleTask task && task.getCamundaResultVariable() != null) {
			variables.add(task.getCamundaResultVariable());
		}
		else if (node instanceof CallActivity call) {
			extensions(call, CamundaOut.class).forEach((out) -> variables.add(out.getCamundaTarget()));
		}
		return variables;
	}

	private static Set<String> read(Diagram diagram) {
		Set<String> variables = new TreeSet<>();
		diagram.each(ConditionExpression.class)
			.forEach((condition) -> variables
				.addAll(Call.variablesIn(condition.getTextContent().replaceAll("[#${}]", ""))));
		return variables;
	}

	private static List<String> decisions(Diagram diagram) {
		Map<String, Form> forms = byId();
		List<String> decisions = new ArrayList<>();
		diagram.each(UserTask.class)
			.stream()
			.map((task) -> forms.get(task.getId()))
			.filter((form) -> form != null)
			.forEach((form) -> decisions.addAll(form.decisions()));
		return decisions;
	}

	private static Diagram called(CallActivity call) {
		return diagrams().stream()
			.filter((diagram) -> diagram.key().equals(call.getCalledElement()))
			.findFirst()
			.orElseThrow();
	}

	private static <T extends ModelElementInstance> Collection<T> extensions(CallActivity call, Class<T> type) {
		return call.getExtensionElements().getElementsQuery().filterByType(type).list();
	}

}
