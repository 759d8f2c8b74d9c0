/**
 * The pages of a consultation, for the public and for staff.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.consultation.web;
