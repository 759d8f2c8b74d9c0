package se.kulturlots.staff.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InviteeNumbers;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SheetDownload;
import se.kulturlots.identity.Account;
import se.kulturlots.input.InputSearch;
import se.kulturlots.mail.MailLog;
import se.kulturlots.meeting.RegistrationCounts;
import se.kulturlots.meeting.RegistrationCounts.Share;

/** A consultation in numbers and pictures: who has been heard, when and from where. */
@Controller
class NumbersController {

	private final Consultations consultations;

	private final Invitees invitees;

	private final RegistrationCounts registrations;

	private final InputSearch input;

	private final MailLog mails;

	NumbersController(Consultations consultations, Invitees invitees, RegistrationCounts registrations,
			InputSearch input, MailLog mails) {
		this.consultations = consultations;
		this.invitees = invitees;
		this.registrations = registrations;
		this.input = input;
		this.mails = mails;
	}

	@GetMapping("/staff/consultations/{id}/numbers")
	String numbers(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		model.addAttribute("consultation", this.consultations.get(account.authority(), id));
		List<Share> kinds = this.registrations.byKind(id);
		List<ResponseDay> days = days(account.authority(), id, page.zone());
		model.addAttribute("days", days);
		model.addAttribute("reach", reach(id, kinds, days));
		model.addAttribute("kinds", kinds);
		model.addAttribute("municipalities", this.registrations.byMunicipality(id));
		return "staff/numbers";
	}

	@GetMapping({ "/staff/consultations/{id}/numbers.csv", "/staff/consultations/{id}/numbers.xlsx" })
	void file(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, SheetDownload file)
			throws IOException {
		Consultation consultation = this.consultations.get(account.authority(), id);
		List<Share> kinds = this.registrations.byKind(id);
		List<ResponseDay> days = days(account.authority(), id, page.zone());
		file.send(page.t("staff.numbers.file", consultation.slug()), (sheet) -> StaffSheets
			.numbers(reach(id, kinds, days), days, kinds, this.registrations.byMunicipality(id), page, sheet));
	}

	private List<Reach> reach(CaseId id, List<Share> kinds, List<ResponseDay> days) {
		InviteeNumbers invited = this.invitees.numbers(id);
		ResponseDay last = days.isEmpty() ? null : days.get(days.size() - 1);
		int registered = kinds.stream().mapToInt(Share::registered).sum();
		return List.of(new Reach("invited", invited.invited(), null), new Reach("answered", invited.answered(), null),
				new Reach("registered", invited.registered(), registered),
				new Reach("attended", this.invitees.attended(id), this.registrations.participants(id)),
				new Reach("gaveInput", invited.gaveInput(), (last != null) ? last.input() : 0));
	}

	private List<ResponseDay> days(String authority, CaseId id, ZoneId zone) {
		Map<LocalDate, Integer> answers = this.invitees.answersPerDay(id, zone);
		Map<LocalDate, Integer> registered = this.registrations.perDay(id, zone);
		Map<LocalDate, Integer> said = this.input.sendersPerDay(id, zone);
		Map<LocalDate, Integer> reminders = this.mails.remindersPerDay(authority, id, zone);
		SortedSet<LocalDate> all = new TreeSet<>(answers.keySet());
		all.addAll(registered.keySet());
		all.addAll(said.keySet());
		all.addAll(reminders.keySet());
		List<ResponseDay> days = new ArrayList<>();
		ResponseDay so = new ResponseDay(LocalDate.EPOCH, 0, 0, 0, 0);
		for (LocalDate day : all) {
			so = new ResponseDay(day, so.answers() + answers.getOrDefault(day, 0),
					so.registrations() + registered.getOrDefault(day, 0), so.input() + said.getOrDefault(day, 0),
					reminders.getOrDefault(day, 0));
			days.add(so);
		}
		return days;
	}

}
