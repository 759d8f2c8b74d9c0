package se.kulturlots.input;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.consultation.PlanOutline;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;
import se.kulturlots.input.InputPeriod.Kind;

/** What a period asks about. */
@Component
public class InputFields {

	private final Questions questions;

	private final ObjectProvider<PlanOutline> outline;

	private final CaseWords words;

	InputFields(Questions questions, ObjectProvider<PlanOutline> outline, CaseWords words) {
		this.words = words;
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

	/**
	 * Fields as a reader meets them, their questions in the reader's language where they
	 * have been written in it.
	 * @param ownLang what the page says the authority's language is, null if it is the
	 * page's
	 */
	public List<InputField> in(Locale reader, @Nullable String ownLang, InputPeriod period, List<InputField> fields) {
		if (ownLang == null) {
			return fields;
		}
		Words words = this.words.of(period.consultationId());
		return fields.stream().map((field) -> {
			if (field.questionId() == null || field.heading() == null) {
				return field;
			}
			Said said = words.say(Part.QUESTION, field.place(), reader, field.heading(), ownLang);
			return (said.lang() == null) ? field.in(said.text()) : field;
		}).toList();
	}

	List<InputField> sections(CaseId consultationId) {
		return this.outline.stream()
			.flatMap((outline) -> outline.sections(consultationId).stream())
			.map((section) -> InputField.section(section.sectionId(), section.heading(), section.text()))
			.toList();
	}

}
