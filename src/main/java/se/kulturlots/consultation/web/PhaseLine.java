package se.kulturlots.consultation.web;

import se.kulturlots.core.web.Happening.State;

/**
 * A phase as the timeline shows it.
 *
 * @param name what it is called
 * @param what what happens in it, in a sentence
 * @param when its date as people read it
 * @param state done, now or later
 */
public record PhaseLine(String name, String what, String when, State state) {
}
