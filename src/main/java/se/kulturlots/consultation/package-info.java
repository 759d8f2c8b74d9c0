/**
 * The cycle: its phases, dates, questions and those invited to it.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.consultation;
