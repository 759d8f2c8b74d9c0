package se.kulturlots.workflow;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the engine takes in when something is deployed, or read again later. Of the many
 * ways in which a diagram can run code (scripts, classes, connectors, a shell) we use
 * one, an expression that calls a step; so what the engine adds to the standards is
 * refused unless it is named here.
 */
final class DiagramRules implements Deployer {

	private static final String FORM = ".form";

	private static final Set<String> DIAGRAMS = Set.of(".bpmn", ".dmn");

	/**
	 * What says how a diagram is drawn, typed or edited; the engine does nothing by it.
	 */
	private static final Set<String> HARMLESS = Set.of("http://www.w3.org/2001/XMLSchema-instance",
			"http://camunda.org/schema/modeler/1.0", "http://bpmn.io/schema/bpmn/biocolor/1.0",
			"http://bpmn.io/schema/dmn/biodi/2.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

	private static final Set<String> ENGINE = Set.of("http://camunda.org/schema/1.0/bpmn",
			"http://camunda.org/schema/1.0/dmn");

	private static final Set<String> STANDARDS = Set.of("http://www.omg.org/spec/BPMN/20100524/MODEL",
			"http://www.omg.org/spec/BPMN/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC",
			"http://www.omg.org/spec/DD/20100524/DI", "https://www.omg.org/spec/DMN/20191111/MODEL/",
			"https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DC/",
			"http://www.omg.org/spec/DMN/20180521/DI/");

	/**
	 * The engine does nothing by the properties of an event; {@link DiagramSteps} reads
	 * them.
	 */
	private static final Set<String> ENGINE_ELEMENTS = Set.of("in", "out", "failedJobRetryTimeCycle", "properties",
			"property");

	private static final Set<String> ENGINE_ATTRIBUTES = Set.of("assignee", "asyncBefore", "candidateGroups",
			"collection", "decisionRef", "decisionRefBinding", "dueDate", "elementVariable", "expression", "formRef",
			"formRefBinding", "historyTimeToLive", "mapDecisionResult", "resultVariable");

	private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");

	/** Where the standards let a diagram say that its text is in some language. */
	private static final Set<String> LANGUAGES = Set.of("language", "expressionLanguage", "scriptFormat");

	@Override
	public void deploy(DeploymentEntity deployment) {
		deployment.getResources().values().forEach(DiagramRules::check);
	}

	private static void check(ResourceEntity resource) {
		String name = resource.getName();
		if (DIAGRAMS.stream().anyMatch(name::endsWith)) {
			checkDiagram(name, resource.getBytes());
		}
		else if (!name.endsWith(FORM)) {
			throw refused(name, "only diagrams, decision tables and forms are deployed");
		}
	}

	private static void checkDiagram(String name, byte[] content) {
		try {
			XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
			xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(content));
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.DTD) {
					throw refused(name, "a document type is not taken");
				}
				if (event == XMLStreamConstants.START_ELEMENT) {
					checkElement(name, reader);
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new NotValidException(name + ": not readable", ex);
		}
	}

	private static void checkElement(String name, XMLStreamReader reader) {
		String element = reader.getLocalName();
		String namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
		boolean known = ENGINE.contains(namespace) ? ENGINE_ELEMENTS.contains(element)
				: STANDARDS.contains(namespace) && !SCRIPTS.contains(element);
		if (!known) {
			throw refused(name, "<" + element + "> is not among what diagrams here may hold");
		}
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			if (!mayHave(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i))) {
				throw refused(name, "<" + element + "> may not have " + reader.getAttributeLocalName(i));
			}
		}
	}

	private static boolean mayHave(@Nullable String namespace, String attribute) {
		if (namespace == null || namespace.isEmpty()) {
			return !LANGUAGES.contains(attribute);
		}
		return ENGINE.contains(namespace) ? ENGINE_ATTRIBUTES.contains(attribute) : HARMLESS.contains(namespace);
	}

	private static NotValidException refused(String name, String why) {
		return new NotValidException(name + ": " + why);
	}

}
