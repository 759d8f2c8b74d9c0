package se.kulturlots.mail;

/**
 * A letter as it goes out.
 *
 * @param text for readers of plain text
 * @param html for all others
 */
record RenderedLetter(String text, String html) {
}
