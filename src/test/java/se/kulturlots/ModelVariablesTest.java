package se.kulturlots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import se.kulturlots.workflow.CaseVariables;
import se.kulturlots.workflow.ProcessMessage;
import se.kulturlots.workflow.ProcessVariable;

import static org.assertj.core.api.Assertions.assertThat;

/** That what is set in a process is read, and what is read is set, by the same name. */
class ModelVariablesTest {

	private static final Pattern LITERAL = Pattern
		.compile("(?:[gs]et|has|remove)Variables?(?:Local)?\\(\\s*\"|\\w*[vV]ariable(?:Name|Value\\w*)\\(\\s*\"");

	private static final Set<String> OF_EVERY_PROCESS = Set.of(CaseVariables.CASE.name(),
			CaseVariables.RESPONSIBLE_OFFICER.name());

	static List<Diagram> diagrams() {
		return ModelTest.diagrams();
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void whatIsReadIsSet(Diagram diagram) {
		assertThat(set(diagram)).containsAll(read(diagram));
	}

	/** By the diagram itself, by who calls it, or by code that has a constant for it. */
	@ParameterizedTest
	@MethodSource("diagrams")
	void whatIsSetIsRead(Diagram diagram) {
		Set<String> read = read(diagram);
		read.addAll(OF_EVERY_PROCESS);
		read.addAll(broughtBy(diagram));
		diagrams().stream()
			.flatMap((caller) -> caller.each(CallActivity.class).stream())
			.filter((call) -> call.getCalledElement().equals(diagram.key()))
			.forEach((call) -> extensions(call, CamundaOut.class).forEach((out) -> read.add(out.getCamundaSource())));
		assertThat(read).containsAll(set(diagram));
	}

	@Test
	void everyConstantIsAVariableOfADiagram() {
		Set<String> known = diagrams().stream()
			.flatMap((diagram) -> broughtBy(diagram).stream())
			.collect(Collectors.toSet());
		known.addAll(OF_EVERY_PROCESS);
		assertThat(ModelConstants.of(ProcessVariable.class)).isNotEmpty()
			.extracting(ProcessVariable::name)
			.allSatisfy((name) -> assertThat(known).contains(name));
	}

	@Test
	void codeNamesThemByTheirConstants() throws IOException {
		List<String> literal = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".java")).toList()) {
				LITERAL.matcher(Files.readString(file))
					.results()
					.forEach((found) -> literal.add(file + ": " + found.group()));
			}
		}
		assertThat(literal).isEmpty();
		assertThat(LITERAL.matcher("query.variableName(\"caseId\")").find()).isTrue();
		assertThat(LITERAL.matcher("query.processVariableValueEquals(\"caseId\", id)").find()).isTrue();
		assertThat(LITERAL.matcher("execution.getVariable(\"caseId\")").find()).isTrue();
	}

	private static Set<String> set(Diagram diagram) {
		Set<String> set = new TreeSet<>(ModelTest.results(diagram));
		set.addAll(OF_EVERY_PROCESS);
		set.addAll(broughtBy(diagram));
		diagram.each(UserTask.class).forEach((task) -> set.addAll(ModelFormsTest.byId().get(task.getId()).decisions()));
		diagram.each(MultiInstanceLoopCharacteristics.class)
			.forEach((each) -> set.add(each.getCamundaElementVariable()));
		diagram.each(CallActivity.class)
			.forEach((call) -> extensions(call, CamundaOut.class).forEach((out) -> set.add(out.getCamundaTarget())));
		return set;
	}

	/** In expressions, decision tables, calls and loops. */
	private static Set<String> read(Diagram diagram) {
		Set<String> read = new TreeSet<>();
		diagram.expressions()
			.forEach((expression) -> read
				.addAll(Call.variablesIn(expression.replace("execution.processBusinessKey", ""))));
		diagram.each(MultiInstanceLoopCharacteristics.class).forEach((each) -> read.add(each.getCamundaCollection()));
		diagram.each(CallActivity.class)
			.forEach((call) -> extensions(call, CamundaIn.class).stream()
				.map(CamundaIn::getCamundaSource)
				.filter(Objects::nonNull)
				.forEach(read::add));
		diagram.each(BusinessRuleTask.class)
			.forEach((task) -> read.addAll(ModelTest.inputs(diagram, task.getCamundaDecisionRef())));
		return read;
	}

	private static Set<String> broughtBy(Diagram diagram) {
		Set<String> names = diagram.each(Message.class).stream().map(Message::getName).collect(Collectors.toSet());
		return ModelConstants.of(ProcessMessage.class)
			.stream()
			.filter((message) -> names.contains(message.name()))
			.map(ProcessMessage::variable)
			.filter(Objects::nonNull)
			.map(ProcessVariable::name)
			.collect(Collectors.toSet());
	}

	private static <T extends ModelElementInstance> Collection<T> extensions(CallActivity call, Class<T> type) {
		return call.getExtensionElements().getElementsQuery().filterByType(type).list();
	}

}
