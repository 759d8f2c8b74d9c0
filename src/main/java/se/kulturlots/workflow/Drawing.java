package se.kulturlots.workflow;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * A diagram for strangers: what is drawn and nothing else. Only elements and attributes
 * that are named here pass, so that expressions, forms, groups, instructions to staff and
 * whatever diagrams hold one day stay inside.
 */
final class Drawing {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private static final Set<String> NAMESPACES = Set.of(BPMN, "http://www.omg.org/spec/BPMN/20100524/DI",
			"http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI");

	private static final Set<String> ELEMENTS = Set.of("definitions", "collaboration", "participant", "process",
			"laneSet", "lane", "childLaneSet", "flowNodeRef", "incoming", "outgoing", "sequenceFlow", "startEvent",
			"endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "timerEventDefinition",
			"messageEventDefinition", "errorEventDefinition", "terminateEventDefinition", "signalEventDefinition",
			"escalationEventDefinition", "conditionalEventDefinition", "userTask", "serviceTask", "sendTask",
			"receiveTask", "manualTask", "scriptTask", "businessRuleTask", "task", "callActivity", "subProcess",
			"exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
			"multiInstanceLoopCharacteristics", "textAnnotation", "text", "association", "BPMNDiagram", "BPMNPlane",
			"BPMNShape", "BPMNEdge", "BPMNLabel", "Bounds", "waypoint");

	/** Elements whose content is text. */
	private static final Set<String> TEXTS = Set.of("flowNodeRef", "incoming", "outgoing", "text");

	private static final Set<String> ATTRIBUTES = Set.of("id", "name", "targetNamespace", "processRef", "sourceRef",
			"targetRef", "attachedToRef", "cancelActivity", "triggeredByEvent", "isInterrupting", "isSequential",
			"default", "bpmnElement", "isHorizontal", "isExpanded", "isMarkerVisible", "x", "y", "width", "height");

	private Drawing() {
	}

	static String of(BpmnModelInstance model, Naming names) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			Document whole = builder.parse(new InputSource(new StringReader(Bpmn.convertToString(model))));
			Document drawn = builder.newDocument();
			copy(whole.getDocumentElement(), drawn, names);
			return write(drawn);
		}
		catch (Exception ex) {
			throw new IllegalStateException("a deployed diagram cannot be read", ex);
		}
	}

	private static void copy(Element element, Node parent, Naming names) {
		if (!NAMESPACES.contains(element.getNamespaceURI()) || !ELEMENTS.contains(element.getLocalName())) {
			return;
		}
		Document document = (parent instanceof Document itself) ? itself : parent.getOwnerDocument();
		Element copied = document.createElementNS(element.getNamespaceURI(), element.getNodeName());
		for (int index = 0; index < element.getAttributes().getLength(); index++) {
			Attr attribute = (Attr) element.getAttributes().item(index);
			if (attribute.getNamespaceURI() == null && ATTRIBUTES.contains(attribute.getName())) {
				copied.setAttribute(attribute.getName(), attribute.getName().equals("name")
						? names.of(element.getLocalName(), id(element), attribute.getValue()) : attribute.getValue());
			}
		}
		parent.appendChild(copied);
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				copy(inner, copied, names);
			}
			else if (child.getNodeType() == Node.TEXT_NODE && TEXTS.contains(element.getLocalName())) {
				copied.appendChild(document.createTextNode(child.getNodeValue()));
			}
		}
	}

	/** A pool is called as its process is. */
	private static String id(Element element) {
		return element.getAttribute(element.hasAttribute("processRef") ? "processRef" : "id");
	}

	private static String write(Document document) throws Exception {
		TransformerFactory factory = TransformerFactory.newInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		Transformer transformer = factory.newTransformer();
		transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
		StringWriter written = new StringWriter();
		transformer.transform(new DOMSource(document), new StreamResult(written));
		return written.toString();
	}

	/** What the elements of a diagram are called. */
	interface Naming {

		String of(String element, String id, String written);

	}

}
