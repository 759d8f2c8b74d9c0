package se.kulturlots.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.Afterwards;
import se.kulturlots.input.InputField;
import se.kulturlots.input.InputFields;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.Intake;
import se.kulturlots.input.Sender;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.register.Sector;

/**
 * What people outside do in an evening of a story: answer, register, say what they think.
 * Each of it can be done again and counts once.
 */
@Component
@Profile("demo")
class StoryPublic {

	private final Invitees invitees;

	private final Meetings meetings;

	private final RegistrationService registrations;

	private final Afterwards afterwards;

	private final InputSchedule schedule;

	private final InputFields fields;

	private final Intake intake;

	StoryPublic(Invitees invitees, Meetings meetings, RegistrationService registrations, Afterwards afterwards,
			InputSchedule schedule, InputFields fields, Intake intake) {
		this.invitees = invitees;
		this.meetings = meetings;
		this.registrations = registrations;
		this.afterwards = afterwards;
		this.schedule = schedule;
		this.fields = fields;
		this.intake = intake;
	}

	void act(CycleStory story, StoryDays days, Consultation consultation, LocalDate today) {
		story.replies()
			.stream()
			.filter((reply) -> today.equals(days.of(reply.day())))
			.forEach((reply) -> answer(reply, consultation));
		story.guests()
			.stream()
			.filter((guest) -> today.equals(days.of(guest.day())))
			.forEach((guest) -> register(story, guest, consultation));
		say(story, story.input(), InputPeriod.Kind.INPUT, days, consultation, today);
		say(story, story.referral(), InputPeriod.Kind.REFERRAL, days, consultation, today);
	}

	private void answer(CycleStory.Reply reply, Consultation consultation) {
		List<Invitee> invited = this.invitees.of(consultation.id());
		IntStream.range(0, invited.size())
			.filter((place) -> place % reply.every() == 0)
			.mapToObj(invited::get)
			.filter((invitee) -> invitee.answer() == null)
			.forEach((invitee) -> this.invitees.answered(invitee.id(), reply.answer()));
	}

	private void register(CycleStory story, CycleStory.Guest guest, Consultation consultation) {
		this.meetings.of(consultation.id())
			.stream()
			.filter((meeting) -> guest.meeting().equals(meeting.title()))
			.forEach((meeting) -> {
				String organisation = organisation(consultation, guest.sector(), guest.name());
				this.registrations.register(meeting.id(), story.id(guest), CycleStory.addressOf(guest.name()),
						language(guest.language()),
						new RegistrationDetails(guest.name(), organisation, null,
								(organisation != null) ? ParticipantKind.ASSOCIATION : ParticipantKind.CITIZEN, null,
								guest.kind(), guest.topic(), null));
			});
		this.afterwards.run();
	}

	private void say(CycleStory story, List<CycleStory.Voice> voices, InputPeriod.Kind kind, StoryDays days,
			Consultation consultation, LocalDate today) {
		voices.stream().filter((voice) -> today.equals(days.of(voice.day()))).forEach((voice) -> {
			InputPeriod period = this.schedule.of(consultation)
				.stream()
				.filter((planned) -> planned.kind() == kind)
				.findFirst()
				.orElseThrow();
			List<InputField> asked = this.fields.of(period);
			Map<String, String> answers = new HashMap<>();
			voice.says()
				.forEach((said) -> answers.put(
						asked.get((said.about() != null) ? said.about() - 1 : asked.size() - 1).key(),
						said.text().strip()));
			this.intake.receive(consultation.authorityId(), period.id(), story.id(voice),
					new Sender(organisation(consultation, voice.sector(), voice.name()), voice.name(),
							CycleStory.addressOf(voice.name()), null, language(voice.language())),
					answers);
		});
	}

	/** One of the invited of that sort, not the same for everybody. */
	private @Nullable String organisation(Consultation consultation, @Nullable Sector sector, String name) {
		if (sector == null) {
			return null;
		}
		List<String> fitting = this.invitees.of(consultation.id())
			.stream()
			.filter((invitee) -> invitee.sector() == sector)
			.map(Invitee::name)
			.toList();
		return fitting.isEmpty() ? null : fitting.get(Math.floorMod(name.hashCode(), fitting.size()));
	}

	private static Locale language(@Nullable String language) {
		return Locale.forLanguageTag(Objects.requireNonNullElse(language, "sv"));
	}

}
