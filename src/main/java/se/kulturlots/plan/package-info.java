/**
 * The plan that a consultation leads to: written in sections, decided, and what each
 * input led to.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.plan;
