package se.kulturlots.staff.web;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseStanding;
import se.kulturlots.deadline.TimeLeft;

/**
 * A case as its officer reads of it in the morning.
 *
 * @param state how it stands
 * @param path the address of its page
 * @param left how long is left until its next last day, null if there is none
 */
public record CaseLine(CaseStanding state, String path, @Nullable TimeLeft left) {
}
