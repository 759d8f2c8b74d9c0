package se.kulturlots.staff.web;

import se.kulturlots.core.Findings.Found;

/**
 * What was found of one kind.
 *
 * @param kind which kind
 * @param messageKey the key of its name
 * @param found some of it
 */
public record SearchGroup(String kind, String messageKey, Found found) {
}
