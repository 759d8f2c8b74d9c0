package se.kulturlots.plan;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a plan. */
public final class PlanId extends Id {

	public PlanId(UUID value) {
		super(value);
	}

}
