/**
 * Ids and small value types, the clock, working days, the base of all problems. Open:
 * every module may use all of it.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package se.kulturlots.core;
