package se.kulturlots.meeting;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves and can change later.
 *
 * @param name first and last name
 * @param organisation for whom they speak, or null
 * @param phone where they can be called, or null
 * @param kind as what they take part
 * @param municipalityCode where they live or work, null if outside of the area
 * @param topicKind what they want to raise, or null
 * @param topic in their words, present if and only if the kind is
 * @param food what they cannot eat, or null
 */
public record RegistrationDetails(String name, @Nullable String organisation, @Nullable String phone,
		ParticipantKind kind, @Nullable String municipalityCode, @Nullable TopicKind topicKind, @Nullable String topic,
		@Nullable String food) {

	/** What is not read or set yet. */
	static final RegistrationDetails NONE = new RegistrationDetails("", null, null, ParticipantKind.OTHER, null, null,
			null, null);

	public RegistrationDetails {
		if (topicKind != null && topic == null) {
			throw MeetingProblem.topicMissing().at("topic");
		}
		if (topicKind == null && topic != null) {
			throw MeetingProblem.topicKindMissing().at("topicKind");
		}
	}

	RegistrationDetails withoutFood() {
		return new RegistrationDetails(this.name, this.organisation, this.phone, this.kind, this.municipalityCode,
				this.topicKind, this.topic, null);
	}

}
