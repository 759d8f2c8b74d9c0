package se.kulturlots.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Account;
import se.kulturlots.input.InputFilter;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputRow;
import se.kulturlots.input.InputSchedule;
import se.kulturlots.input.InputSearch;
import se.kulturlots.input.Triage;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.RegistrationId;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.plan.PlanInputs;
import se.kulturlots.plan.PlanInputs.Show;
import se.kulturlots.plan.PlanInputs.Wanted;
import se.kulturlots.plan.PlanSection;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.plan.Plans;
import se.kulturlots.plan.WorkedInput;

/** What the staff of a story do on their pages, as far as it has not been done. */
@Component
@Profile("demo")
class StoryActions {

	private static final int MOST = 500;

	/** One of so many who have registered does not come. */
	private static final int STAYS_AWAY = 7;

	private final Meetings meetings;

	private final MeetingNotes notes;

	private final RegistrationService registrations;

	private final Questions questions;

	private final InputSchedule schedule;

	private final InputSearch search;

	private final Triage triage;

	private final Plans plans;

	private final PlanSections sections;

	private final PlanInputs inputs;

	private final Drafting drafting;

	private final AppClock clock;

	StoryActions(Meetings meetings, MeetingNotes notes, RegistrationService registrations, Questions questions,
			InputSchedule schedule, InputSearch search, Triage triage, Plans plans, PlanSections sections,
			PlanInputs inputs, Drafting drafting, AppClock clock) {
		this.meetings = meetings;
		this.notes = notes;
		this.registrations = registrations;
		this.questions = questions;
		this.schedule = schedule;
		this.search = search;
		this.triage = triage;
		this.plans = plans;
		this.sections = sections;
		this.inputs = inputs;
		this.drafting = drafting;
		this.clock = clock;
	}

	/** Ticks off who came to the meetings that have been, and writes what was said. */
	void note(CycleStory story, Consultation consultation) {
		for (Meeting meeting : this.meetings.of(consultation.id())) {
			if (meeting.isPublic() && !meeting.startsAt().isAfter(this.clock.instant())
					&& this.notes.of(meeting).isEmpty()) {
				List<RegistrationId> registered = this.registrations.active(meeting.id())
					.stream()
					.map(Registration::id)
					.toList();
				this.registrations.attendance(meeting,
						registered.stream().filter((id) -> registered.indexOf(id) % STAYS_AWAY != 1).toList());
				story.notes()
					.stream()
					.filter((note) -> note.meeting().equals(meeting.title()))
					.forEach((note) -> this.notes.add(meeting,
							this.questions.of(consultation.id()).get(note.question() - 1).id(), note.group(),
							note.text()));
			}
		}
	}

	/** Sorts what the story knows a theme for, and hides what may not be shown. */
	void sort(CycleStory story, Consultation consultation, Account account) {
		for (InputPeriod period : this.schedule.of(consultation)) {
			for (InputRow row : this.search.rows(period.id(), InputFilter.ALL, 0, MOST)) {
				said(story, row.text()).ifPresent((said) -> {
					if (said.theme() != null && row.theme() == null) {
						this.triage.assign(consultation.authorityId(), period.id(), account.id(), List.of(row.id()),
								said.theme());
					}
					if (said.hidden() != null && !row.hidden()) {
						this.triage.hide(consultation.authorityId(), row.id(), account.id(), said.hidden());
					}
				});
			}
		}
	}

	/** Writes the sections, and decides on each input. */
	void draft(CycleStory story, Consultation consultation, Account account) {
		Plan plan = this.plans.findByConsultationId(consultation.id()).orElseThrow();
		int written = this.sections.of(plan.id()).size();
		story.sections()
			.stream()
			.skip(written)
			.forEach((section) -> this.drafting.addSection(plan.id(), section.heading(), section.text(), account.id()));
		List<PlanSection> all = this.sections.of(plan.id());
		this.inputs.of(plan, new Wanted(Show.NONE, null, null), 0, Integer.MAX_VALUE)
			.forEach((input) -> decide(story, plan, all, input, account));
	}

	private void decide(CycleStory story, Plan plan, List<PlanSection> all, WorkedInput input, Account account) {
		said(story, input.said().text()).filter((said) -> said.answer() != null).ifPresent((said) -> {
			Map<InputId, Integer> versions = Map.of(input.said().inputId(), input.version());
			if (said.ledTo() != null) {
				this.drafting.link(plan.id(), versions, all.get(said.ledTo() - 1).id(), said.answer(), account.id());
			}
			else {
				this.drafting.decline(plan.id(), versions, Objects.requireNonNull(said.answer()), account.id());
			}
		});
	}

	private static Optional<CycleStory.Said> said(CycleStory story, String text) {
		return Stream.concat(story.input().stream(), story.referral().stream())
			.flatMap((voice) -> voice.says().stream())
			.filter((said) -> said.text().strip().equals(text))
			.findFirst();
	}

}
