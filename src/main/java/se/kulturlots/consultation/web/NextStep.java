package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers.Action;

/**
 * The next thing to do in a consultation, in words.
 *
 * @param thing what it is
 * @param title what it is called
 * @param text a sentence or two, with the date
 * @param lastDay until when, null if nothing hurries
 * @param actions where to do it, the first one first of all
 */
public record NextStep(NextStepKind thing, String title, String text, @Nullable LocalDate lastDay,
		List<Action> actions) {

	/**
	 * How long there is left.
	 * @param page for the text
	 * @return null if nothing hurries, or it is too late
	 */
	@Nullable String left(LocalDate today, Page page) {
		if (this.lastDay == null || today.isAfter(this.lastDay)) {
			return null;
		}
		boolean register = this.thing == NextStepKind.JOIN || this.thing == NextStepKind.MEET;
		return page.t(register ? "consultation.next.left.register" : "consultation.next.left.say",
				ChronoUnit.DAYS.between(today, this.lastDay));
	}

}
