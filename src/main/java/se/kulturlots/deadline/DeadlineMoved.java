package se.kulturlots.deadline;

/**
 * A deadline has got another date; told in the same transaction.
 *
 * @param before what it was
 * @param now what it is
 * @param followed whether others get its date, so that people read theirs
 */
public record DeadlineMoved(Deadline before, Deadline now, boolean followed) {

	/**
	 * Whether people have less time for something than they were told; never of what
	 * begins, or of a date that leaves nobody time for anything.
	 */
	public boolean shortens() {
		return !this.followed && !this.now.kind().begins() && this.now.kind().notice() > 0
				&& this.now.dueAt().isBefore(this.before.dueAt());
	}

}
