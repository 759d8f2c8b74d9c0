package se.kulturlots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.api.Test;

import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.testing.TextFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names in diagrams stand among the texts as well, to be translated from there: those
 * of one module in its file, those that several share in the one of the engine. That
 * every language has them all is MessagesTest's.
 */
class ModelNamesTest {

	private final Map<String, Set<String>> keys = TextFiles.of("sv")
		.entrySet()
		.stream()
		.collect(Collectors.toMap(Map.Entry::getKey, (file) -> TextFiles.read(file.getValue()).stringPropertyNames()));

	private final Properties texts = TextFiles.all("sv");

	private final Map<String, String> modules = Diagram.all()
		.stream()
		.collect(Collectors.toMap(Diagram::key, Diagram::module));

	private final Set<String> used = new TreeSet<>();

	private final List<String> wrong = new ArrayList<>();

	@Test
	void textsAndDiagramsSayTheSame() {
		for (Diagram diagram : Stream.concat(Diagram.all().stream(), Diagram.earlier().stream()).toList()) {
			check(diagram, diagram.key(), diagram.process().getName());
			diagram.each(Participant.class).forEach((pool) -> check(diagram, diagram.key(), pool.getName()));
			diagram.each(Lane.class).forEach((lane) -> check(diagram, lane.getId(), lane.getName()));
			diagram.each(FlowNode.class).forEach((node) -> check(diagram, node.getId(), node.getName()));
			diagram.each(SequenceFlow.class).forEach((flow) -> {
				if (flow.getName() != null) {
					compare(diagram, "workflow.answer." + flow.getName(), flow.getName());
				}
			});
		}
		assertThat(this.wrong).isEmpty();
		Set<String> left = new TreeSet<>(this.texts.stringPropertyNames());
		left.removeIf((key) -> !key.startsWith("workflow.name.") && !key.startsWith("workflow.answer."));
		left.removeAll(this.used);
		assertThat(left).as("names of nothing").isEmpty();
	}

	/** What is waited for is named as such, and until when if that is known. */
	@Test
	void everyEventThatIsWaitedForSaysSo() {
		Set<String> waited = new TreeSet<>();
		for (Diagram diagram : Stream.concat(Diagram.all().stream(), Diagram.earlier().stream()).toList()) {
			for (IntermediateCatchEvent event : diagram.each(IntermediateCatchEvent.class)) {
				String own = "workflow.waiting." + diagram.key() + '.' + event.getId();
				String key = this.texts.containsKey(own) ? own : "workflow.waiting." + event.getId();
				waited.add(key);
				assertThat(this.texts.getProperty(key)).as(key).startsWith("Väntar på ");
				if (!event.getChildElementsByType(ConditionalEventDefinition.class).isEmpty()) {
					assertThat(ModelConstants.implementing(DeadlineKind.class).map(DeadlineKind::name))
						.as(event.getId())
						.contains(deadline(event));
				}
			}
		}
		waited.add("workflow.waiting.until");
		assertThat(this.texts.stringPropertyNames()).filteredOn((key) -> key.startsWith("workflow.waiting."))
			.containsExactlyInAnyOrderElementsOf(waited);
	}

	private static String deadline(IntermediateCatchEvent event) {
		return event.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.singleResult()
			.getCamundaProperties()
			.iterator()
			.next()
			.getCamundaValue();
	}

	private void check(Diagram diagram, String id, String name) {
		if (name != null) {
			String own = "workflow.name." + diagram.key() + '.' + id;
			compare(diagram, this.texts.containsKey(own) ? own : "workflow.name." + id, name);
		}
	}

	private void compare(Diagram diagram, String key, String name) {
		this.used.add(key);
		if (!name.replaceAll("\\s+", " ").equals(this.texts.getProperty(key))) {
			this.wrong.add(key + " is " + this.texts.getProperty(key) + ", in the diagram " + name);
		}
		else if (Stream.of(key.substring(key.lastIndexOf('.') + 1), diagram.key())
			.map((process) -> this.modules.getOrDefault(process, "workflow"))
			.noneMatch((module) -> standsIn(module, key)) && !standsIn("workflow", key)) {
			this.wrong.add(key + " stands with another module than " + this.modules.get(diagram.key()));
		}
	}

	private boolean standsIn(String module, String key) {
		return this.keys.getOrDefault(module, Set.of()).contains(key);
	}

}
