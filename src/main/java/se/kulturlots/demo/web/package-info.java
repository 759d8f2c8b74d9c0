/** The demo's first page, and everybody's mailbox. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.demo.web;
