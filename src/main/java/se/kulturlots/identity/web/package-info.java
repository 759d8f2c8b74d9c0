/** Sign-in, and who may reach which address. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.identity.web;
