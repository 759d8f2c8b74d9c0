/** The case: what every matter of an authority has in common, whatever its kind. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.cases;
