package se.kulturlots.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.task.Task;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.cases.CaseWords;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.cases.Words;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Register;
import se.kulturlots.register.Sector;

/**
 * What the staff of a story do in a morning: the tasks that came before it. What has been
 * done is seen from the case itself, so that a story that was cut off goes on where it
 * was.
 */
@Component
@Profile("demo")
class StoryStaff {

	private final DemoTasks tasks;

	private final StoryActions storyActions;

	private final Consultations consultations;

	private final Invitees invitees;

	private final OrganisationSearch search;

	private final Register register;

	private final Meetings meetings;

	private final WorkingCalendars calendars;

	private final Pictures pictures;

	private final CaseWords words;

	StoryStaff(DemoTasks tasks, StoryActions storyActions, Consultations consultations, Invitees invitees,
			OrganisationSearch search, Register register, Meetings meetings, WorkingCalendars calendars,
			Pictures pictures, CaseWords words) {
		this.tasks = tasks;
		this.storyActions = storyActions;
		this.consultations = consultations;
		this.invitees = invitees;
		this.search = search;
		this.register = register;
		this.meetings = meetings;
		this.calendars = calendars;
		this.pictures = pictures;
		this.words = words;
	}

	/** Begins the story, unless it has begun. */
	void begin(CycleStory story, StoryDays days) {
		if (find(story, days).isPresent()) {
			return;
		}
		LocalDate decision = days.of(story.decision());
		this.tasks.start("consultationCycle", DemoAccounts.of(story.officer()),
				Map.of("title", title(story, days), "subject", story.subject(), "planFrom", decision.getYear() + 1,
						"planTo", decision.getYear() + 4, "decisionDate", decision.toString()));
	}

	/** The consultation of a story, once it has begun. */
	Optional<Consultation> find(CycleStory story, StoryDays days) {
		String title = title(story, days);
		return this.consultations.ofAuthority(DemoAccounts.of(story.officer()).authority())
			.stream()
			.filter((consultation) -> consultation.title().equals(title))
			.findFirst();
	}

	private static String title(CycleStory story, StoryDays days) {
		int first = days.of(story.decision()).getYear() + 1;
		return story.plan() + " " + first + "–" + (first + 3);
	}

	/** Does the tasks that have been there since yesterday. */
	void work(CycleStory story, StoryDays days, Consultation consultation, LocalDate today) {
		for (Task task : this.tasks.open(consultation.id())) {
			if (isFromBefore(task, consultation, today)) {
				Account account = account(task, story);
				this.tasks.as(account, () -> prepare(task.getTaskDefinitionKey(), story, consultation, account));
				answer(task, story, consultation).filter((given) -> !isTooEarly(given, days, today))
					.ifPresent((given) -> this.tasks.complete(task, account, days.fill(given.answers(), today)));
			}
		}
		story.meetings()
			.stream()
			.filter((added) -> !today.isBefore(days.of(added.day())) && meeting(consultation, added.title()).isEmpty())
			.forEach((added) -> this.tasks.start("meeting", DemoAccounts.of(story.officer()), Map.of("consultation",
					consultation.id().toString(), "title", added.title(), "kind", added.kind())));
	}

	private boolean isFromBefore(Task task, Consultation consultation, LocalDate today) {
		WorkingCalendar calendar = this.calendars.of(consultation.authorityId());
		return task.getCreateTime().toInstant().isBefore(calendar.at(today, LocalTime.MIDNIGHT));
	}

	private static boolean isTooEarly(CycleStory.Answer answer, StoryDays days, LocalDate today) {
		return answer.day() != null && today.isBefore(days.of(answer.day()));
	}

	private Optional<CycleStory.Answer> answer(Task task, CycleStory story, Consultation consultation) {
		List<CycleStory.Answer> answers = story.tasks().getOrDefault(task.getTaskDefinitionKey(), List.of());
		int done = answers.isEmpty() ? 0 : this.tasks.done(consultation.id(), task.getTaskDefinitionKey());
		return (done < answers.size()) ? Optional.of(answers.get(done)) : Optional.empty();
	}

	private Account account(Task task, CycleStory story) {
		if (task.getAssignee() != null) {
			return DemoAccounts.of(task.getAssignee());
		}
		String role = this.tasks.role(task);
		Account officer = DemoAccounts.of(story.officer());
		return role.equals(Role.OFFICER.group()) ? officer
				: DemoAccounts.ALL.stream()
					.filter((account) -> officer.authority().equals(account.authorityId())
							&& account.roles().stream().anyMatch((has) -> has.group().equals(role)))
					.findFirst()
					.orElseThrow();
	}

	/** What is done on pages before a task can be answered. */
	private boolean prepare(String task, CycleStory story, Consultation consultation, Account account) {
		switch (task) {
			case "planCycle" -> show(story, consultation);
			case "collectOrganisations" -> choose(story, consultation);
			case "reachOut" -> reachOut(story, consultation);
			case "recordMeeting" -> this.storyActions.note(story, consultation);
			case "triageInput" -> this.storyActions.sort(story, consultation, account);
			case "writeDraft" -> this.storyActions.draft(story, consultation, account);
			default -> {
				return false;
			}
		}
		return true;
	}

	private void show(CycleStory story, Consultation consultation) {
		CaseId id = consultation.id();
		this.words.set(consultation.authorityId(), id, this.words.ofCase(id), Map.of(id, new Words(story.words())));
		CycleStory.Drawing drawing = story.picture();
		if (drawing != null && this.pictures.find(consultation.authorityId(), consultation.id()).isEmpty()) {
			this.pictures.set(consultation.authorityId(), consultation.id(), null,
					Original.read(DrawnPictures.of(drawing.name())), drawing.shows(), Focus.CENTRE);
		}
	}

	private void choose(CycleStory story, Consultation consultation) {
		CycleStory.Invited invited = story.invited();
		if (invited == null) {
			return;
		}
		List<OrganisationId> reachable = this.search.idsOf(consultation.authorityId(), OrganisationFilter.reachable());
		this.invitees.add(consultation,
				IntStream.range(0, reachable.size())
					.filter((place) -> place % invited.every() == invited.from())
					.mapToObj(reachable::get)
					.toList());
	}

	private void reachOut(CycleStory story, Consultation consultation) {
		CycleStory.Added added = (story.invited() != null) ? story.invited().search() : null;
		if (added == null) {
			return;
		}
		OrganisationId id = this.search.all(consultation.authorityId(), OrganisationFilter.active())
			.stream()
			.filter((organisation) -> organisation.name().equals(added.name()))
			.map((organisation) -> organisation.id())
			.findFirst()
			.orElseGet(() -> this.register
				.add(consultation.authorityId(),
						OrganisationDetails.of(added.name(), Sector.DISABILITY)
							.withEmail(added.email())
							.withMunicipality(added.municipality())
							.withPriorityGroup(PriorityGroup.DISABILITY))
				.id());
		this.invitees.add(consultation, List.of(id));
	}

	private Optional<Meeting> meeting(Consultation consultation, String title) {
		return this.meetings.of(consultation.id())
			.stream()
			.filter((meeting) -> title.equals(meeting.title()))
			.findFirst();
	}

}
