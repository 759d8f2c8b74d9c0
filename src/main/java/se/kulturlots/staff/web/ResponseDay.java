package se.kulturlots.staff.web;

import java.time.LocalDate;

/**
 * What had come in by the end of a day, all together.
 *
 * @param answers answers to the invitation
 * @param registrations registrations for meetings
 * @param input how many have given input
 * @param reminders how many reminders went on the day itself
 */
public record ResponseDay(LocalDate day, int answers, int registrations, int input, int reminders) {
}
