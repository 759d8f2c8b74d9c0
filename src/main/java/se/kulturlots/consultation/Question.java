package se.kulturlots.consultation;

import java.util.UUID;

/**
 * Something to gather around, at meetings and in writing.
 *
 * @param id its id
 * @param position its place, from 1
 * @param text the question
 */
public record Question(UUID id, int position, String text) {
}
