package se.kulturlots.deadline;

import java.util.List;

/** The kinds of deadlines that a module has; one bean of each module. */
@FunctionalInterface
public interface DeadlineKinds {

	/** The kinds, in the order in which they are shown. */
	List<DeadlineKind> all();

}
