package se.kulturlots.input;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.PlanOutline;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.CaseId;
import se.kulturlots.input.InputPeriod.Kind;

/** What a period asks about. */
@Component
public class InputFields {

	private final Questions questions;

	private final ObjectProvider<PlanOutline> outline;

	InputFields(Questions questions, ObjectProvider<PlanOutline> outline) {
		this.questions = questions;
		this.outline = outline;
	}

	/**
	 * The fields of a period's form.
	 * @return the questions or the sections of the draft in their order, anything else
	 * last
	 */
	public List<InputField> of(InputPeriod period) {
		return Stream
			.concat((period.kind() == Kind.INPUT) ? questions(period) : sections(period.consultationId()).stream(),
					Stream.of(InputField.other()))
			.toList();
	}

	private Stream<InputField> questions(InputPeriod period) {
		return this.questions.of(period.consultationId())
			.stream()
			.map((question) -> InputField.question(question.id(), question.position(), question.text()));
	}

	List<InputField> sections(CaseId consultationId) {
		return this.outline.stream()
			.flatMap((outline) -> outline.sections(consultationId).stream())
			.map((section) -> InputField.section(section.sectionId(), section.heading(), section.text()))
			.toList();
	}

}
