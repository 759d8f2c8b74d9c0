/** What the diagram of a meeting calls. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.meeting.process;
