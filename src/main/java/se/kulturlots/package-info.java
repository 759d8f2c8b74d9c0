/** How Kulturlots starts; everything else is in a module. */
@org.jspecify.annotations.NullMarked
package se.kulturlots;
