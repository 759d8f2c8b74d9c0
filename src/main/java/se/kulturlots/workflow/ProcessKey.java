package se.kulturlots.workflow;

/**
 * A process. Modules keep theirs as constants, which the model test compares with the
 * diagrams.
 *
 * @param value its key, the name of its diagram's file
 */
public record ProcessKey(String value) {
}
