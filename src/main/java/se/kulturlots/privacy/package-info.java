/**
 * What is stored about a person: an interface that each owning module implements, and the
 * page behind a link sent to the person's own address.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.privacy;
