package se.kulturlots.staff.web;

import java.util.List;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.workflow.OpenTask;

/**
 * How a cycle stands.
 *
 * @param consultation the cycle
 * @param waiting its open tasks, by due date
 * @param late how many of them are late
 */
public record Standing(Consultation consultation, List<OpenTask> waiting, int late) {
}
