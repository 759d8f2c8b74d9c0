/**
 * What people say in writing: the time in which they can, what came in, how it is sorted
 * and summarised. The referral of a draft is the same on its sections.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.input;
