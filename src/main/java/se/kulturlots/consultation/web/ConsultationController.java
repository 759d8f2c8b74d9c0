package se.kulturlots.consultation.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.ConsultationTexts;
import se.kulturlots.consultation.web.PublicCases.PublicCase;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Edition;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.MeetingCard;

/** The public page of a consultation: what, why, until when, and what to do next. */
@Controller
class ConsultationController {

	private final PublicCases cases;

	private final AppClock clock;

	ConsultationController(PublicCases cases, AppClock clock) {
		this.cases = cases;
		this.clock = clock;
	}

	@GetMapping("/{authority}/consultations/{slug}")
	String show(@PathVariable String authority, @PathVariable String slug, Page page, Model model) {
		PublicCase found = this.cases.of(authority, slug);
		Consultation consultation = found.consultation();
		NextStep next = found.standing().next(page, this.clock.instant(), page.zone());
		model.addAttribute("consultation", consultation);
		Words words = consultation.words();
		Locale reader = page.locale();
		Said title = consultation.titleIn(reader, page.ownLang());
		Said subject = words.say(Part.SUBJECT, 0, reader, consultation.subject(), page.ownLang());
		model.addAttribute("title", title);
		model.addAttribute("subject", subject);
		model.addAttribute("background", (consultation.background() != null)
				? words.say(Part.BACKGROUND, 0, reader, consultation.background(), page.ownLang()) : null);
		model.addAttribute("words", words);
		model.addAttribute("summary", ConsultationTeasers.summary(subject.text()));
		model.addAttribute("picture", consultation.picture());
		model.addAttribute("questions", found.questions()
			.stream()
			.map((question) -> words.say(Part.QUESTION, question.position(), reader, question.text(), page.ownLang()))
			.toList());
		model.addAttribute("meetings",
				found.standing()
					.meetings()
					.stream()
					.map((meeting) -> MeetingCard.of(meeting, null, page, this.clock.instant()))
					.toList());
		model.addAttribute("phases", ConsultationTimeline.of(consultation, next.phase(), page));
		model.addAttribute("next", next);
		model.addAttribute("until", next.until(this.clock.today(page.zone()), page));
		model.addAttribute("documents", found.documents());
		List<Journal.Entry> lines = found.journal();
		model.addAttribute("journal", JournalDay.of(lines, page));
		model.addAttribute("changed", changed(lines, page));
		Instant published = Objects.requireNonNull(consultation.publishedAt());
		page.show(Edition.of(published, lines.isEmpty() ? published : lines.get(0).at()));
		return "consultation/consultation";
	}

	/** That texts have been changed, the last day on which they were. */
	private static @Nullable String changed(List<Journal.Entry> lines, Page page) {
		List<Journal.Entry> changes = lines.stream()
			.filter((line) -> line.textKey().startsWith(ConsultationTexts.CHANGED))
			.toList();
		if (changes.isEmpty()) {
			return null;
		}
		String day = page.day(changes.get(0).at());
		String what = changes.stream()
			.filter((line) -> page.day(line.at()).equals(day))
			.map((line) -> page.t(line.textKey().replace(ConsultationTexts.CHANGED, "consultation.changed."),
					line.arguments()))
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
		return page.t("consultation.page.changed", day, what);
	}

}
