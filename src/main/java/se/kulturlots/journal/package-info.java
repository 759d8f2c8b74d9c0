/** What has happened in a case, one plain sentence each, append-only. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.journal;
