package se.kulturlots.staff.web;

import se.kulturlots.core.Findings.Found;
import se.kulturlots.core.Findings.Kind;

/**
 * What was found of one kind.
 *
 * @param kind which kind
 * @param found some of it
 */
public record SearchGroup(Kind kind, Found found) {
}
