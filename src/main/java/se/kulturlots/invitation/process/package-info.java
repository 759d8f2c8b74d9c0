/**
 * What the diagram of the invitation calls.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.invitation.process;
