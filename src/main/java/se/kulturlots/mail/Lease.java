package se.kulturlots.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mails that one sender has for itself for a while.
 *
 * @param id its mark on the rows
 * @param until when others may take them
 */
record Lease(UUID id, Instant until, List<ClaimedMail> mails) {
}
