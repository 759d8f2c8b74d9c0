package se.kulturlots.consultation.web;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Milestone;
import se.kulturlots.deadline.TimeLeft;

/**
 * A deadline of a consultation.
 *
 * @param milestone which and when
 * @param left how long is left, null once it has passed
 */
public record DeadlineLine(Milestone milestone, @Nullable TimeLeft left) {
}
