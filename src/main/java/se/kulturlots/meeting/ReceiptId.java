package se.kulturlots.meeting;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a receipt for a registration, which is part of its address. */
public final class ReceiptId extends Id {

	public ReceiptId(UUID value) {
		super(value);
	}

}
