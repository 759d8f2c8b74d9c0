/** The outbox: mails stored with what caused them, sent after commit. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.mail;
