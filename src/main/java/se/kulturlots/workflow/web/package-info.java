/** The pages on which staff see how a case goes on. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.workflow.web;
