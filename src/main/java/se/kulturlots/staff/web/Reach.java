package se.kulturlots.staff.web;

import org.jspecify.annotations.Nullable;

/**
 * How many came as far as a step.
 *
 * @param step invited, answered, registered, attended or gaveInput
 * @param organisations how many of the organisations that were invited
 * @param all how many people in all, null where it means nothing
 */
public record Reach(String step, int organisations, @Nullable Integer all) {
}
