package se.kulturlots.workflow;

/**
 * Something to choose from in a form, as Camunda Forms read it from a fact.
 *
 * @param label what people read
 * @param value what is answered
 */
public record FormChoice(String label, String value) {
}
