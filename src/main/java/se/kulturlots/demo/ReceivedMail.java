package se.kulturlots.demo;

import java.time.Instant;

/**
 * A mail as it stands in the list.
 *
 * @param id the name of its file
 * @param at when it arrived
 * @param recipient whom it was delivered to
 * @param from the sender as written
 */
public record ReceivedMail(String id, Instant at, String recipient, String from, String subject) {
}
