/**
 * The page that an invitation leads to.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.invitation.web;
