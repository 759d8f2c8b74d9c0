package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers;
import se.kulturlots.core.web.Teasers.Until;

/**
 * The next thing to do in a consultation, in words.
 *
 * @param thing what it is
 * @param phase how far the consultation has come, as is true for people: while all that
 * came in is read, nobody can give input any more
 * @param label the same in a word or two, null where the plan is decided
 * @param title what it is called
 * @param text a sentence or two
 * @param lastDay until when, null if nothing hurries
 * @param actions where to do it, the first one first of all
 */
public record NextStep(NextStepKind thing, Phase phase, @Nullable String label, String title, String text,
		@Nullable LocalDate lastDay, List<Teasers.Action> actions) {

	/**
	 * Until when it can be done.
	 * @param page for the text
	 * @return null if nothing hurries, or it is too late
	 */
	@Nullable Until until(LocalDate today, Page page) {
		if (this.lastDay == null || today.isAfter(this.lastDay)) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(today, this.lastDay);
		return new Until(page.date(this.lastDay), page.t("consultation.next.left", days, page.number(days)));
	}

}
