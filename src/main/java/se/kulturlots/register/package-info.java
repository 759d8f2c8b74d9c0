/**
 * The register: organisations, where they are and what they do, how they come into it,
 * and how well a choice of them covers an authority's area.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.register;
