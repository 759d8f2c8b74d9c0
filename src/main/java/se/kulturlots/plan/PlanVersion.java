package se.kulturlots.plan;

import java.time.Instant;

/**
 * A fixed version of a plan.
 *
 * @param number its number, from 1
 * @param fixedAt when it was fixed
 */
public record PlanVersion(int number, Instant fixedAt) {
}
