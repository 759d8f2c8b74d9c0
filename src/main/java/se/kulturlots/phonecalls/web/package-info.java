/** The list of those whom mails have not reached, for staff. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.phonecalls.web;
