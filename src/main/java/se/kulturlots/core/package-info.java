/** Ids and small value types, the clock, working days, the base of all problems. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.core;
