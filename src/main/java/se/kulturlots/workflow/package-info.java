/** What ties the engine in. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.workflow;
