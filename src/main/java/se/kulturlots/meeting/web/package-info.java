/** The pages of meetings, for the public and for staff. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.meeting.web;
