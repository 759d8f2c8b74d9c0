package se.kulturlots.meeting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Id;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingMails;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;

/** The registrations of a person. */
@Component
@Order(10)
class StoredRegistrations implements PersonalRecords {

	private final Registrations registrations;

	private final Meetings meetings;

	private final PublicMeetings views;

	private final MeetingMails mails;

	StoredRegistrations(Registrations registrations, Meetings meetings, PublicMeetings views, MeetingMails mails) {
		this.registrations = registrations;
		this.meetings = meetings;
		this.views = views;
		this.mails = mails;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.registrations.of(authorityId, address.value()).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		List<Registration> all = this.registrations.of(authorityId, address.value());
		if (all.isEmpty()) {
			return List.of();
		}
		Map<MeetingId, Meeting> byId = this.meetings
			.findAllById(all.stream().map(Registration::meetingId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Meeting::id, Function.identity()));
		RegistrationChoices choices = this.views.choices(texts, authorityId);
		return all.stream()
			.map((one) -> item(one, Objects.requireNonNull(byId.get(one.meetingId())), choices, texts))
			.toList();
	}

	private static PersonalRecord item(Registration one, Meeting meeting, RegistrationChoices choices, Texts texts) {
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.t("meeting.export.reference"), one.reference()));
		facts.add(Fact.of(texts.t("meeting.export.status"), texts.word("meeting.registration.", one.status())));
		facts.add(Fact.of(texts.t("meeting.fact.when"), texts.dateTime(meeting.startsAt())));
		facts.addAll(Answers.of(texts, one, choices, true));
		facts.add(Fact.of(texts.t("meeting.export.registeredAt"), texts.dateTime(one.registeredAt())));
		if (one.hasAttended()) {
			facts.add(Fact.of(texts.t("meeting.export.attended"), texts.t("meeting.export.yes")));
		}
		if (one.contactNote() != null) {
			facts.add(Fact.of(texts.t("meeting.stored.contactNote"), one.contactNote()));
		}
		return new PersonalRecord(one.id(), texts.t("meeting.stored.kind"),
				meeting.textsIn(texts.locale(), texts.ownLang()).title().text(), one.registeredAt(), facts,
				texts.t(one.isActive() ? "meeting.stored.open" : "meeting.stored.see"));
	}

	@Override
	public Optional<String> open(String authorityId, EmailAddress address, Id id) {
		return this.registrations.findByIdAndAuthorityId(new RegistrationId(id.value()), authorityId)
			.filter((one) -> one.email() != null && one.email().value().equalsIgnoreCase(address.value()))
			.map((one) -> this.mails.personalPath(this.meetings.get(one.meetingId()), one));
	}

}
