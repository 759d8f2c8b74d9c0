package se.kulturlots.consultation;

import se.kulturlots.meeting.QuestionId;

/**
 * Something to gather around, at meetings and in writing.
 *
 * @param position its place, from 1
 * @param text the question
 */
public record Question(QuestionId id, int position, String text) {
}
