package se.kulturlots.consultation.web;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseStanding.LastDay;
import se.kulturlots.deadline.TimeLeft;

/**
 * A deadline of a consultation.
 *
 * @param lastDay which and when
 * @param left how long is left, null once it has passed
 */
public record DeadlineLine(LastDay lastDay, @Nullable TimeLeft left) {
}
