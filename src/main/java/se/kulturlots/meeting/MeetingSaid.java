package se.kulturlots.meeting;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Said;

/**
 * What an officer has written of a meeting, as a reader meets it.
 *
 * @param title its name
 * @param theme what it is about
 * @param targetGroup whom it is for
 * @param practical what those who come need to know
 * @param preparation what those registered are to know before it
 */
public record MeetingSaid(Said title, @Nullable Said theme, @Nullable Said targetGroup, @Nullable Said practical,
		@Nullable Said preparation) {
}
