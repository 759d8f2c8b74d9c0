package se.kulturlots.workflow;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A process that a case consists of, under way or ended.
 *
 * @param version which version of its diagram it follows
 * @param name its Swedish name
 * @param number which one of its kind it is in the case, from 1; 0 if it is the only one
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 * @param steps its steps in the order of the diagram
 */
public record CaseProcess(String key, int version, String name, int number, Instant startedAt,
		@Nullable Instant endedAt, List<CaseStep> steps) {

	/**
	 * Where it stands now.
	 * @return nothing if it has ended
	 */
	public List<CaseStep> now() {
		return this.steps.stream().filter((step) -> step.state().now()).toList();
	}

	/**
	 * What could not be done.
	 * @return the steps that can be tried again
	 */
	public List<CaseStep> failed() {
		return this.steps.stream().filter((step) -> step.job() != null).toList();
	}

	/**
	 * What its diagram is called in addresses.
	 * @return key and version
	 */
	public String diagram() {
		return this.key + '/' + this.version;
	}

}
