package se.kulturlots.phonecalls;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.OrganisationId;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.register.ContactLog;
import se.kulturlots.register.PhoneNumber;

/**
 * What somebody is to be told by telephone or letter, since no mail has reached them.
 *
 * @param name the organisation, or whoever is registered, or the address where there is
 * neither
 * @param contact whom to ask for, or null
 * @param phone as it was typed, or null
 * @param place postal code and town, or null
 * @param organisationId the organisation, null for somebody registered
 * @param meetingId the meeting that somebody is registered for, null for an organisation
 * @param failedAddress the address that a mail has failed to reach, null where there is
 * none
 * @param language in which they are written to, null where that is not known
 * @param subject what it is about
 * @param text the text of the mail, without links that are for its reader alone
 * @param since when the mailing was
 * @param toldAt when they were told, or null
 * @param toldBy by which account, or null
 * @param how they were told, or null
 */
public record PhoneCall(PhoneCallId id, String name, @Nullable String contact, @Nullable String phone,
		@Nullable String place, @Nullable OrganisationId organisationId, @Nullable MeetingId meetingId,
		@Nullable String failedAddress, @Nullable String language, String subject, String text, Instant since,
		@Nullable Instant toldAt, @Nullable String toldBy, @Nullable How how) {

	private static final String FOOT = "--\n";

	private static final Pattern PERSONAL_LINK = Pattern.compile("https?://\\S*/my/\\S");

	private static final int IN_SHORT = 2;

	public PhoneCall {
		text = withoutPersonalLinks(text);
	}

	/*
	 * a mail that failed holds links that are for its reader alone: whoever has one acts
	 * as them
	 */
	private static String withoutPersonalLinks(String text) {
		return Arrays.stream(text.split("\\n{2,}"))
			.filter((block) -> block.lines().noneMatch((line) -> PERSONAL_LINK.matcher(line).find()))
			.collect(Collectors.joining("\n\n"));
	}

	/** The number as people write it, or null. */
	public @Nullable String shownPhone() {
		return (this.phone != null) ? PhoneNumber.shown(this.phone) : null;
	}

	/** The mail, each paragraph with its lines. */
	public List<List<String>> paragraphs() {
		return Arrays.stream(this.text.strip().split("\n{2,}"))
			.map((block) -> (block.startsWith(FOOT) ? block.substring(FOOT.length()) : block).lines().toList())
			.toList();
	}

	/** The beginning of the mail: what to say. */
	public String inShort() {
		return paragraphs().stream()
			.limit(IN_SHORT)
			.map((lines) -> String.join(" ", lines))
			.collect(Collectors.joining(" – "));
	}

	/** How somebody is told. */
	public enum How {

		/** By telephone. */
		CALL(ContactLog.Kind.CALL),
		/** By a letter on paper. */
		LETTER(ContactLog.Kind.MAIL);

		private final ContactLog.Kind kind;

		How(ContactLog.Kind kind) {
			this.kind = kind;
		}

		ContactLog.Kind kind() {
			return this.kind;
		}

		/** The key of the word for somebody who was told so. */
		public String messageKey() {
			return "phonecalls.how." + name();
		}

	}

}
