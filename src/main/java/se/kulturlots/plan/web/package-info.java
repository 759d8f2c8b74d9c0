/**
 * The pages where the plan is written and read.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.plan.web;
