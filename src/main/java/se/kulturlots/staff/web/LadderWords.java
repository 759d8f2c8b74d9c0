package se.kulturlots.staff.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import se.kulturlots.core.web.Page;
import se.kulturlots.deadline.Ladder;

/** A ladder of reminders in words. */
final class LadderWords {

	private LadderWords() {
	}

	static String of(Ladder ladder, Page page) {
		List<String> parts = new ArrayList<>();
		String days = days(ladder);
		if (!days.isEmpty()) {
			parts.add(page.t("staff.settings.ladder.before", days));
		}
		if (ladder.steps().contains(0)) {
			parts.add(page.t("staff.settings.ladder.lastMorning"));
		}
		if (ladder.overdueEvery() != null) {
			parts.add(page.t("staff.settings.ladder.overdue", ladder.overdueEvery()));
		}
		return parts.isEmpty() ? page.t("staff.settings.ladder.none") : String.join("; ", parts);
	}

	/** The steps before the last day, as they are typed. */
	static String days(Ladder ladder) {
		return ladder.steps()
			.stream()
			.filter((step) -> step > 0)
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
	}

}
