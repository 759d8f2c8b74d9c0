/** The pictures of authorities and their cases, cut and scaled for pages. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.picture;
