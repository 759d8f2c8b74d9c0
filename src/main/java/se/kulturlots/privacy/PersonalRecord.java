package se.kulturlots.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.web.Fact;

/**
 * Something stored about a person, in words for that person.
 *
 * @param id its id
 * @param kind what sort of thing it is
 * @param title what it is about
 * @param at since when it is stored
 * @param facts all that is stored
 * @param action what can be done on a page of its own, null if there is none
 */
public record PersonalRecord(UUID id, String kind, String title, Instant at, List<Fact> facts,
		@Nullable String action) {
}
