/**
 * The pages on which staff see how a case goes on, and what they are asked before it
 * does.
 */
@org.springframework.modulith.NamedInterface("web")
@org.jspecify.annotations.NullMarked
package se.kulturlots.workflow.web;
