package se.kulturlots.consultation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.InputTimes.InputTime;
import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Programme.PublicMeeting;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers.Action;

/** Decides what somebody can do next in a consultation, and says it. */
class NextSteps {

	private final Consultation consultation;

	private final List<PublicMeeting> open;

	private final Set<Outcome> outcomes;

	/** The form that takes input now, or null. */
	private final @Nullable InputTime input;

	private final Page page;

	private final LocalDate today;

	NextSteps(Standing standing, Page page, Instant now, ZoneId zone) {
		this.consultation = standing.consultation();
		this.open = standing.meetings().stream().filter((meeting) -> meeting.open(now)).toList();
		this.outcomes = standing.outcomes();
		this.input = (standing.input() != null && standing.input().open(now)) ? standing.input() : null;
		this.page = page;
		this.today = LocalDate.ofInstant(now, zone);
	}

	NextStep next() {
		Schedule schedule = this.consultation.schedule();
		if (this.consultation.cancellationReason() != null) {
			return step(NextStepKind.CANCELLED, null, List.of(), this.consultation.cancellationReason());
		}
		if (this.consultation.status() == Status.REJECTED) {
			return step(NextStepKind.REJECTED, null, readings());
		}
		if (this.outcomes.contains(Outcome.PLAN)) {
			return step(NextStepKind.DECIDED, null, readings());
		}
		if (this.consultation.endedAt() != null || schedule == null) {
			return step(NextStepKind.ENDED, null, readings());
		}
		if (this.input != null) {
			return this.input.onDraft() ? comment(this.input.lastDay()) : say(this.input.lastDay());
		}
		return switch (this.consultation.phase()) {
			case PLANNING, INVENTORY -> join(schedule.inventoryLastDay());
			case DIALOGUE -> dialogue(schedule);
			case DRAFT, REFERRAL, REVISION -> waiting(schedule);
			case DECISION, ANSWER, ENDED -> new NextStep(NextStepKind.DECISION, text("DECISION.title"),
					text(late("DECISION", schedule.decisionDate()), date(schedule.decisionDate())), null, readings());
		};
	}

	private NextStep join(LocalDate lastDay) {
		return new NextStep(NextStepKind.JOIN, text("JOIN.title"), text(late("JOIN", lastDay), date(lastDay)), lastDay,
				List.of(join()));
	}

	// nobody is told of a day to come that has been
	private String late(String thing, LocalDate day) {
		return thing + (this.today.isAfter(day) ? ".late" : ".text");
	}

	private NextStep say(LocalDate lastDay) {
		List<Action> actions = new ArrayList<>();
		actions.add(action("SAY.button", "/input"));
		if (!this.open.isEmpty()) {
			actions.add(action("meetings", "#meetings"));
		}
		return step(NextStepKind.SAY, lastDay, actions, date(lastDay));
	}

	private NextStep comment(LocalDate lastDay) {
		return step(NextStepKind.COMMENT, lastDay,
				List.of(action("COMMENT.button", "/input"), action("draft", "/plan")), date(lastDay));
	}

	private NextStep dialogue(Schedule schedule) {
		if (this.today.isAfter(schedule.inputLastDay())) {
			return waiting(schedule);
		}
		if (!this.open.isEmpty()) {
			return meeting(this.open.get(0));
		}
		return step(NextStepKind.SOON, null, List.of(join()), date(schedule.inputOpens()),
				date(schedule.inputLastDay()));
	}

	private NextStep meeting(PublicMeeting first) {
		List<Action> actions = (this.open.size() > 1) ? List.of(action("MEET.button", "#meetings"), join())
				: List.of(new Action(text("MEET.one"), first.path()), join());
		return step(NextStepKind.MEET, first.registrationLastDay(), actions, first.title(),
				this.page.dateTime(first.startsAt()), date(first.registrationLastDay()));
	}

	private NextStep waiting(Schedule schedule) {
		boolean again = schedule.referralLastDay() != null && this.consultation.phase().compareTo(Phase.REFERRAL) < 0
				&& !this.outcomes.contains(Outcome.DRAFT);
		return new NextStep(NextStepKind.WAIT, text("WAIT.title"),
				text(again ? "WAIT.again" : late("WAIT", schedule.decisionDate()), date(schedule.decisionDate())), null,
				readings());
	}

	private NextStep step(NextStepKind thing, @Nullable LocalDate lastDay, List<Action> actions,
			@Nullable Object... arguments) {
		return new NextStep(thing, text(thing.name() + ".title"), text(thing.name() + ".text", arguments), lastDay,
				actions);
	}

	private List<Action> readings() {
		List<Action> actions = new ArrayList<>();
		if (this.outcomes.contains(Outcome.PLAN)) {
			actions.add(action("plan", "/plan"));
		}
		if (this.outcomes.contains(Outcome.SUMMARY)) {
			actions.add(action("results", "/results"));
		}
		if (this.outcomes.contains(Outcome.DRAFT)) {
			actions.add(action("draft", "/plan"));
		}
		return actions;
	}

	private Action join() {
		return new Action(text("JOIN.button"), "/" + this.consultation.authorityId() + "/join");
	}

	private Action action(String key, String page) {
		return new Action(text(key), this.consultation.path() + page);
	}

	private String text(String key, @Nullable Object... arguments) {
		return this.page.t("consultation.next." + key, arguments);
	}

	private String date(LocalDate day) {
		return this.page.date(Objects.requireNonNull(day));
	}

}
