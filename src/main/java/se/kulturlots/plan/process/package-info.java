/**
 * What the diagrams of the plan call.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.plan.process;
