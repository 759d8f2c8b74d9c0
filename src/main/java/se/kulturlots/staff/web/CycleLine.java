package se.kulturlots.staff.web;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Milestone;
import se.kulturlots.deadline.TimeLeft;

/**
 * A cycle as its officer reads of it in the morning.
 *
 * @param consultation the cycle
 * @param next the last day that comes next, null after the decision
 * @param left how long is left until it
 */
public record CycleLine(Consultation consultation, @Nullable Milestone next, @Nullable TimeLeft left) {
}
