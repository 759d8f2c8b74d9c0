package se.kulturlots.consultation;

import java.util.Collection;

import se.kulturlots.core.OrganisationId;

/**
 * Invites organisations once the list is confirmed; the module of invitations does it,
 * which knows whether one is still open.
 */
public interface LateInvitations {

	/**
	 * Whether and how somebody can still be invited.
	 * @param consultation with a confirmed list
	 */
	Way of(Consultation consultation);

	/**
	 * Puts organisations on the confirmed list. If the invitation has gone out they get
	 * it now, else with all others.
	 * @param organisationIds active organisations of the same authority; those on the
	 * list already are left out
	 * @throws ConsultationProblem if nobody can be invited any longer
	 */
	void invite(Consultation consultation, Collection<OrganisationId> organisationIds);

	/** How somebody is invited late. */
	enum Way {

		/** The invitation has not gone out; they get it when it does. */
		WITH_ALL,
		/** It has gone out and can be answered; they get it at once. */
		AT_ONCE,
		/** Its last day has been. */
		CLOSED

	}

}
