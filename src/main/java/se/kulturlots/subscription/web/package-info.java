@org.jspecify.annotations.NullMarked
package se.kulturlots.subscription.web;
