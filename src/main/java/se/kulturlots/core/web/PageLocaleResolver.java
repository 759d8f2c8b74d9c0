package se.kulturlots.core.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Lets Spring's own messages speak the language of the page. */
@Component("localeResolver")
class PageLocaleResolver implements LocaleResolver {

	private final Pages pages;

	PageLocaleResolver(Pages pages) {
		this.pages = pages;
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return this.pages.of(request).locale();
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("the address chooses the language");
	}

}
