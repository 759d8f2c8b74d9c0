package se.kulturlots.consultation.web;

import java.util.List;
import java.util.Set;

import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Programme.PublicMeeting;

/**
 * Where a consultation stands, as the public sees it.
 *
 * @param meetings its meetings by time
 * @param outcomes what there is to read of it
 * @param next the next thing to do
 */
record Standing(List<PublicMeeting> meetings, Set<Outcome> outcomes, NextStep next) {
}
