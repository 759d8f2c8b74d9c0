package se.kulturlots.mail;

/** There is something to send once this transaction has committed. */
record MailsPut() {
}
