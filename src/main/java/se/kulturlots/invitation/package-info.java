/**
 * The invitation to a consultation: written, approved, sent, answered.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.invitation;
