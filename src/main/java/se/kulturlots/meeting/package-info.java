/**
 * Meetings of a consultation: planning, registration with seats and a waiting list, mails
 * and what was said.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.meeting;
