package se.kulturlots.core;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The id of a case, of any kind: that of what the kind keeps about it too. It stands this
 * low since journal, mails and tasks belong to cases.
 */
public final class CaseId extends Id {

	/** What is not read or set yet. */
	public static final CaseId NONE = new CaseId(new UUID(0, 0));

	public CaseId(UUID value) {
		super(value);
	}

	@JsonCreator
	public static CaseId of(String text) {
		return new CaseId(UUID.fromString(text));
	}

}
