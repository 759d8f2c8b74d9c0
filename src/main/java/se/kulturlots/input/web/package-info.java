/**
 * The form for input, its personal page, the results, and the pages on which staff sort.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.input.web;
