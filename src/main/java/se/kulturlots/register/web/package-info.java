/** The pages of the register: self-registration for everyone, the rest for staff. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.register.web;
