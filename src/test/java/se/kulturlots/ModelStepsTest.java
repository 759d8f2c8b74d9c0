package se.kulturlots;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import se.kulturlots.core.Id;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.workflow.TaskContext;

import static org.assertj.core.api.Assertions.assertThat;

/** That diagrams and forms find in the code what they count on. */
class ModelStepsTest {

	private static final StepBeans BEANS = new StepBeans();

	private static final Map<String, Form> FORMS = ModelFormsTest.byId();

	/** The only texts that diagrams give to what they call. */
	private static final List<String> DEADLINES = ModelConstants.implementing(DeadlineKind.class)
		.map(DeadlineKind::name)
		.toList();

	static List<Diagram> diagrams() {
		return ModelTest.diagrams();
	}

	static List<Diagram> everDeployed() {
		return Stream.concat(Diagram.earlier().stream(), diagrams().stream()).toList();
	}

	@ParameterizedTest
	@MethodSource("everDeployed")
	void whatADiagramCallsExistsOnceAndTakesWhatItIsGiven(Diagram diagram) {
		assertThat(diagram.expressions().stream().flatMap((expression) -> Call.in(expression).stream())).isNotEmpty()
			.allSatisfy((call) -> {
				Class<?> type = BEANS.type(call.bean()).orElse(Void.class);
				assertThat(StepBeans.methods(type, call.method())).as(call.toString())
					.singleElement()
					.satisfies((method) -> {
						assertThat(method.getParameterCount()).isEqualTo(call.arguments().size());
						for (int i = 0; i < method.getParameterCount(); i++) {
							fits(call.arguments().get(i), method.getParameterTypes()[i]);
						}
					});
			});
	}

	private static void fits(String argument, Class<?> type) {
		if (argument.equals("execution")) {
			assertThat(type).isEqualTo(DelegateExecution.class);
		}
		else if (argument.equals("execution.processBusinessKey")) {
			assertIsId(type);
		}
		else if (argument.startsWith("'")) {
			assertThat(type).isEqualTo(String.class);
			assertThat(DEADLINES).contains(argument.replace("'", ""));
		}
		else {
			assertThat(argument).matches("\\d+");
			assertThat(type).isEqualTo(int.class);
		}
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void aStepHasTheNameOfItsMethod(Diagram diagram) {
		assertThat(diagram.each(ServiceTask.class)).allSatisfy((task) -> {
			Call call = Call.in(task.getCamundaExpression()).get(0);
			assertThat(call.bean()).endsWith("Steps");
			if (!call.bean().equals("workflowSteps")) {
				assertThat(call.method()).isEqualTo(task.getId());
			}
		});
	}

	/**
	 * What is asked for only when a gateway or a call needs it comes in a type that fits.
	 */
	@ParameterizedTest
	@MethodSource("diagrams")
	void resultsAreAnswers(Diagram diagram) {
		List<String> texts = diagram.expressions();
		assertThat(diagram.each(ServiceTask.class)).filteredOn((task) -> task.getCamundaResultVariable() != null)
			.allSatisfy((task) -> {
				Call call = Call.in(task.getCamundaExpression()).get(0);
				Type type = StepBeans.methods(BEANS.type(call.bean()).orElseThrow(), call.method())
					.get(0)
					.getGenericReturnType();
				String result = task.getCamundaResultVariable();
				if (result.endsWith("Ids")) {
					assertThat(Collection.class).isAssignableFrom((Class<?>) ((ParameterizedType) type).getRawType());
					assertThat(((ParameterizedType) type).getActualTypeArguments()).containsExactly(String.class);
				}
				else if (result.endsWith("Id")) {
					assertThat(type).isEqualTo(String.class);
				}
				else if (texts.contains(result)) {
					assertThat(type).isEqualTo(boolean.class);
				}
				else {
					assertThat(type).isNotEqualTo(void.class);
				}
			});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void answersGoToTheDomain(Diagram diagram) {
		Class<?> steps = BEANS.stepsOf(diagram).orElse(Void.class);
		assertThat(diagram.each(UserTask.class)).allSatisfy((task) -> {
			Method method = only(steps, task.getId());
			Class<?> id = method.getParameterTypes()[0];
			assertIsId(id);
			takesTheAnswersOf(FORMS.get(task.getId()), method);
			factsFit(steps, task.getId(), id);
		});
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void aStartMakesTheAggregate(Diagram diagram) {
		Class<?> steps = BEANS.stepsOf(diagram).orElse(Void.class);
		String form = diagram.each(StartEvent.class)
			.stream()
			.map(StartEvent::getCamundaFormRef)
			.filter((ref) -> ref != null)
			.findFirst()
			.orElseThrow();
		Method method = only(steps, form);
		assertIsId(method.getReturnType());
		assertThat(method.getParameterTypes()[0]).isEqualTo(String.class);
		takesTheAnswersOf(FORMS.get(form), method);
		factsFit(steps, form, String.class);
	}

	private static void assertIsId(Class<?> type) {
		assertThat(Id.class.isAssignableFrom(type)).as(type.getName()).isTrue();
	}

	private static Method only(Class<?> steps, String name) {
		List<Method> methods = StepBeans.methods(steps, name);
		assertThat(methods).as(steps.getSimpleName() + "." + name).hasSize(1);
		return methods.get(0);
	}

	/** A record has a component for each field, by the same name. */
	private static void takesTheAnswersOf(Form form, Method method) {
		assertThat(form).as("form of " + method.getName()).isNotNull();
		List<String> components = new ArrayList<>();
		for (Class<?> type : List.of(method.getParameterTypes()).subList(1, method.getParameterCount())) {
			if (type.isRecord()) {
				Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(components::add);
			}
			else {
				assertThat(type).as(method.toString()).isEqualTo(TaskContext.class);
			}
		}
		assertThat(keys(form.answers())).as(form.id()).containsAll(components);
		assertThat(components).as(form.id())
			.doesNotHaveDuplicates()
			.containsAll(keys(form.answers().stream().filter((field) -> !isAlwaysTicked(field)).toList()));
	}

	private static List<String> keys(List<JsonNode> fields) {
		return fields.stream().map((field) -> field.path("key").asText()).toList();
	}

	/** The form itself sees to it, so the domain need not be told. */
	private static boolean isAlwaysTicked(JsonNode field) {
		return field.path("type").asText().equals("checkbox") && field.at("/validate/required").asBoolean();
	}

	/**
	 * A record has a component for each key that the form shows, and others only for what
	 * is filled in beforehand.
	 */
	private static void factsFit(Class<?> steps, String name, Class<?> subject) {
		Form form = FORMS.get(name);
		List<Method> facts = StepBeans.methods(steps, name + "Facts");
		List<String> components = new ArrayList<>();
		assertThat(facts).as(name).hasSizeLessThan(2).allSatisfy((method) -> {
			assertThat(method.getReturnType().isRecord()).as(method.toString()).isTrue();
			assertThat(method.getParameterTypes()[0]).as(method.toString()).isEqualTo(subject);
			components.addAll(components(method.getReturnType()));
		});
		List<String> known = new ArrayList<>(keys(form.answers()));
		known.addAll(form.shown());
		assertThat(components).as(name).doesNotHaveDuplicates().containsAll(form.shown()).isSubsetOf(known);
	}

	/** A component that is a record holds facts that several forms share. */
	private static List<String> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.flatMap((component) -> component.getType().isRecord() ? components(component.getType()).stream()
					: Stream.of(component.getName()))
			.toList();
	}

}
