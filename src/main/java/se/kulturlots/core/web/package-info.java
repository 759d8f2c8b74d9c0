/** What every page is made with: texts, dates, addresses, forms. */
@org.springframework.modulith.NamedInterface("web")
@org.jspecify.annotations.NullMarked
package se.kulturlots.core.web;
