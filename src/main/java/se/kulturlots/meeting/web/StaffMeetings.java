package se.kulturlots.meeting.web;

import org.springframework.stereotype.Component;

import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingProblem;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.Registrations;

/** Finds what the staff's pages of a meeting show, and knows who may do what there. */
@Component
class StaffMeetings {

	private final Meetings meetings;

	private final Registrations registrations;

	private final PublicMeetings views;

	StaffMeetings(Meetings meetings, Registrations registrations, PublicMeetings views) {
		this.meetings = meetings;
		this.registrations = registrations;
		this.views = views;
	}

	Meeting meeting(Account account, MeetingId id) {
		return this.meetings.get(account.authority(), id);
	}

	MeetingView view(Page page, Meeting meeting) {
		return this.views.view(page, meeting);
	}

	/** One on the lists of a meeting of the account's authority. */
	Registration registration(Account account, MeetingId meetingId, RegistrationId id) {
		Registration registration = this.registrations.get(account.authority(), id);
		if (!registration.meetingId().equals(meetingId)) {
			throw MeetingProblem.unknownRegistration();
		}
		return registration;
	}

	/** Meetings are moved and called off by those who answer for them. */
	static void requireOfficer(Account account) {
		if (!isOfficer(account)) {
			throw MeetingProblem.notAllowed();
		}
	}

	static boolean isOfficer(Account account) {
		return account.has(Role.OFFICER) || account.has(Role.MANAGER);
	}

	/** The liaison helps people to register, and keeps notes. */
	static void requireHelper(Account account) {
		if (!isHelper(account)) {
			throw MeetingProblem.notAllowed();
		}
	}

	static boolean isHelper(Account account) {
		return isOfficer(account) || account.has(Role.LIAISON);
	}

}
