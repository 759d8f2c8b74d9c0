package se.kulturlots.mail;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;

/**
 * What a mailing says to somebody whom it is for and who has no address. Staff call or
 * write to them instead; it holds no personal link. Occasion, version, kind and addressee
 * say what it is, as with a {@link Mail}.
 *
 * @param authorityId who sends it
 * @param caseId the case it belongs to
 * @param occasion what it is about
 * @param version the version of the occasion's date, 0 where there is none
 * @param kind what sort of mail
 * @param addressee the organisation, or whoever is registered
 * @param letter what it says
 */
public record Unreached(String authorityId, CaseId caseId, String occasion, int version, String kind, Id addressee,
		Letter letter) {
}
