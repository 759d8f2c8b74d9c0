package se.kulturlots.privacy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Fact;
import se.kulturlots.core.Id;

/**
 * Something stored about a person, in words for that person.
 *
 * @param kind what sort of thing it is
 * @param title what it is about
 * @param at since when it is stored
 * @param facts all that is stored
 * @param earlier what it said before it was changed, where that is stored too
 * @param action what can be done on a page of its own, null if there is none
 */
public record PersonalRecord(Id id, String kind, String title, Instant at, List<Fact> facts, List<Fact> earlier,
		@Nullable String action) {

	public PersonalRecord(Id id, String kind, String title, Instant at, List<Fact> facts, @Nullable String action) {
		this(id, kind, title, at, facts, List.of(), action);
	}

	/**
	 * All that is stored, for a file.
	 * @return what it says now, then what it said before
	 */
	public List<Fact> all() {
		return Stream.concat(this.facts.stream(), this.earlier.stream()).toList();
	}

}
