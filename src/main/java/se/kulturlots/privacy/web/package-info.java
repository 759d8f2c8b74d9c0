/** The pages on which people see what is stored about them. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.privacy.web;
