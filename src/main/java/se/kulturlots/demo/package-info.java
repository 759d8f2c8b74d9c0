/**
 * The demo: a database and a mailbox that need no installation, sample data, and a clock
 * that can jump. Everything here exists in the demo profile only.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.demo;
