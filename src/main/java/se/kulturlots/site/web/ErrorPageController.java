package se.kulturlots.site.web;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import se.kulturlots.core.DatabaseAway;
import se.kulturlots.core.web.Refusal;

/** Where the server sends what nothing else has answered. */
@Controller
class ErrorPageController implements ErrorController {

	private static final List<String> STAFF = List.of("/staff", "/login", "/logout", "/camunda", "/engine-rest");

	private static final List<String> APIS = List.of("/engine-rest", "/camunda/api");

	private final ErrorPages pages;

	ErrorPageController(ErrorPages pages) {
		this.pages = pages;
	}

	@RequestMapping("${server.error.path:/error}")
	ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		String textKey = Refusal.textKey(request);
		int code = (status instanceof Integer number) ? number : 404;
		if (DatabaseAway.isCauseOf((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
			code = HttpStatus.SERVICE_UNAVAILABLE.value();
		}
		if (isForPrograms(request)) {
			return this.pages.forPrograms(request, code, textKey);
		}
		if (Refusal.UNCHECKED_FORM.equals(textKey) && isThePublics(request)) {
			return this.pages.ofUnchecked(request, response);
		}
		return (textKey != null) ? this.pages.of(request, response, code, textKey)
				: this.pages.of(request, response, code);
	}

	private static boolean isForPrograms(HttpServletRequest request) {
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return APIS.stream().anyMatch(path::startsWith);
	}

	// whoever is signed in could be made to send what somebody else has written
	private static boolean isThePublics(HttpServletRequest request) {
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return request.getUserPrincipal() == null && STAFF.stream().noneMatch(path::startsWith);
	}

}
