package se.kulturlots.meeting;

import java.util.UUID;

import se.kulturlots.core.Id;

/** The id of a meeting. */
public final class MeetingId extends Id {

	/** Of no meeting. */
	public static final MeetingId NONE = new MeetingId(new UUID(0, 0));

	public MeetingId(UUID value) {
		super(value);
	}

}
