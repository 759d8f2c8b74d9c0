package se.kulturlots.site.web;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.MappingJackson2JsonView;

import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Pages;

/** The one page that tells of everything that went wrong. */
@Component
class ErrorPages {

	private final Pages pages;

	ErrorPages(Pages pages) {
		this.pages = pages;
	}

	ModelAndView of(HttpServletRequest request, Problem problem) {
		int status = problem.kind().status();
		Page page = this.pages.of(request);
		if (problem.authorityId() != null) {
			page.of(problem.authorityId());
		}
		return view(page, status, page.t("site.error." + status + ".title"), page.t(problem));
	}

	ModelAndView of(HttpServletRequest request, int status) {
		Page page = this.pages.of(request);
		String key = "site.error." + known(status);
		return view(page, status, page.t(key + ".title"), page.t(key + ".text"));
	}

	ModelAndView of(HttpServletRequest request, int status, String textKey) {
		Page page = this.pages.of(request);
		return view(page, status, page.t("site.error." + known(status) + ".title"), page.t(textKey));
	}

	/** In the form in which the engine tells its clients of errors. */
	ModelAndView forPrograms(HttpServletRequest request, int status, @Nullable String textKey) {
		ModelAndView answer = new ModelAndView(new MappingJackson2JsonView());
		answer.setStatus(HttpStatus.valueOf(status));
		answer.addObject("type", "RestException");
		answer.addObject("message",
				this.pages.of(request).t((textKey != null) ? textKey : "site.error." + known(status) + ".text"));
		return answer;
	}

	/**
	 * A form of the public's that could not be checked, because it was open for long or
	 * its cookie is gone: nothing typed is lost.
	 */
	ModelAndView ofUnchecked(HttpServletRequest request) {
		Page page = this.pages.of(request);
		page.of(page.path().replaceFirst("^/([^/]*).*", "$1"));
		return toSendAgain(request, view(page, HttpStatus.FORBIDDEN.value(), page.t("site.error.unchecked.title"),
				page.t("site.error.unchecked.text")));
	}

	/** Puts what was typed on the page, to be sent again. */
	ModelAndView toSendAgain(HttpServletRequest request, ModelAndView view) {
		view.addObject("typed",
				request.getParameterMap()
					.entrySet()
					.stream()
					.filter((field) -> !field.getKey().equals("_csrf"))
					.flatMap((field) -> Stream.of(field.getValue()).map((value) -> Choice.of(field.getKey(), value)))
					.toList());
		return view;
	}

	private static int known(int status) {
		return switch (status) {
			case 400, 403, 404, 405, 408, 409, 410, 413, 429, 503 -> status;
			case 401 -> 403;
			default -> (status >= 400 && status < 500) ? 400 : 500;
		};
	}

	private static ModelAndView view(Page page, int status, String title, String text) {
		page.fail();
		ModelAndView view = new ModelAndView("site/error");
		view.setStatus(HttpStatus.valueOf(status));
		view.addObject("page", page);
		view.addObject("status", status);
		view.addObject("title", title);
		view.addObject("text", text);
		return view;
	}

}
