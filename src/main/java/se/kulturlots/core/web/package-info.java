/** What every page is made with: texts, dates, addresses, forms. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.core.web;
