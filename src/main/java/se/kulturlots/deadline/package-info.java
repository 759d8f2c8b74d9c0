/**
 * Deadlines as data, the ladders of reminders counted back from them, working days and
 * the hours in which mail goes out.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.deadline;
