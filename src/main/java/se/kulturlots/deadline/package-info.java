/** Deadlines as data, reminder ladders, moving a date. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.deadline;
