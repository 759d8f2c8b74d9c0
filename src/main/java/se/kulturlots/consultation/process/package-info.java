/**
 * What the diagrams of the cycle call.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.consultation.process;
