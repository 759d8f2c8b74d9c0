/** What the diagram {@code inputPeriod} calls. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.input.process;
