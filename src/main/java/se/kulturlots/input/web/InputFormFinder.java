package se.kulturlots.input.web;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
import se.kulturlots.input.Openness;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;

/** Finds the form that is to be shown. */
@Component
class InputFormFinder {

	private final Consultations consultations;

	private final InputPeriods periods;

	private final InputSchedule schedule;

	private final InputFields fields;

	private final Municipalities municipalities;

	InputFormFinder(Consultations consultations, InputPeriods periods, InputSchedule schedule, InputFields fields,
			Municipalities municipalities) {
		this.consultations = consultations;
		this.periods = periods;
		this.schedule = schedule;
		this.fields = fields;
		this.municipalities = municipalities;
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
		return new InputView(page, consultation, period, openness, this.schedule.lastDay(period),
				inReadersWords(page, period, this.fields.of(period)), municipalities(consultation.authorityId()));
	}

	/** Fields as the reader of a page meets them. */
	List<InputField> inReadersWords(Page page, InputPeriod period, List<InputField> shown) {
		return this.fields.in(page.locale(), page.ownLang(), period, shown);
	}

	List<Choice> municipalities(String authorityId) {
		return this.municipalities.of(authorityId)
			.stream()
			.map((place) -> Choice.of(place.code(), place.name()))
			.toList();
	}

	/** The name of a municipality, null if there is no code or no such one. */
	@Nullable String municipality(@Nullable String code) {
		return Optional.ofNullable(code).flatMap(this.municipalities::find).map(Municipality::name).orElse(null);
	}

}
