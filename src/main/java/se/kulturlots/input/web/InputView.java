package se.kulturlots.input.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.InputField;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.Openness;

/**
 * The form for input as pages show it.
 *
 * @param page for texts and addresses
 * @param period its period, null if none is planned
 * @param openness whether it takes input
 * @param lastDay the last day, null without a period
 * @param fields what it asks
 * @param municipalities what may be chosen, perhaps nothing
 */
public record InputView(Page page, Consultation consultation, @Nullable InputPeriod period, Openness openness,
		@Nullable LocalDate lastDay, List<InputField> fields, List<Choice> municipalities) {

	/** What readers know the consultation as. */
	public Said title() {
		return this.consultation.titleIn(this.page.locale(), this.page.ownLang());
	}

	public Kind kind() {
		return (this.period != null) ? this.period.kind() : Kind.INPUT;
	}

	/**
	 * A text that differs between input and referral.
	 * @param key the end of its key
	 */
	public String t(String key, Object... arguments) {
		return this.page.t("input.form." + kind().name() + "." + key, arguments);
	}

	public boolean late() {
		return this.openness == Openness.LATE;
	}

	/**
	 * When the form opens, as far as it is known.
	 * @return null if it is not planned
	 */
	public @Nullable LocalDate opens() {
		Schedule dates = this.consultation.schedule();
		if (this.period != null) {
			return this.period.opens();
		}
		return (dates != null) ? dates.inputOpens() : null;
	}

	/**
	 * The address of the form.
	 * @return in the page's language
	 */
	public String path() {
		return this.page.onward(this.consultation.path() + "/input");
	}

	String receiptPath(SubmissionId submissionId) {
		return this.page.url(this.consultation.path() + "/input/" + submissionId);
	}

	/**
	 * The address of the consultation.
	 * @return in the page's language
	 */
	public String consultationPath() {
		return this.page.onward(this.consultation.path());
	}

	/**
	 * What a field is called.
	 * @return the question, the heading, or that it is for anything else
	 */
	public String label(InputField field) {
		return (field.heading() != null) ? field.heading() : this.page.t("input.other");
	}

}
