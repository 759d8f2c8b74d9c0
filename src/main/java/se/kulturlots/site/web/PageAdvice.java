package se.kulturlots.site.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Pages;

/** Puts the page into every model. */
@ControllerAdvice
class PageAdvice {

	private final Pages pages;

	PageAdvice(Pages pages) {
		this.pages = pages;
	}

	@ModelAttribute("page")
	Page page(HttpServletRequest request) {
		return this.pages.of(request);
	}

	@InitBinder
	void readForms(WebDataBinder binder) {
		// forms are records: what their components take is all that is read
		binder.setDeclarativeBinding(true);
	}

}
