package se.kulturlots.meeting.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.DateText;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.MeetingProposal;
import se.kulturlots.meeting.MeetingTime;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.workflow.FormChoice;

/** What the forms of a meeting's tasks show and are prefilled with. */
@Component
class MeetingFacts {

	private static final LocalTime USUAL_START = LocalTime.of(18, 0);

	private static final LocalTime USUAL_END = LocalTime.of(20, 0);

	private final MeetingOffice office;

	private final MeetingProposal proposal;

	private final MeetingNotes notes;

	private final Registrations registrations;

	private final CaseKinds cases;

	private final Consultations consultations;

	private final Questions questions;

	private final Authorities authorities;

	private final MessageSource messages;

	private final AppClock clock;

	MeetingFacts(MeetingOffice office, MeetingProposal proposal, MeetingNotes notes, Registrations registrations,
			CaseKinds cases, Consultations consultations, Questions questions, Authorities authorities,
			MessageSource messages, AppClock clock) {
		this.office = office;
		this.proposal = proposal;
		this.notes = notes;
		this.registrations = registrations;
		this.cases = cases;
		this.consultations = consultations;
		this.questions = questions;
		this.authorities = authorities;
		this.messages = messages;
		this.clock = clock;
	}

	Map<String, Object> start(String authorityId) {
		return Map.of("consultations",
				this.office.openTo(authorityId)
					.stream()
					.map((open) -> FormChoice.of(open.title(), open.id()))
					.toList());
	}

	Map<String, Object> plan(Meeting meeting) {
		CaseLink of = this.cases.link(meeting.caseId());
		LocalDate day = this.proposal.day(meeting);
		Locale locale = locale(meeting);
		Map<String, Object> facts = new HashMap<>();
		facts.put("consultationTitle", of.title());
		facts.put("questions", questions(meeting));
		facts.put("otherMeetings", others(meeting));
		facts.put("staffPage", of.path() + "/meetings");
		facts.put("title", Objects.requireNonNullElseGet(meeting.wishedTitle(),
				() -> text("meeting.proposal.title", locale, meeting.ordinal())));
		facts.put("kind", meeting.kind().name());
		facts.put("day", day);
		facts.put("starts", USUAL_START);
		facts.put("ends", USUAL_END);
		facts.put("registrationLastDay", this.proposal.registrationLastDay(meeting.authorityId(), day));
		this.consultations.findById(of.id())
			.map(Consultation::subject)
			.ifPresent((subject) -> facts.put("theme", subject));
		facts.put("targetGroup", text("meeting.proposal.targetGroup", locale));
		return facts;
	}

	private String questions(Meeting meeting) {
		return this.questions.of(meeting.caseId())
			.stream()
			.map((question) -> question.position() + ". " + question.text())
			.collect(Collectors.joining("\n"));
	}

	private String others(Meeting meeting) {
		Authority authority = this.authorities.get(meeting.authorityId());
		return this.office.ofCase(meeting.caseId())
			.stream()
			.filter((other) -> !other.id().equals(meeting.id()) && other.isPlanned())
			.map((other) -> other.title() + ", " + MeetingTime.text(other, authority.zone(), authority.locale()))
			.collect(Collectors.joining("\n"));
	}

	Map<String, Object> preparation(Meeting meeting) {
		List<Registration> all = this.registrations.active(meeting.id());
		Map<String, Object> facts = about(meeting);
		facts.put("registered", count(all, Registration.Status.REGISTERED));
		facts.put("waiting", count(all, Registration.Status.WAITING));
		facts.put("topics", topics(meeting, all));
		facts.put("begun", !meeting.isAhead(this.clock.instant()));
		return facts;
	}

	private String topics(Meeting meeting, List<Registration> all) {
		Locale locale = locale(meeting);
		return all.stream()
			.filter((registration) -> registration.topic() != null)
			.map((registration) -> text("meeting.topic." + registration.topicKind(), locale) + " ("
					+ whoOf(registration) + "): " + registration.topic())
			.collect(Collectors.joining("\n\n"));
	}

	private static String whoOf(Registration registration) {
		return (registration.organisation() != null) ? registration.name() + ", " + registration.organisation()
				: registration.name();
	}

	Map<String, Object> record(Meeting meeting) {
		int came = this.registrations.attended(meeting.id());
		List<MeetingNotes.Note> written = this.notes.of(meeting.id());
		Map<String, Object> facts = about(meeting);
		facts.put("registered", meeting.seatsTaken());
		facts.put("attended", came);
		facts.put("numberOfNotes", written.size());
		facts.put("notes", written.stream().map((note) -> noteText(note)).collect(Collectors.joining("\n\n")));
		if (came != 0) {
			facts.put("participants", came);
		}
		return facts;
	}

	private static String noteText(MeetingNotes.Note note) {
		String question = (note.question() != null) ? note.questionPosition() + ". " + note.question() + "\n" : "";
		String group = (note.groupName() != null) ? note.groupName() + ": " : "";
		return question + group + note.text();
	}

	Map<String, Object> contact(Meeting meeting, Registration registration) {
		Locale locale = locale(meeting);
		Map<String, Object> facts = about(meeting);
		facts.put("who", whoOf(registration));
		facts.put("participantKind", text("meeting.participant." + registration.kind(), locale));
		facts.put("email", Objects.toString(registration.email(), ""));
		facts.put("phone", Objects.requireNonNullElse(registration.phone(), ""));
		facts.put("language", registration.locale().getDisplayLanguage(locale));
		facts.put("withdrawn", !registration.isActive());
		facts.put("topic", (registration.topic() != null)
				? text("meeting.topic." + registration.topicKind(), locale) + ": " + registration.topic() : "");
		facts.put("registrationPage", MeetingPath.staff(meeting) + "/registrations/" + registration.id());
		return facts;
	}

	private Map<String, Object> about(Meeting meeting) {
		Authority authority = this.authorities.get(meeting.authorityId());
		ZoneId zone = authority.zone();
		Map<String, Object> facts = new HashMap<>();
		facts.put("title", meeting.title());
		facts.put("when", MeetingTime.text(meeting, zone, authority.locale()));
		facts.put("where", (meeting.place() != null) ? meeting.place() : text("meeting.online", authority.locale()));
		facts.put("registrationLastDay", DateText.date(meeting.registrationLastDay(), authority.locale()));
		facts.put("staffPage", MeetingPath.staff(meeting));
		return facts;
	}

	private static int count(List<Registration> all, Registration.Status status) {
		return (int) all.stream().filter((registration) -> registration.status() == status).count();
	}

	private Locale locale(Meeting meeting) {
		return this.authorities.get(meeting.authorityId()).locale();
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
