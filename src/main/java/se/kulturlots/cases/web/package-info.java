/** The pages that a case of any kind has. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.cases.web;
