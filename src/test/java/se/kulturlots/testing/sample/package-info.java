/**
 * A module as those to come: study circles. It is found by what lies in its own folders;
 * nothing in {@code src/main} knows of it.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.testing.sample;
