package se.kulturlots.consultation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The dates of a consultation have been moved; whoever keeps a deadline that hangs on one
 * of them moves it too.
 *
 * @param authorityId whose
 * @param consultationId the consultation
 * @param before the dates until now, null if it was not planned
 * @param now the dates from now on
 */
public record ConsultationRescheduled(String authorityId, UUID consultationId, @Nullable Schedule before,
		Schedule now) {
}
