/** Public layout, front pages, error pages. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.site;
