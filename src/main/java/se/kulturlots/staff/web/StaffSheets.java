package se.kulturlots.staff.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Sheet;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.RegistrationCounts.Share;
import se.kulturlots.staff.StaffAccount;
import se.kulturlots.workflow.OpenTask;
import se.kulturlots.workflow.TaskLine;

/** The lists of staff as files for spreadsheets. */
final class StaffSheets {

	private StaffSheets() {
	}

	/** Where every case stands, then the parts of their ways. */
	static void progress(List<ProgressRow> rows, Texts texts, Sheet sheet) {
		sheet.table(texts, "staff.progress.title", "cases.field.diaryNumber", "cases.field.title", "cases.field.unit",
				"staff.progress.phase", "staff.progress.from", "staff.progress.to", "consultation.field.status",
				"staff.progress.sheet.waiting", "staff.progress.sheet.late", "staff.progress.sheet.failed");
		for (ProgressRow row : rows) {
			TimelineSpan now = row.current();
			sheet.row(row.subject().diaryNumber(), row.subject().title(), row.unit(),
					(now != null) ? texts.t(now.nameKey()) : null, (now != null) ? now.from() : null,
					(now != null) ? now.to() : null,
					(now != null) ? texts.word("staff.progress.state.", now.state()) : texts.t(row.state().stateKey()),
					row.waiting().size(), row.lateTasks(), row.failed());
		}
		sheet.table(texts, "staff.progress.sheet.way", "cases.field.diaryNumber", "cases.field.title",
				"staff.progress.phase", "staff.progress.from", "staff.progress.to", "consultation.field.status");
		for (ProgressRow row : rows) {
			row.spans()
				.forEach(
						(span) -> sheet.row(row.subject().diaryNumber(), row.subject().title(), texts.t(span.nameKey()),
								span.from(), span.to(), texts.word("staff.progress.state.", span.state())));
		}
	}

	/** Tasks of one's own, then those that wait for others. */
	static void tasks(List<TaskLine> own, List<TaskLine> others, Texts texts, Sheet sheet) {
		tasks("staff.start.yourTasks", own, texts, sheet);
		tasks("staff.start.waiting", others, texts, sheet);
	}

	private static void tasks(String titleKey, List<TaskLine> lines, Texts texts, Sheet sheet) {
		sheet.table(texts, titleKey, "staff.tasks.sheet.task", "staff.tasks.sheet.about", "staff.tasks.sheet.case",
				"staff.tasks.sheet.who", "staff.tasks.sheet.since", "staff.tasks.sheet.lastDay",
				"staff.progress.state.LATE");
		for (TaskLine line : lines) {
			OpenTask task = line.task();
			String role = task.role();
			sheet.row(task.name(), line.about(), line.title(),
					(line.assignee() != null) ? line.assignee()
							: (role != null) ? texts.t("identity.role." + role) : null,
					day(task, texts.zone()), (line.left() != null) ? line.left().lastDay() : null,
					line.late() ? texts.t("core.sheet.yes") : null);
		}
	}

	private static LocalDate day(OpenTask task, ZoneId zone) {
		return LocalDate.ofInstant(task.createdAt(), zone);
	}

	/** A consultation in numbers. */
	static void numbers(List<Reach> reach, List<ResponseDay> days, List<Share> kinds, List<Share> places, Texts texts,
			Sheet sheet) {
		sheet.table(texts, "staff.numbers.reach", "staff.numbers.step", "staff.numbers.organisations",
				"staff.numbers.all");
		reach.forEach((one) -> sheet.row(texts.t("staff.numbers.step." + one.step()), one.organisations(), one.all()));
		sheet.table(texts, "staff.numbers.days", "staff.numbers.day", "staff.numbers.answers",
				"staff.numbers.registrations", "staff.numbers.input", "staff.numbers.reminders");
		days.forEach((one) -> sheet.row(one.day(), one.answers(), one.registrations(), one.input(), one.reminders()));
		sheet.table(texts, "staff.numbers.kinds", "staff.numbers.kind", "staff.numbers.registered",
				"staff.numbers.attended");
		kinds.forEach(
				(one) -> sheet.row(texts.t("meeting.participant." + one.name()), one.registered(), one.attended()));
		sheet.table(texts, "staff.numbers.municipalities", "staff.numbers.municipality", "staff.numbers.registered",
				"staff.numbers.attended");
		places.forEach((one) -> sheet.row(orElsewhere(one.name(), texts), one.registered(), one.attended()));
	}

	private static String orElsewhere(@Nullable String place, Texts texts) {
		return (place != null) ? place : texts.t("staff.numbers.elsewhere");
	}

	/** Accounts and what they may do. */
	static void accounts(List<StaffAccount> accounts, Texts texts, Sheet sheet) {
		sheet.table(texts, "staff.accounts.title", "staff.accounts.name", "staff.accounts.id", "staff.accounts.email",
				"staff.accounts.roles", "staff.accounts.closed");
		accounts.forEach((one) -> sheet.row(one.account().displayName(), one.id(), one.account().email(),
				one.roles()
					.stream()
					.map((role) -> texts.word("staff.accounts.role.", role))
					.collect(Collectors.joining(", ")),
				one.closed() ? texts.t("core.sheet.yes") : null));
	}

}
