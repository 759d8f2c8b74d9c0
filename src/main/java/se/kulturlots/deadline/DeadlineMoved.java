package se.kulturlots.deadline;

/**
 * A deadline has got another date; told in the same transaction.
 *
 * @param before what it was
 * @param now what it is
 */
public record DeadlineMoved(Deadline before, Deadline now) {
}
