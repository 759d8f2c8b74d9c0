/** Who one is: accounts, roles, sign-in and personal links. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.identity;
