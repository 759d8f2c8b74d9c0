package se.kulturlots.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDesk;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.TopicKind;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Register;
import se.kulturlots.register.Sector;

/**
 * A consultation under way: the list of those to invite is fixed, two meetings are
 * published and one is still to be planned, invitations are on their way, some have
 * registered, and the time for input begins soon. The neighbour has a case of its own.
 */
@Component
@Profile("demo")
class DemoCycle {

	private static final Account OFFICER = DemoAccounts.of("handlaggare");

	private static final Account LIAISON = DemoAccounts.of("lots");

	private static final Account MANAGER = DemoAccounts.of("chef");

	private static final Account NEIGHBOUR = DemoAccounts.of("handlaggare-b");

	private final DemoTasks tasks;

	private final Consultations consultations;

	private final Invitees invitees;

	private final OrganisationSearch search;

	private final Register register;

	private final Meetings meetings;

	private final RegistrationDesk registrations;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	DemoCycle(DemoTasks tasks, Consultations consultations, Invitees invitees, OrganisationSearch search,
			Register register, Meetings meetings, RegistrationDesk registrations, WorkingCalendars calendars,
			AppClock clock) {
		this.tasks = tasks;
		this.consultations = consultations;
		this.invitees = invitees;
		this.search = search;
		this.register = register;
		this.meetings = meetings;
		this.registrations = registrations;
		this.calendars = calendars;
		this.clock = clock;
	}

	void run() {
		LocalDate decision = day(140);
		UUID id = want(OFFICER, "Kulturplan", decision,
				"Vad regionen ska satsa på i kulturlivet de närmaste åren, och hur alla i länet ska få del av det.");
		this.tasks.complete("planCycle", OFFICER, plan(decision));
		Consultation consultation = this.consultations.get(DemoAccounts.REGION, id);
		collect(consultation);
		this.tasks.complete("confirmInvitees", OFFICER, Map.of("confirmed", true));
		this.tasks.complete("planMeeting", OFFICER,
				meeting("Öppet möte i Kråkåsen", "OPEN", 20, "Kråkåsens bygdegård, Storgatan 3", null, 120));
		this.tasks.complete("planMeeting", OFFICER,
				meeting("Dialog på nätet", "DIALOGUE", 26, null, "https://mote.region-mitt.example/kulturplan", 30));
		this.tasks.complete("writeInvitation", OFFICER, invitation(consultation.title()));
		this.tasks.complete("approveInvitation", MANAGER, Map.of("decision", "approved"));
		register(id);
		this.tasks.start("meeting", OFFICER,
				Map.of("consultation", id.toString(), "title", "Möte i Hammarviken", "kind", "DIALOGUE"));
		want(NEIGHBOUR, "Biblioteksplan", decision,
				"Vad kommunens bibliotek ska erbjuda, på vilka språk och vilka tider.");
	}

	private UUID want(Account officer, String plan, LocalDate decision, String subject) {
		int first = decision.getYear() + 1;
		return this.tasks.start("consultationCycle", officer, Map.of("title", plan + " " + first + "–" + (first + 3),
				"subject", subject, "planFrom", first, "planTo", first + 3, "decisionDate", decision.toString()));
	}

	private Map<String, Object> plan(LocalDate decision) {
		Map<String, Object> answers = new HashMap<>();
		answers.put("inventoryLastDay", day(5).toString());
		answers.put("inputOpens", day(8).toString());
		answers.put("answerLastDay", day(30).toString());
		answers.put("inputLastDay", day(60).toString());
		answers.put("referralWanted", true);
		answers.put("referralLastDay", day(120).toString());
		answers.put("decisionDate", decision.toString());
		answers.put("numberOfMeetings", 2);
		answers.put("questions", """
				Vad behövs för att kulturen ska nå alla i länet?
				Hur kan barn och unga få mer att säga till om?
				Vad behöver er förening av regionen de närmaste åren?""");
		answers.put("background", "Den plan som gäller nu, och vad föreningarna sade i det förra samrådet.");
		return answers;
	}

	/**
	 * Every fifth organisation with an address. Among them nobody speaks for people with
	 * disabilities, so the liaison has to find somebody.
	 */
	private void collect(Consultation consultation) {
		List<UUID> reachable = this.search.idsOf(DemoAccounts.REGION, OrganisationFilter.reachable());
		this.invitees.add(consultation,
				IntStream.range(0, reachable.size())
					.filter((place) -> place % 5 == 0)
					.mapToObj(reachable::get)
					.toList());
		this.tasks.complete("collectOrganisations", OFFICER, Map.of("proceedWithGaps", false));
		OrganisationDetails found = OrganisationDetails.of("Synskadade i Mittland", Sector.DISABILITY)
			.withEmail("kansliet@synskadade-mitt.example")
			.withMunicipality("0380")
			.withPriorityGroup(PriorityGroup.DISABILITY);
		Organisation added = this.register.add(DemoAccounts.REGION, found);
		this.invitees.add(consultation, List.of(added.id()));
		this.tasks.complete("reachOut", LIAISON,
				Map.of("note", "Ringde runt bland funktionsrättsföreningarna. Synskadade i Mittland vill vara med."));
		this.tasks.complete("collectOrganisations", OFFICER, Map.of("proceedWithGaps", false));
	}

	private Map<String, Object> meeting(String title, String kind, int workingDays, @Nullable String place,
			@Nullable String link, int capacity) {
		Map<String, Object> answers = new HashMap<>();
		answers.put("title", title);
		answers.put("kind", kind);
		answers.put("theme", "Vi samtalar om de frågor som planen ska svara på, i mindre grupper.");
		answers.put("targetGroup", "Alla som gör eller tar del av kultur i länet");
		answers.put("day", day(workingDays).toString());
		answers.put("starts", "18:00");
		answers.put("ends", "20:00");
		answers.put("place", place);
		answers.put("link", link);
		answers.put("registrationLastDay", day(workingDays - 5).toString());
		answers.put("capacity", capacity);
		answers.put("food", place != null);
		answers.put("practical", (place != null) ? "Hörslinga finns. Entrén ligger i markplan." : null);
		answers.values().removeIf((value) -> value == null);
		return answers;
	}

	private Map<String, Object> invitation(String title) {
		return Map.of("subject", "Välkommen till samråd om " + title, "body", """
				Regionen skriver en ny kulturplan och vill veta vad ni tycker.

				Kom till ett möte, eller skriv till oss. Allt som sägs läses, och ni får veta vad det ledde till.""",
				"answerLastDay", day(30).toString());
	}

	private void register(UUID consultation) {
		Meeting meeting = this.meetings.of(consultation)
			.stream()
			.filter((planned) -> "Öppet möte i Kråkåsen".equals(planned.title()))
			.findFirst()
			.orElseThrow();
		register(meeting, "Anna Lindgård", "Kråkåsens kulturförening", "sv", null, null);
		register(meeting, "Yusuf Karim", "Föreningen Broarna", "sv", TopicKind.IDEA,
				"Vi vill visa vår utställning i väntrummen på vårdcentralerna.");
		register(meeting, "Aino Rautio", "Suomiseura", "fi", TopicKind.CHALLENGE,
				"Finskspråkiga böcker finns bara på ett av biblioteken.");
		register(meeting, "Lars Hedman", null, "sv", null, null);
	}

	private void register(Meeting meeting, String name, @Nullable String organisation, String language,
			@Nullable TopicKind kind, @Nullable String topic) {
		String address = name.toLowerCase(Locale.ROOT).replace(' ', '.').replace('å', 'a') + "@post.example";
		this.registrations.register(meeting.id(), UUID.randomUUID(), new EmailAddress(address),
				Locale.forLanguageTag(language),
				new RegistrationDetails(name, organisation, null,
						(organisation != null) ? ParticipantKind.ASSOCIATION : ParticipantKind.CITIZEN, null, kind,
						topic, null));
	}

	private LocalDate day(int workingDays) {
		WorkingCalendar calendar = this.calendars.of(DemoAccounts.REGION);
		return calendar.plus(this.clock.today(calendar.zone()), workingDays);
	}

}
