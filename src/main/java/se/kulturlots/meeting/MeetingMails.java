package se.kulturlots.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseWords;
import se.kulturlots.cases.Words;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Token;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.Rung;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.mail.Attachment;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Unreached;
import se.kulturlots.meeting.MeetingHost.Invited;
import se.kulturlots.meeting.MeetingLetters.About;

/**
 * Who gets which mail about a meeting. Each is put in the transaction of what causes it,
 * and once.
 */
@Component
public class MeetingMails {

	/** What personal links to a registration are for. */
	public static final String LINK_PURPOSE = "registration";

	private static final String SEAT = "meeting-seat";

	/** How long after the meeting a personal link still shows what it is about. */
	private static final Duration LINK_OUTLIVES_MEETING = Duration.ofDays(180);

	private static final Function<Registration, List<Attachment>> NO_FILES = (registration) -> List.of();

	private final Outbox outbox;

	private final MeetingLetters letters;

	private final CalendarFile calendar;

	private final PersonalLinks links;

	private final Authorities authorities;

	private final CaseKinds cases;

	private final CaseWords words;

	private final AppClock clock;

	MeetingMails(Outbox outbox, MeetingLetters letters, CalendarFile calendar, PersonalLinks links,
			Authorities authorities, CaseKinds cases, CaseWords words, AppClock clock) {
		this.outbox = outbox;
		this.letters = letters;
		this.calendar = calendar;
		this.links = links;
		this.authorities = authorities;
		this.cases = cases;
		this.words = words;
		this.clock = clock;
	}

	/** That somebody has a seat, or waits for one. */
	void registered(Meeting meeting, Registration registration) {
		registered(about(meeting), registration, 0);
	}

	/** The same in the words they are registered with now; at most once a day. */
	void changed(Meeting meeting, Registration registration) {
		About about = about(meeting);
		registered(about, registration, today(about));
	}

	/** The same to an address that was mistyped; what went to that leads nowhere now. */
	void addressCorrected(Meeting meeting, Registration registration) {
		this.links.revoke(LINK_PURPOSE, registration.id());
		registered(meeting, registration);
	}

	private void registered(About about, Registration registration, int version) {
		Token link = link(about.meeting(), registration);
		if (hasSeat(registration)) {
			one(about, registration, version, "meeting-registered", this.letters.registered(about, registration, link),
					calendar(about, registration));
		}
		else {
			one(about, registration, version, "meeting-waiting", this.letters.waiting(about, registration, link));
		}
	}

	private int today(About about) {
		return (int) this.clock.today(about.authority().zone()).toEpochDay();
	}

	void seatOffered(Meeting meeting, Registration registration) {
		About about = about(meeting);
		cannotReach(about, List.of(registration), SEAT, 0, (one) -> this.letters.seatOffered(about, one, null));
		one(about, registration, 0, SEAT, this.letters.seatOffered(about, registration, link(meeting, registration)),
				calendar(about, registration));
	}

	/**
	 * At most once a day, so that nobody can fill somebody else's mailbox with the form.
	 * It has the files of the mail to somebody new, which must not take longer.
	 */
	void alreadyRegistered(Meeting meeting, Registration registration) {
		About about = about(meeting);
		Attachment[] files = (hasSeat(registration) && !meeting.isFull())
				? new Attachment[] { calendar(about, registration) } : new Attachment[0];
		one(about, registration, today(about), "meeting-already",
				this.letters.alreadyRegistered(about, registration, link(meeting, registration)), files);
	}

	void withdrawn(Meeting meeting, Registration registration, boolean hadSeat) {
		About about = about(meeting);
		Letter letter = this.letters.withdrawn(about, registration);
		if (hadSeat) {
			one(about, registration, 0, "meeting-withdrawn", letter,
					this.calendar.withdrawn(meeting, about.of(), about.authority(), registration.locale()));
		}
		else {
			one(about, registration, 0, "meeting-withdrawn", letter);
		}
	}

	/**
	 * What those with a seat are to know before the meeting.
	 * @param to those with a seat
	 * @param notBefore when it may go
	 * @return how many mails
	 */
	public int preparation(Meeting meeting, List<Registration> to, Instant notBefore) {
		About about = about(meeting);
		return withLinks(about, to, "meeting-preparation", 0, 0, notBefore,
				(registration, link) -> this.letters.preparation(about, registration, link), NO_FILES);
	}

	/**
	 * The reminder before the meeting.
	 * @param to those with a seat
	 * @param deadline the beginning of the meeting
	 * @param rung the rung of the ladder
	 * @param notBefore when it may go
	 */
	public void reminder(Meeting meeting, List<Registration> to, Deadline deadline, Rung rung, Instant notBefore) {
		About about = about(meeting);
		List<Registration> reachable = reachable(to);
		this.outbox.cannotReach("meeting-reminder", to.size() - reachable.size());
		withLinks(about, reachable, "meeting-reminder", deadline.version(), rung.step(), notBefore,
				(registration, link) -> this.letters.reminder(about, registration, link), NO_FILES);
	}

	/**
	 * The new time or place, to everybody on the lists; calendars follow.
	 * @param meeting the meeting as it is now
	 * @param to everybody on the lists
	 */
	public void moved(Meeting meeting, List<Registration> to) {
		About about = about(meeting);
		withLinks(about, to, "meeting-moved", meeting.sequence(), 0, null,
				(registration, link) -> this.letters.moved(about, registration, link),
				(registration) -> hasSeat(registration) ? List.of(calendar(about, registration)) : List.of());
	}

	/**
	 * What is written of the meeting now, to everybody on the lists.
	 * @param meeting the meeting as it is now
	 * @param to everybody on the lists
	 */
	void textsChanged(Meeting meeting, List<Registration> to) {
		About about = about(meeting);
		withLinks(about, to, "meeting-texts", meeting.sequence(), 0, null,
				(registration, link) -> this.letters.textsChanged(about, registration, link), NO_FILES);
	}

	/**
	 * That the meeting is called off, to everybody on the lists; calendars follow.
	 * @param to everybody on the lists
	 * @param reason why, or null
	 */
	public void cancelled(Meeting meeting, List<Registration> to, @Nullable String reason) {
		About about = about(meeting);
		all(about, to, "meeting-cancelled", (registration) -> this.letters.cancelled(about, registration, reason),
				(registration) -> hasSeat(registration)
						? List
							.of(this.calendar.cancelled(meeting, about.of(), about.authority(), registration.locale()))
						: List.of(),
				null);
	}

	/**
	 * What came out of the meeting.
	 * @param to those who took part
	 * @param notes what was said for each question and group
	 * @param notBefore when it may go
	 * @return how many mails
	 */
	public int notes(Meeting meeting, List<Registration> to, List<MeetingNotes.Note> notes, Instant notBefore) {
		About about = about(meeting);
		Words words = this.words.of(meeting.caseId());
		return all(about, to, "meeting-notes", (registration) -> this.letters.notes(about, registration, notes, words),
				NO_FILES, notBefore);
	}

	/**
	 * The reminder to those invited who have registered for nothing. It is the same one
	 * for all meetings of a case with the same last day.
	 * @param open those that can be registered for
	 * @param to those invited
	 * @param rung the rung of the ladder
	 * @param notBefore when it may go
	 */
	public void unregistered(Meeting meeting, List<Meeting> open, List<Invited> to, Rung rung, Instant notBefore) {
		About about = about(meeting);
		LocalDate lastDay = meeting.registrationLastDay();
		List<Mail> mails = new ArrayList<>();
		for (Invited invitee : to) {
			Optional<EmailAddress> address = Optional.ofNullable(invitee.email()).flatMap(EmailAddress::parse);
			address.ifPresent((email) -> mails.add(new Mail(meeting.authorityId(), meeting.caseId(),
					"registration:" + meeting.caseId() + ":" + lastDay, 0, "meeting-unregistered", rung.step(), email,
					this.letters.unregistered(about, invitee.locale(), lastDay, open), List.of(), notBefore)
				.to(invitee.organisationId())));
		}
		this.outbox.putAll(mails);
	}

	private void one(About about, Registration registration, int version, String kind, Letter letter,
			Attachment... files) {
		EmailAddress email = registration.email();
		if (email != null) {
			this.outbox.put(new Mail(about.meeting().authorityId(), about.meeting().caseId(),
					"registration:" + registration.id(), version, kind, 0, email, letter, List.of(files), null));
		}
	}

	private int all(About about, List<Registration> to, String kind, Function<Registration, Letter> letter,
			Function<Registration, List<Attachment>> files, @Nullable Instant notBefore) {
		cannotReach(about, to, kind, 0, letter);
		return this.outbox.putAll(reachable(to).stream()
			.map((registration) -> mail(about, registration, kind, 0, 0, letter.apply(registration),
					files.apply(registration), notBefore))
			.toList());
	}

	private int withLinks(About about, List<Registration> all, String kind, int version, int step,
			@Nullable Instant notBefore, BiFunction<Registration, @Nullable Token, Letter> letter,
			Function<Registration, List<Attachment>> files) {
		Meeting meeting = about.meeting();
		List<Registration> to = reachable(all);
		cannotReach(about, all, kind, version, (registration) -> letter.apply(registration, null));
		List<Token> tokens = to.isEmpty() ? List.of() : this.links.issueAll(meeting.authorityId(), LINK_PURPOSE,
				to.stream().map(Registration::id).toList(), linkEnds(meeting));
		List<Mail> mails = new ArrayList<>();
		for (int i = 0; i < to.size(); i++) {
			mails.add(mail(about, to.get(i), kind, version, step, letter.apply(to.get(i), tokens.get(i)),
					files.apply(to.get(i)), notBefore));
		}
		return this.outbox.putAll(mails);
	}

	private static Mail mail(About about, Registration registration, String kind, int version, int step, Letter letter,
			List<Attachment> files, @Nullable Instant notBefore) {
		Meeting meeting = about.meeting();
		return new Mail(meeting.authorityId(), meeting.caseId(), "meeting:" + meeting.id(), version, kind, step,
				Objects.requireNonNull(registration.email()), letter, files, notBefore);
	}

	/**
	 * A new personal link to a registration.
	 * @return the path of its page
	 */
	public String personalPath(Meeting meeting, Registration registration) {
		return "/my/registration/" + link(meeting, registration).value();
	}

	private Token link(Meeting meeting, Registration registration) {
		return this.links.issue(meeting.authorityId(), LINK_PURPOSE, registration.id(), linkEnds(meeting));
	}

	private static Instant linkEnds(Meeting meeting) {
		return meeting.endsAt().plus(LINK_OUTLIVES_MEETING);
	}

	private Attachment calendar(About about, Registration registration) {
		return this.calendar.of(about.meeting(), about.of(), about.authority(), registration.locale());
	}

	private static List<Registration> reachable(List<Registration> all) {
		return all.stream().filter((registration) -> registration.email() != null).toList();
	}

	private void cannotReach(About about, List<Registration> all, String kind, int version,
			Function<Registration, Letter> letter) {
		Meeting meeting = about.meeting();
		this.outbox.cannotReach(all.stream()
			.filter((registration) -> registration.email() == null)
			.map((registration) -> new Unreached(meeting.authorityId(), meeting.caseId(), "meeting:" + meeting.id(),
					version, kind, registration.id(), letter.apply(registration)))
			.toList());
	}

	private static boolean hasSeat(Registration registration) {
		return registration.status() == Registration.Status.REGISTERED;
	}

	private About about(Meeting meeting) {
		return new About(meeting, this.cases.link(meeting.caseId()), this.authorities.get(meeting.authorityId()));
	}

}
