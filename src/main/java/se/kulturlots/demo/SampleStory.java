package se.kulturlots.demo;

import java.time.LocalDate;

/**
 * A part of the past that the demo plays before its first start, one working day after
 * the other. A module's own is a bean for the profile {@code demo} in its package
 * {@code demo}, which the packaged jar leaves out. A day that was cut off is played
 * again, so nothing may be done twice.
 */
public interface SampleStory {

	/** How many working days ago it begins. */
	int begins();

	/**
	 * What staff do on a working day.
	 * @param day the day that is played
	 * @param today the day of the first start
	 */
	void morning(LocalDate day, LocalDate today);

	/**
	 * What the public does on a working day.
	 * @param day the day that is played
	 * @param today the day of the first start
	 */
	void evening(LocalDate day, LocalDate today);

}
