/**
 * News of consultations by mail: who has asked for them and confirmed it, and the mail of
 * the day.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.subscription;
