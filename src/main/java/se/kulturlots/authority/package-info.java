/** The public bodies that share the installation. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.authority;
