package se.kulturlots.consultation;

import java.time.LocalDate;

import se.kulturlots.deadline.DeadlineKind;

/**
 * A day in a cycle by which something is to be done.
 *
 * @param kind what ends
 * @param day the last day
 */
public record Milestone(DeadlineKind kind, LocalDate day) {
}
