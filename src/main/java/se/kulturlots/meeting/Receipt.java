package se.kulturlots.meeting;

import org.jspecify.annotations.Nullable;

/**
 * What somebody gets who has sent the form: the same whether they were registered already
 * or not, so that nobody learns who else is.
 *
 * @param id its id, the last part of the address of its page
 * @param reference the number to name when asking
 * @param waiting whether the meeting was full
 * @param email where the mail went, null once it is forgotten
 */
public record Receipt(ReceiptId id, String reference, boolean waiting, @Nullable String email) {
}
