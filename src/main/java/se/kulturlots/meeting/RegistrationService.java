package se.kulturlots.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.FormSubmissions.Earlier;
import se.kulturlots.core.Id;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Registration.Status;

/**
 * Where people register, change and cancel, and where seats are given. Everything about
 * one meeting happens one after the other, since each of these begins by holding it.
 */
@Component
public class RegistrationService {

	private final Meetings meetings;

	private final Registrations registrations;

	private final FormSubmissions forms;

	private final Receipts receipts;

	private final MeetingMails mails;

	private final MeetingHosts hosts;

	private final RaisedTopics topics;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final AppClock clock;

	RegistrationService(Meetings meetings, Registrations registrations, FormSubmissions forms, Receipts receipts,
			MeetingMails mails, MeetingHosts hosts, RaisedTopics topics, Journal journal, JdbcClient jdbc,
			AppClock clock) {
		this.meetings = meetings;
		this.registrations = registrations;
		this.forms = forms;
		this.receipts = receipts;
		this.mails = mails;
		this.hosts = hosts;
		this.topics = topics;
		this.journal = journal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Registers somebody, or puts them on the waiting list. The same form sent again
	 * gives the same receipt; with other words it changes the registration it made. An
	 * address that was registered with another form is told so by mail only.
	 * @param meetingId a meeting that the public may see
	 * @param submissionId the id of the form
	 * @param email their address
	 * @param language the language they read
	 * @param details what they say of themselves
	 * @throws MeetingProblem if the registration is not open
	 */
	@Transactional
	public Receipt register(MeetingId meetingId, UUID submissionId, EmailAddress email, Locale language,
			RegistrationDetails details) {
		return register(meetingId, submissionId, email, language, details, null);
	}

	/**
	 * The same for somebody who came by a personal link.
	 * @param link how it is referred to, null if they came by none
	 */
	@Transactional
	public Receipt register(MeetingId meetingId, UUID submissionId, EmailAddress email, Locale language,
			RegistrationDetails details, @Nullable String link) {
		ReceiptId receipt = this.forms.take("registration:" + meetingId,
				FormSubmission.of(submissionId, email, details), ReceiptId::new,
				(before) -> receive(this.meetings.hold(meetingId), before, email, language, details, link));
		return receipt(meetingId, receipt);
	}

	private ReceiptId receive(Meeting meeting, Optional<ReceiptId> before, EmailAddress email, Locale language,
			RegistrationDetails details, @Nullable String link) {
		meeting.requireOpen(this.clock.instant());
		RegistrationDetails wanted = meeting.food() ? details : details.withoutFood();
		Registration earlier = before.flatMap(this.receipts::registrationId)
			.flatMap(this.registrations::findById)
			.filter(Registration::isActive)
			.orElse(null);
		// only who made a registration has a receipt with its reference
		boolean own = earlier != null && receipt(meeting.id(), before.get()).reference().equals(earlier.reference());
		if (earlier != null && FormSubmission.isAboutSame(null, text(earlier.email()), null, email.value())) {
			sendAgain(meeting, earlier, wanted, own, link);
			return before.get();
		}
		boolean corrected = earlier != null && own
				&& FormSubmission.isAboutSame(earlier.name(), null, wanted.name(), null);
		if (earlier != null && corrected) {
			withdraw(meeting, earlier);
		}
		Receipt receipt = enter(meeting, email, language, wanted, link);
		if (corrected) {
			seatWaiting(meeting);
		}
		return receipt.id();
	}

	private Receipt enter(Meeting meeting, EmailAddress email, Locale language, RegistrationDetails wanted,
			@Nullable String link) {
		String reference = Receipts.newReference();
		Optional<Registration> already = this.registrations.activeWith(meeting.id(), email.value());
		boolean waiting;
		Registration registration;
		if (already.isPresent()) {
			registration = already.get();
			waiting = meeting.isFull();
			enterAgain(meeting, registration, link);
		}
		else {
			registration = enter(meeting, reference, email, language, wanted, null, link);
			waiting = registration.status() == Status.WAITING;
		}
		if (wanted.topic() != null) {
			this.topics.tellAfterwards(registration, already.isEmpty());
		}
		return this.receipts.add(registration, reference, waiting);
	}

	/** Changes what this form has made, and leaves alone what another one made. */
	private void sendAgain(Meeting meeting, Registration registration, RegistrationDetails wanted, boolean own,
			@Nullable String link) {
		boolean newTopic = own && registration.topic() == null;
		if (own) {
			this.meetings.takeSeat(MeetingId.NONE);
			registration.change(wanted);
			this.registrations.save(registration);
			this.mails.changed(meeting, registration);
			answerInvitation(meeting, registration, link);
		}
		else {
			enterAgain(meeting, registration, link);
		}
		if (wanted.topic() != null) {
			this.topics.tellAfterwards(registration, newTopic);
		}
	}

	/**
	 * Costs as much as to enter somebody new, statement for statement: how long it takes
	 * must not tell who takes part.
	 */
	private void enterAgain(Meeting meeting, Registration registration, @Nullable String link) {
		this.meetings.takeSeat(MeetingId.NONE);
		this.registrations.touch(registration.id());
		this.mails.alreadyRegistered(meeting, registration);
		answerInvitation(meeting, registration, link);
	}

	/**
	 * Registers somebody who has called, until the meeting begins. The same form sent
	 * again with other words changes the registration it made, unless that has been
	 * changed since.
	 * @param meetingId a meeting of the account's authority
	 * @param submissionId the id of the form
	 * @param email their address, null if they have none but a phone
	 * @param language the language they read
	 * @param details what they say of themselves
	 * @param account who registers them
	 * @throws MeetingProblem if the address is registered already, nobody could reach
	 * them, or the meeting has begun
	 */
	@Transactional
	public Registration registerOnBehalf(MeetingId meetingId, UUID submissionId, @Nullable EmailAddress email,
			Locale language, RegistrationDetails details, String account) {
		return find(this.forms.take("registrationOnBehalf:" + meetingId,
				FormSubmission.of(submissionId, email, language, details), RegistrationId::new,
				(id) -> find(id).version(),
				(before) -> receiveOnBehalf(this.meetings.hold(meetingId), before, email, language, details, account)
					.id()));
	}

	private Registration receiveOnBehalf(Meeting meeting, Optional<Earlier<RegistrationId>> before,
			@Nullable EmailAddress email, Locale language, RegistrationDetails details, String account) {
		meeting.requireAhead(this.clock.instant());
		if (email == null && details.phone() == null) {
			throw MeetingProblem.unreachable().at("phone");
		}
		Optional<Registration> earlier = before.map(Earlier::id)
			.flatMap(this.registrations::findById)
			.filter((one) -> one.isActive()
					&& FormSubmission.isAboutSame(one.name(), text(one.email()), details.name(), text(email)));
		if (email != null && this.registrations.activeWith(meeting.id(), email.value())
			.filter((one) -> earlier.isEmpty() || !one.id().equals(earlier.get().id()))
			.isPresent()) {
			throw MeetingProblem.alreadyRegistered().at("email");
		}
		if (earlier.isPresent()) {
			before.get().requireUntouched();
			boolean moved = !Objects.equals(earlier.get().email(), email);
			earlier.get().reachAt(email, language);
			Registration changed = change(meeting, earlier.get(), details, account);
			if (moved) {
				this.mails.addressCorrected(meeting, changed);
			}
			return changed;
		}
		Registration registration = enter(meeting, Receipts.newReference(), email, language,
				meeting.food() ? details : details.withoutFood(), account, null);
		if (details.topic() != null) {
			this.topics.tell(registration);
		}
		this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.registeredOnBehalf",
				meeting.title(), registration.reference());
		return registration;
	}

	private static @Nullable String text(@Nullable EmailAddress email) {
		return (email != null) ? email.value() : null;
	}

	private Registration enter(Meeting meeting, String reference, @Nullable EmailAddress email, Locale language,
			RegistrationDetails details, @Nullable String account, @Nullable String link) {
		boolean seat = this.meetings.takeSeat(meeting.id());
		Registration registration = this.registrations
			.save(Registration.of(meeting, reference, email, language, details, seat, account, this.clock.instant()));
		this.mails.registered(meeting, registration);
		answerInvitation(meeting, registration, link);
		return registration;
	}

	private void answerInvitation(Meeting meeting, Registration registration, @Nullable String link) {
		this.hosts.of(meeting.caseId()).registered(meeting, registration, link);
	}

	/**
	 * Changes what somebody has said of themselves.
	 * @param details all of it
	 * @param account who does it on their behalf, null if they do it themselves
	 * @return the registration as it is now
	 * @throws MeetingProblem if it is cancelled or the meeting has begun
	 */
	@Transactional
	public Registration change(RegistrationId registrationId, RegistrationDetails details, @Nullable String account) {
		Registration registration = find(registrationId);
		Meeting meeting = this.meetings.hold(registration.meetingId());
		meeting.requireAhead(this.clock.instant());
		return change(meeting, registration, details, account);
	}

	private Registration change(Meeting meeting, Registration registration, RegistrationDetails details,
			@Nullable String account) {
		boolean newTopic = details.topic() != null && registration.topic() == null;
		registration.change(meeting.food() ? details : details.withoutFood());
		this.registrations.save(registration);
		if (newTopic) {
			this.topics.tell(registration);
		}
		answerInvitation(meeting, registration, null);
		if (account != null) {
			this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.changedOnBehalf",
					meeting.title(), registration.reference());
		}
		return registration;
	}

	/**
	 * Cancels a registration; the first on the waiting list gets the seat. Cancelling
	 * again changes nothing.
	 * @param account who does it on their behalf, null if they do it themselves
	 * @throws MeetingProblem if the meeting has begun
	 */
	@Transactional
	public void cancel(RegistrationId registrationId, @Nullable String account) {
		Meeting meeting = this.meetings.hold(find(registrationId).meetingId());
		// read again: somebody may have cancelled while we waited
		Registration registration = find(registrationId);
		if (!registration.isActive()) {
			return;
		}
		meeting.requireAhead(this.clock.instant());
		withdraw(meeting, registration);
		seatWaiting(meeting);
		if (account != null) {
			this.journal.note(meeting.authorityId(), meeting.caseId(), "journal.meeting.withdrawnOnBehalf",
					meeting.title(), registration.reference());
		}
	}

	private void withdraw(Meeting meeting, Registration registration) {
		boolean hadSeat = registration.status() == Status.REGISTERED;
		registration.cancel(this.clock.instant());
		this.registrations.save(registration);
		this.hosts.of(meeting.caseId()).withdrawn(registration);
		this.mails.withdrawn(meeting, registration, hadSeat);
		if (hadSeat) {
			this.meetings.giveSeatBack(meeting.id());
		}
	}

	/**
	 * Changes how many may come, and gives new seats to those who wait.
	 * @param authorityId who asks
	 * @param capacity null for any number
	 * @throws MeetingProblem if more have a seat already
	 */
	@Transactional
	public void resize(String authorityId, MeetingId meetingId, @Nullable Integer capacity) {
		this.meetings.get(authorityId, meetingId);
		Meeting meeting = this.meetings.hold(meetingId);
		meeting.resize(capacity, this.clock.instant());
		this.meetings.save(meeting);
		seatWaiting(meeting);
		this.journal.note(authorityId, meeting.caseId(), "journal.meeting.resized", meeting.title());
	}

	private void seatWaiting(Meeting meeting) {
		Optional<Registration> first = firstWaiting(meeting);
		while (first.isPresent() && this.meetings.takeSeat(meeting.id())) {
			Registration seated = first.get();
			seated.seat();
			this.registrations.save(seated);
			this.mails.seatOffered(meeting, seated);
			first = firstWaiting(meeting);
		}
	}

	private Optional<Registration> firstWaiting(Meeting meeting) {
		return this.registrations.firstWaiting(meeting.id());
	}

	/**
	 * Notes who came; all others with a seat did not.
	 * @param meeting the meeting, which must have begun
	 * @param registrationIds the registrations of those who came
	 * @throws MeetingProblem if it has not begun
	 */
	@Transactional
	public void attendance(Meeting meeting, Collection<RegistrationId> registrationIds) {
		if (meeting.isAhead(this.clock.instant())) {
			throw MeetingProblem.notBegun();
		}
		this.jdbc.sql("""
				update registration set attended = (id = any(cast(:ids as uuid[]))), version = version + 1
				where meeting_id = :meeting and status = 'REGISTERED'""")
			.param("meeting", meeting.id())
			.param("ids", Id.texts(registrationIds))
			.update();
	}

	/**
	 * Notes that the liaison has spoken with somebody about what they want to raise.
	 * @param authorityId who asks
	 * @param note what they agreed on
	 */
	@Transactional
	public void contacted(String authorityId, RegistrationId registrationId, @Nullable String note) {
		Registration registration = this.registrations.get(authorityId, registrationId);
		registration.contacted(note, this.clock.instant());
		this.registrations.save(registration);
	}

	/**
	 * A receipt.
	 * @param id the id in the address
	 * @throws MeetingProblem if there is none such
	 */
	public Receipt receipt(MeetingId meetingId, ReceiptId id) {
		return this.receipts.find(meetingId, id).orElseThrow(MeetingProblem::unknownRegistration);
	}

	/**
	 * Those on the lists of a meeting.
	 * @return with and without a seat, in the order in which they came
	 */
	public List<Registration> active(MeetingId meetingId) {
		return this.registrations.active(meetingId);
	}

	private Registration find(RegistrationId id) {
		return this.registrations.findById(id).orElseThrow(MeetingProblem::unknownRegistration);
	}

}
