package se.kulturlots.workflow;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a task is about, besides its case.
 *
 * @param person whom, or null; kept out of the subject of mails, which stays in the list
 * of what was sent
 * @param thing which of several things of its kind in the case, or null
 */
record TaskName(@Nullable String person, @Nullable String thing) {

	static TaskName of(TaskSubjects kind, String name) {
		return (kind.person() != null) ? new TaskName(name, null) : new TaskName(null, name);
	}

	TaskName with(TaskName other) {
		return new TaskName((this.person != null) ? this.person : other.person,
				(this.thing != null) ? this.thing : other.thing);
	}

	String text() {
		return Stream.of(this.person, this.thing).filter(Objects::nonNull).collect(Collectors.joining(" · "));
	}

}
