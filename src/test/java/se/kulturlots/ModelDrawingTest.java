package se.kulturlots;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import se.kulturlots.testing.TextFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That diagrams can be read: on the screen, and printed on A3 landscape as large as they
 * go.
 */
class ModelDrawingTest {

	/** What the viewer writes in boxes and beside events, in pixels. */
	private static final int INSIDE = 12;

	private static final int BESIDE = 11;

	/** Between a box and its text, on each side. */
	private static final int PADDING = 7;

	private static final double A3_WIDTH = 420;

	private static final double A3_HEIGHT = 297;

	private static final double SMALLEST = 8;

	private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

	static Collection<Diagram> diagrams() {
		return ModelTest.diagrams();
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void noWordIsCut(Diagram diagram) {
		List<String> cut = new ArrayList<>();
		for (String language : List.of("sv", "fi", "en")) {
			Names names = new Names(diagram, language);
			shapes(diagram, FlowNode.class).forEach((shape) -> {
				FlowNode node = (FlowNode) shape.getBpmnElement();
				String name = names.of(node);
				boolean inside = node instanceof Activity;
				double width = inside ? shape.getBounds().getWidth() - 2 * PADDING : labelWidth(shape.getBpmnLabel());
				if (name != null && Lettering.cutsAWord(name, width, inside ? INSIDE : BESIDE)) {
					cut.add(name + " in " + width);
				}
			});
			edges(diagram).forEach((edge) -> {
				String name = names.of((SequenceFlow) edge.getBpmnElement());
				if (name != null && Lettering.cutsAWord(name, labelWidth(edge.getBpmnLabel()), BESIDE)) {
					cut.add(name + " on " + edge.getId());
				}
			});
		}
		assertThat(cut).isEmpty();
	}

	private static double labelWidth(BpmnLabel label) {
		return (label != null && label.getBounds() != null) ? label.getBounds().getWidth() : 90;
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void printedOnA3TheSmallestLettersCanBeRead(Diagram diagram) {
		Rectangle2D whole = shapes(diagram, Participant.class).map(ModelDrawingTest::area)
			.reduce(Rectangle2D::createUnion)
			.orElseThrow();
		double scale = Math.min(A3_WIDTH / whole.getWidth(), A3_HEIGHT / whole.getHeight());
		assertThat(BESIDE * scale * POINTS_PER_MILLIMETRE).isGreaterThanOrEqualTo(SMALLEST);
		assertThat(diagram.each(BpmnShape.class)).allSatisfy(
				(shape) -> assertThat(whole.contains(area(shape))).as(shape.getId() + " lies on the page").isTrue());
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void linesCrossNeitherEachOtherNorBoxes(Diagram diagram) {
		List<String> crossing = new ArrayList<>();
		List<BpmnEdge> edges = edges(diagram).toList();
		for (int i = 0; i < edges.size(); i++) {
			for (BpmnEdge other : edges.subList(i + 1, edges.size())) {
				if (cross(lines(edges.get(i)), lines(other))) {
					crossing.add(edges.get(i).getId() + " and " + other.getId());
				}
			}
			SequenceFlow flow = (SequenceFlow) edges.get(i).getBpmnElement();
			List<Line2D> lines = lines(edges.get(i));
			shapes(diagram, FlowNode.class).filter((shape) -> !(shape.getBpmnElement() instanceof SubProcess))
				.filter((shape) -> !isAt(shape, flow))
				.filter((shape) -> lines.stream().anyMatch((line) -> line.intersects(area(shape))))
				.forEach((shape) -> crossing.add(flow.getId() + " and " + shape.getId()));
		}
		assertThat(crossing).isEmpty();
	}

	/** A line touches where it begins and ends, and the box that its event sits on. */
	private static boolean isAt(BpmnShape shape, SequenceFlow flow) {
		BaseElement element = shape.getBpmnElement();
		return element.equals(flow.getSource()) || element.equals(flow.getTarget())
				|| (flow.getSource() instanceof BoundaryEvent event && element.equals(event.getAttachedTo()));
	}

	/** Two lines may meet where both end. */
	private static boolean cross(List<Line2D> one, List<Line2D> other) {
		return one.stream()
			.anyMatch(
					(line) -> other.stream().anyMatch((second) -> line.intersectsLine(second) && !meet(line, second)));
	}

	private static boolean meet(Line2D one, Line2D other) {
		boolean sameEnd = one.getP2().equals(other.getP2()) || one.getP1().equals(other.getP1());
		return sameEnd && Line2D.linesIntersect(one.getX1(), one.getY1(), one.getX2(), one.getY2(), other.getX1(),
				other.getY1(), other.getX2(), other.getY2()) && !overlap(one, other);
	}

	private static boolean overlap(Line2D one, Line2D other) {
		Point2D shared = one.getP2().equals(other.getP2()) ? one.getP1() : one.getP2();
		Point2D second = one.getP2().equals(other.getP2()) ? other.getP1() : other.getP2();
		return other.ptSegDist(shared) == 0 || one.ptSegDist(second) == 0;
	}

	/** The measures themselves, against what was seen before they were taken. */
	@Test
	void measuresFindWhatIsWrong() {
		assertThat(Lettering.cutsAWord("Godkänn sammanfattningen", 100 - 2 * PADDING, INSIDE)).isTrue();
		assertThat(Lettering.lines("Godkänn sammanfattningen", 100 - 2 * PADDING, INSIDE)).contains("sammanfattnin");
		assertThat(Lettering.cutsAWord("Godkänn sammanfattningen", 120 - 2 * PADDING, INSIDE)).isFalse();
		assertThat(Lettering.cutsAWord("passerad", 40, BESIDE)).isTrue();
		assertThat(Lettering.cutsAWord("kuulemis\u00ADtilaisuus", 60, BESIDE)).isFalse();
		assertThat(cross(List.of(new Line2D.Double(0, 0, 10, 0)), List.of(new Line2D.Double(5, -5, 5, 5)))).isTrue();
		assertThat(cross(List.of(new Line2D.Double(0, 0, 10, 0)), List.of(new Line2D.Double(5, 0, 10, 0)))).isTrue();
		assertThat(cross(List.of(new Line2D.Double(0, 0, 10, 0)), List.of(new Line2D.Double(10, 9, 10, 0)))).isFalse();
	}

	private static Stream<BpmnShape> shapes(Diagram diagram, Class<?> of) {
		return diagram.each(BpmnShape.class).stream().filter((shape) -> of.isInstance(shape.getBpmnElement()));
	}

	private static Stream<BpmnEdge> edges(Diagram diagram) {
		return diagram.each(BpmnEdge.class).stream().filter((edge) -> edge.getBpmnElement() instanceof SequenceFlow);
	}

	private static Rectangle2D area(BpmnShape shape) {
		Bounds bounds = shape.getBounds();
		return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
	}

	private static List<Line2D> lines(BpmnEdge edge) {
		List<Line2D> lines = new ArrayList<>();
		Waypoint before = null;
		for (Waypoint point : edge.getWaypoints()) {
			if (before != null) {
				lines.add(new Line2D.Double(before.getX(), before.getY(), point.getX(), point.getY()));
			}
			before = point;
		}
		return lines;
	}

	/** What a diagram is called in a language, as the pages draw it. */
	private static final class Names {

		private final Properties texts;

		private final String key;

		Names(Diagram diagram, String language) {
			this.key = diagram.key();
			this.texts = TextFiles.all(language);
		}

		String of(FlowNode node) {
			String common = this.texts.getProperty("workflow.name." + node.getId(), node.getName());
			return this.texts.getProperty("workflow.name." + this.key + "." + node.getId(), common);
		}

		String of(SequenceFlow flow) {
			return (flow.getName() != null)
					? this.texts.getProperty("workflow.answer." + flow.getName(), flow.getName()) : null;
		}

	}

}
