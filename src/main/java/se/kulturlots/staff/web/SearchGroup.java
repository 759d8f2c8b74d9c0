package se.kulturlots.staff.web;

import se.kulturlots.core.web.Findings.Found;
import se.kulturlots.core.web.Findings.Kind;

/**
 * What was found of one kind.
 *
 * @param kind which kind
 * @param found some of it
 */
public record SearchGroup(Kind kind, Found found) {
}
