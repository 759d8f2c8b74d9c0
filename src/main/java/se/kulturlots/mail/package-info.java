/**
 * The outbox: mails stored with what caused them, sent after commit by a sender of its
 * own, and what became of each.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.mail;
