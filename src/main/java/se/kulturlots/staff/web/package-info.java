/** The pages of staff that belong to no other module. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.staff.web;
