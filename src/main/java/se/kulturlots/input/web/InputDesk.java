package se.kulturlots.input.web;

import java.util.List;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.InputField;
import se.kulturlots.input.InputFields;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.Intake;
import se.kulturlots.input.Openness;

/** Finds the form that is to be shown. */
@Component
class InputDesk {

	private final Consultations consultations;

	private final InputPeriods periods;

	private final InputSchedule schedule;

	private final InputFields fields;

	private final Intake intake;

	InputDesk(Consultations consultations, InputPeriods periods, InputSchedule schedule, InputFields fields,
			Intake intake) {
		this.consultations = consultations;
		this.periods = periods;
		this.schedule = schedule;
		this.fields = fields;
		this.intake = intake;
	}

	/** The form of a consultation that the public may see. */
	InputView find(Page page, String authority, String slug) {
		Consultation consultation = this.consultations.published(authority, slug);
		return this.periods.current(authority, consultation.id())
			.map((period) -> of(page, consultation, period))
			.orElseGet(() -> new InputView(page, consultation, null, this.schedule.openness(consultation), null,
					List.of(), List.of()));
	}

	/** The form of a period. */
	InputView of(Page page, Consultation consultation, InputPeriod period) {
		Openness openness = this.schedule.openness(consultation, period);
		List<InputField> asked = openness.takesInput() ? this.fields.of(period) : List.of();
		return new InputView(page, consultation, period, openness, this.schedule.lastDay(period), asked,
				municipalities(consultation.authorityId()));
	}

	List<Choice> municipalities(String authorityId) {
		return this.intake.municipalities(authorityId)
			.stream()
			.map((place) -> Choice.of(place.code(), place.name()))
			.toList();
	}

}
