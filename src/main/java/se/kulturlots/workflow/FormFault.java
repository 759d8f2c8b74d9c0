package se.kulturlots.workflow;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong about an answer of a form.
 *
 * @param key the key of the field, or null if it is none of the form's
 * @param sentence what people are told
 */
public record FormFault(@Nullable String key, String sentence) {
}
