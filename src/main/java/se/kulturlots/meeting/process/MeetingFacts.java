package se.kulturlots.meeting.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.DateText;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingHosts;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.MeetingPlan;
import se.kulturlots.meeting.MeetingProposal;
import se.kulturlots.meeting.MeetingTime;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.Registrations;
import se.kulturlots.workflow.CaseChoices;

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

	private final MeetingHosts hosts;

	private final Authorities authorities;

	private final MessageSource messages;

	private final AppClock clock;

	MeetingFacts(MeetingOffice office, MeetingProposal proposal, MeetingNotes notes, Registrations registrations,
			CaseKinds cases, MeetingHosts hosts, Authorities authorities, MessageSource messages, AppClock clock) {
		this.office = office;
		this.proposal = proposal;
		this.notes = notes;
		this.registrations = registrations;
		this.cases = cases;
		this.hosts = hosts;
		this.authorities = authorities;
		this.messages = messages;
		this.clock = clock;
	}

	CaseChoices start(String authorityId) {
		return CaseChoices.of(this.office.openTo(authorityId).stream(), Case::id, Case::title);
	}

	PlanMeetingFacts plan(Meeting meeting) {
		CaseLink of = this.cases.link(meeting.caseId());
		LocalDate day = this.proposal.day(meeting);
		Locale locale = locale(meeting);
		LocalDate registration = this.proposal.registrationLastDay(meeting.authorityId(), day);
		String theme = this.hosts.of(of.id()).theme(of.id());
		String everybody = text("meeting.proposal.targetGroup", locale);
		return this.proposal.earlier(meeting).map((earlier) -> {
			MeetingPlan.When then = earlier.when(this.authorities.get(meeting.authorityId()).zone());
			return new PlanMeetingFacts(of.title(), questions(meeting), others(meeting), of.path() + "/meetings",
					earlier.title() + ", " + DateText.date(then.day(), locale), earlier.title(), earlier.kind(), day,
					then.starts(), then.ends(), earlier.place(), earlier.capacity(), registration, theme,
					Objects.requireNonNullElse(earlier.targetGroup(), everybody), earlier.practical(),
					earlier.food() ? true : null);
		}).orElseGet(() -> {
			String title = Objects.requireNonNullElseGet(meeting.wishedTitle(),
					() -> text("meeting.proposal.title", locale, meeting.ordinal()));
			return new PlanMeetingFacts(of.title(), questions(meeting), others(meeting), of.path() + "/meetings", null,
					title, meeting.kind(), day, USUAL_START, USUAL_END, null, null, registration, theme, everybody,
					null, null);
		});
	}

	private String questions(Meeting meeting) {
		return this.hosts.of(meeting.caseId())
			.questions(meeting.caseId())
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

	SendPreparationFacts preparation(Meeting meeting) {
		List<Registration> all = this.registrations.active(meeting.id());
		return new SendPreparationFacts(about(meeting), count(all, Registration.Status.REGISTERED),
				count(all, Registration.Status.WAITING), DateText.date(meeting.registrationLastDay(), locale(meeting)),
				topics(meeting, all), !meeting.isAhead(this.clock.instant()));
	}

	private String topics(Meeting meeting, List<Registration> all) {
		Locale locale = locale(meeting);
		return all.stream()
			.filter((registration) -> registration.topic() != null)
			.map((registration) -> text("meeting.topic." + registration.details().topicKind(), locale) + " ("
					+ whoOf(registration) + "): " + registration.topic())
			.collect(Collectors.joining("\n\n"));
	}

	private static String whoOf(Registration registration) {
		return (registration.organisation() != null) ? registration.name() + ", " + registration.organisation()
				: registration.name();
	}

	RecordMeetingFacts record(Meeting meeting) {
		int came = this.registrations.attended(meeting.id());
		List<MeetingNotes.Note> written = this.notes.of(meeting);
		return new RecordMeetingFacts(about(meeting), meeting.seatsTaken(), came, written.size(),
				written.stream().map((note) -> noteText(note)).collect(Collectors.joining("\n\n")),
				(came != 0) ? came : null);
	}

	private static String noteText(MeetingNotes.Note note) {
		String question = (note.question() != null) ? note.question().position() + ". " + note.question().text() + "\n"
				: "";
		String group = (note.groupName() != null) ? note.groupName() + ": " : "";
		return question + group + note.text();
	}

	ContactParticipantFacts contact(Meeting meeting, Registration registration) {
		Locale locale = locale(meeting);
		return new ContactParticipantFacts(about(meeting), whoOf(registration),
				text("meeting.participant." + registration.details().kind(), locale),
				Objects.toString(registration.email(), ""),
				Objects.requireNonNullElse(registration.details().phone(), ""),
				registration.locale().getDisplayLanguage(locale), !registration.isActive(),
				(registration.topic() != null) ? text("meeting.topic." + registration.details().topicKind(), locale)
						+ ": " + registration.topic() : "",
				MeetingPath.staff(meeting) + "/registrations/" + registration.id());
	}

	private About about(Meeting meeting) {
		Authority authority = this.authorities.get(meeting.authorityId());
		return new About(meeting.title(), MeetingTime.text(meeting, authority.zone(), authority.locale()),
				(meeting.place() != null) ? meeting.place() : text("meeting.online", authority.locale()),
				MeetingPath.staff(meeting));
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

	/** The facts that most forms of a meeting show. */
	public record About(String title, String when, String where, String staffPage) {
	}

	/**
	 * The facts of {@code planMeeting.form}.
	 *
	 * @param earlierMeeting the one that it is proposed to be like, or null
	 */
	public record PlanMeetingFacts(String caseTitle, String questions, String otherMeetings, String staffPage,
			@Nullable String earlierMeeting, String title, Meeting.Kind kind, LocalDate day, LocalTime starts,
			LocalTime ends, @Nullable String place, @Nullable Integer capacity, LocalDate registrationLastDay,
			@Nullable String theme, String targetGroup, @Nullable String practical, @Nullable Boolean food) {
	}

	/** The facts of {@code sendPreparation.form}. */
	public record SendPreparationFacts(About meeting, int registered, int waiting, String registrationLastDay,
			String topics, boolean begun) {
	}

	/** The facts of {@code recordMeeting.form}. */
	public record RecordMeetingFacts(About meeting, int registered, int attended, int numberOfNotes, String notes,
			@Nullable Integer participants) {
	}

	/** The facts of {@code contactParticipant.form}. */
	public record ContactParticipantFacts(About meeting, String who, String participantKind, String email, String phone,
			String language, boolean withdrawn, String topic, String registrationPage) {
	}

}
