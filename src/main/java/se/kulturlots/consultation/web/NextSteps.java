package se.kulturlots.consultation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.InputTimes.InputTime;
import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers.Action;
import se.kulturlots.meeting.PublicMeeting;

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
			case REFERRAL -> waiting(schedule, "READING");
			case DRAFT -> waiting(schedule, "DRAFT");
			case REVISION -> waiting(schedule, "REVISION");
			case DECISION, ANSWER, ENDED -> decision(schedule.decisionDate());
		};
	}

	private NextStep join(LocalDate lastDay) {
		return new NextStep(NextStepKind.JOIN, this.consultation.phase(), text("JOIN.label"), text("JOIN.title"),
				text(late("JOIN.text", lastDay), date(lastDay)), lastDay, List.of(join()));
	}

	// nobody is told of a day to come that has been
	private String late(String key, LocalDate day) {
		return this.today.isAfter(day) ? key + ".late" : key;
	}

	private NextStep say(LocalDate lastDay) {
		List<Action> actions = new ArrayList<>();
		actions.add(action("SAY.button", "/input"));
		if (!this.open.isEmpty()) {
			actions.add(action("meetings", "#meetings"));
		}
		return step(NextStepKind.SAY, Phase.DIALOGUE, lastDay, actions);
	}

	private NextStep comment(LocalDate lastDay) {
		return step(NextStepKind.COMMENT, Phase.REFERRAL, lastDay,
				List.of(action("COMMENT.button", "/input"), action("draft", "/plan")));
	}

	private NextStep dialogue(Schedule schedule) {
		if (this.today.isAfter(schedule.inputLastDay())) {
			return waiting(schedule, "READING");
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
		return step(NextStepKind.MEET, first.registrationLastDay(), actions,
				first.titleIn(this.page.locale(), this.page.ownLang()).text(), this.page.dateTime(first.startsAt()));
	}

	private NextStep waiting(Schedule schedule, String what) {
		Phase phase = switch (this.consultation.phase()) {
			case DIALOGUE -> Phase.DRAFT;
			case REFERRAL -> Phase.REVISION;
			default -> this.consultation.phase();
		};
		boolean again = schedule.referralLastDay() != null && phase == Phase.DRAFT
				&& !this.outcomes.contains(Outcome.DRAFT);
		String when = again ? "WAIT.again" : late("WAIT.decision", schedule.decisionDate());
		return new NextStep(NextStepKind.WAIT, phase, text("WAIT." + what), text("WAIT." + what),
				text("WAIT." + what + ".text") + " " + text(when, date(schedule.decisionDate())), null, readings());
	}

	private NextStep decision(LocalDate day) {
		return new NextStep(NextStepKind.DECISION, Phase.DECISION, text("DECISION.label"), text("DECISION.title"),
				text(late("DECISION.text", day), date(day)), null, readings());
	}

	private NextStep step(NextStepKind thing, @Nullable LocalDate lastDay, List<Action> actions,
			@Nullable Object... arguments) {
		return step(thing, this.consultation.phase(), lastDay, actions, arguments);
	}

	private NextStep step(NextStepKind thing, Phase phase, @Nullable LocalDate lastDay, List<Action> actions,
			@Nullable Object... arguments) {
		String key = thing.name();
		return new NextStep(thing, phase, (thing != NextStepKind.DECIDED) ? text(key + ".label") : null,
				text(key + ".title"), text(key + ".text", arguments), lastDay, actions);
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
