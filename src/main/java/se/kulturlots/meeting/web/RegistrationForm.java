package se.kulturlots.meeting.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.TopicKind;

/**
 * What somebody fills in who registers. The address is left out when a registration is
 * changed.
 *
 * @param submissionId tells a form sent twice from two forms
 * @param name first and last name
 * @param organisation for whom they speak
 * @param email where the confirmation goes
 * @param phone where they can be called
 * @param kind as what they take part
 * @param municipality a code, or {@link #ELSEWHERE}
 * @param topicKind what they want to raise, or {@link #NOTHING}
 * @param topic in their words
 * @param food what they cannot eat
 * @param language of mails, if staff choose it
 */
record RegistrationForm(@Nullable UUID submissionId,
		@NotBlank(message = "{meeting.form.name.required}") @Size(max = 120,
				message = "{meeting.form.name.size}") String name,
		@Nullable @Size(max = 200, message = "{meeting.form.organisation.size}") String organisation,
		@Nullable @Size(max = 254, message = "{meeting.form.email.size}") String email,
		@Nullable @Size(max = 40, message = "{meeting.form.phone.format}") @Pattern(regexp = "\\+?[0-9 ()/-]{5,40}",
				message = "{meeting.form.phone.format}") String phone,
		@NotNull(message = "{meeting.form.kind.required}") ParticipantKind kind,
		@NotBlank(message = "{meeting.form.municipality.required}") String municipality, @Nullable String topicKind,
		@SeveralLines @Nullable @Size(max = 2000, message = "{meeting.form.topic.size}") String topic,
		@Nullable @Size(max = 500, message = "{meeting.form.food.size}") String food,
		@Nullable @Pattern(regexp = "sv|fi|en", message = "{meeting.form.language.required}") String language) {

	/** The choice of somebody from outside of the area. */
	static final String ELSEWHERE = "elsewhere";

	/** The choice of somebody who does not want to raise anything. */
	static final String NOTHING = "NONE";

	static RegistrationForm of(Registration registration) {
		RegistrationDetails details = registration.details();
		return new RegistrationForm(null, details.name(), details.organisation(), null, details.phone(), details.kind(),
				Objects.requireNonNullElse(details.municipalityCode(), ELSEWHERE),
				(details.topicKind() != null) ? details.topicKind().name() : NOTHING, details.topic(), details.food(),
				registration.locale().getLanguage());
	}

	/** What was filled in; faults that annotations cannot find are shown in the form. */
	Optional<RegistrationDetails> details(Form form, RegistrationChoices choices) {
		if (this.municipality != null && !choices.hasMunicipality(this.municipality)) {
			form.error("municipality", "meeting.form.municipality.required");
		}
		TopicKind wanted = wantedTopic(form);
		return form.attempt(() -> new RegistrationDetails(this.name, this.organisation, this.phone, this.kind,
				ELSEWHERE.equals(this.municipality) ? null : this.municipality, wanted, this.topic, this.food));
	}

	private @Nullable TopicKind wantedTopic(Form form) {
		if (this.topicKind == null || NOTHING.equals(this.topicKind)) {
			return null;
		}
		for (TopicKind known : TopicKind.values()) {
			if (known.name().equals(this.topicKind)) {
				return known;
			}
		}
		form.error("topicKind", "meeting.form.topicKind.unknown");
		return null;
	}

	Optional<EmailAddress> address(Form form) {
		Optional<EmailAddress> address = Optional.ofNullable(this.email).flatMap(EmailAddress::parse);
		if (address.isEmpty() && form.error("email") == null) {
			form.error("email", (this.email == null) ? "meeting.form.email.required" : "meeting.form.email.format");
		}
		return address;
	}

}
