package se.kulturlots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names in diagrams stand among the texts as well, to be translated from there; that
 * every language has them all is MessagesTest's.
 */
class ModelNamesTest {

	private final Properties texts = texts();

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
					compare("workflow.answer." + flow.getName(), flow.getName());
				}
			});
		}
		assertThat(this.wrong).isEmpty();
		Set<String> left = new TreeSet<>(this.texts.stringPropertyNames());
		left.removeIf((key) -> !key.startsWith("workflow.name.") && !key.startsWith("workflow.answer."));
		left.removeAll(this.used);
		assertThat(left).as("names of nothing").isEmpty();
	}

	private void check(Diagram diagram, String id, String name) {
		if (name != null) {
			String own = "workflow.name." + diagram.key() + '.' + id;
			compare(this.texts.containsKey(own) ? own : "workflow.name." + id, name);
		}
	}

	private void compare(String key, String name) {
		this.used.add(key);
		if (!name.replaceAll("\\s+", " ").equals(this.texts.getProperty(key))) {
			this.wrong.add(key + " is " + this.texts.getProperty(key) + ", in the diagram " + name);
		}
	}

	private static Properties texts() {
		Properties texts = new Properties();
		try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages_sv.properties"))) {
			texts.load(reader);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return texts;
	}

}
