/** Controllers of the pages that belong to no other module, and what all pages share. */
@org.jspecify.annotations.NullMarked
package se.kulturlots.site.web;
