package se.kulturlots.cases;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A page that staff find beside the others of a case. Modules make theirs as beans, whose
 * {@code @Order} is the place in which they stand.
 *
 * @param path the end of its address, after that of the case; empty for the first
 * @param nameKey the key of its name
 * @param kind the {@link CaseKind#key() key} of the only kind of case that has it, null
 * if all have it
 * @param processes the keys of the processes whose tasks it shows; the first shows all
 */
public record CaseTab(String path, String nameKey, @Nullable String kind, Set<String> processes) {

	/** A page that cases of every kind have. */
	public static CaseTab ofAll(String path, String nameKey, String... processes) {
		return new CaseTab(path, nameKey, null, Set.of(processes));
	}

	/** A page that cases of one kind have. */
	public static CaseTab of(String kind, String path, String nameKey, String... processes) {
		return new CaseTab(path, nameKey, kind, Set.of(processes));
	}

	boolean isOf(CaseKind of) {
		return this.kind == null || this.kind.equals(of.key());
	}

	/** Whether it shows tasks of a process. */
	public boolean shows(String process) {
		return this.path.isEmpty() || this.processes.contains(process);
	}

	/** Whether it shows any tasks at all. */
	public boolean showsTasks() {
		return this.path.isEmpty() || !this.processes.isEmpty();
	}

}
