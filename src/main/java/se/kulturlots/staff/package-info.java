/** Staff layout, start page, progress views. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.staff;
