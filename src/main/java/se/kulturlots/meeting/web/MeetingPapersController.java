package se.kulturlots.meeting.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.PrintedPages;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingId;
import se.kulturlots.meeting.MeetingProblem;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.Registration.Status;
import se.kulturlots.meeting.Registrations;

/** What staff print for a meeting: name badges, and a list to tick off at the door. */
@Controller
class MeetingPapersController {

	private final StaffMeetings staff;

	private final PublicMeetings views;

	private final Registrations registrations;

	private final Authorities authorities;

	private final PrintedPages printed;

	MeetingPapersController(StaffMeetings staff, PublicMeetings views, Registrations registrations,
			Authorities authorities, PrintedPages printed) {
		this.staff = staff;
		this.views = views;
		this.registrations = registrations;
		this.authorities = authorities;
		this.printed = printed;
	}

	@GetMapping("/staff/meetings/{id}/badges.pdf")
	void badges(@PathVariable MeetingId id, @AuthenticationPrincipal Account account, Page page,
			HttpServletResponse response) throws IOException {
		StaffMeetings.requireHelper(account);
		Meeting meeting = this.staff.meeting(account, id);
		Map<String, Object> model = model(page, meeting);
		model.put("colour", this.authorities.get(account.authority()).accentColour());
		model.put("sheets", BadgeSheet.of(with(Status.REGISTERED, this.registrations.byName(id))));
		send("meeting/print/badges.jte", "badges.css", page.t("meeting.badges.file", meeting.ordinal()), model,
				response);
	}

	@GetMapping("/staff/meetings/{id}/attendance.pdf")
	void attendance(@PathVariable MeetingId id, @RequestParam(defaultValue = "false") boolean food,
			@AuthenticationPrincipal Account account, Page page, HttpServletResponse response) throws IOException {
		StaffMeetings.requireHelper(account);
		if (food) {
			StaffMeetings.requireOfficer(account);
		}
		Meeting meeting = this.staff.meeting(account, id);
		List<Registration> active = this.registrations.byName(id);
		Map<String, Object> model = model(page, meeting);
		model.put("seated", with(Status.REGISTERED, active));
		model.put("waiting", with(Status.WAITING, active));
		model.put("lists", MeetingLists.of(active, this.views.choices(page, account.authority())));
		model.put("food", food);
		send("meeting/print/attendance.jte", "attendance.css", page.t("meeting.attendance.file", meeting.ordinal()),
				model, response);
	}

	private Map<String, Object> model(Page page, Meeting meeting) {
		if (!meeting.isPlanned()) {
			throw MeetingProblem.notPlanned();
		}
		Map<String, Object> model = new HashMap<>();
		model.put("page", page);
		model.put("view", this.staff.view(page, meeting));
		return model;
	}

	private static List<Registration> with(Status status, List<Registration> people) {
		return people.stream().filter((one) -> one.status() == status).toList();
	}

	private void send(String template, String style, String name, Map<String, Object> model,
			HttpServletResponse response) throws IOException {
		response.setContentType(MediaType.APPLICATION_PDF_VALUE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.inline().filename(name + ".pdf").build().toString());
		this.printed.write(template, style, model, response.getOutputStream());
	}

}
