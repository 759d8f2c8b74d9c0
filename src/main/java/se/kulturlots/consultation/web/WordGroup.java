package se.kulturlots.consultation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Fields of texts that belong together.
 *
 * @param heading what they are the texts of, null if of the consultation itself
 * @param language the tag of the language in which all are written, null if each has its
 * own
 */
public record WordGroup(@Nullable String heading, @Nullable String language, List<WordField> fields) {
}
